/** Outlines of kinds on the canvas. */
import { POINTS } from '../shapes.ts'

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
