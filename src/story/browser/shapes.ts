/** Outlines of kinds on the canvas, as src/charts/marks.ts draws them: attack, interception, seizure, strike, retaliation, shootdown. */

const POINTS: Readonly<Record<number, readonly number[]>> = {
  1: [0, -1.4, 1.22, 0.78, -1.22, 0.78],
  2: [
    -0.42, -1.15, 0.42, -1.15, 0.42, -0.42, 1.15, -0.42, 1.15, 0.42, 0.42, 0.42, 0.42, 1.15, -0.42, 1.15, -0.42, 0.42,
    -1.15, 0.42, -1.15, -0.42, -0.42, -0.42,
  ],
  3: [-0.89, -0.89, 0.89, -0.89, 0.89, 0.89, -0.89, 0.89],
  4: [0, -1.27, 1.27, 0, 0, 1.27, -1.27, 0],
  5: [0, 1.4, 1.22, -0.78, -1.22, -0.78],
}

/** The outline of a kind (by its place in the vocabulary) around 0,0, of about the area of a circle of that radius. */
export function outline(kind: number, r: number): Path2D {
  const path = new Path2D()
  const points = POINTS[kind]
  if (points === undefined) path.arc(0, 0, r, 0, 2 * Math.PI)
  else {
    for (let i = 0; i < points.length; i += 2) path.lineTo((points[i] ?? 0) * r, (points[i + 1] ?? 0) * r)
    path.closePath()
  }
  return path
}
