/** Outlines of kinds around 0,0, as src/charts/marks.ts draws them; by place in the vocabulary: attack (a circle), interception, seizure, strike, retaliation, shootdown. */

export const POINTS: Readonly<Record<number, readonly number[]>> = {
  1: [0, -1.4, 1.22, 0.78, -1.22, 0.78],
  2: [
    -0.42, -1.15, 0.42, -1.15, 0.42, -0.42, 1.15, -0.42, 1.15, 0.42, 0.42, 0.42, 0.42, 1.15, -0.42, 1.15, -0.42, 0.42,
    -1.15, 0.42, -1.15, -0.42, -0.42, -0.42,
  ],
  3: [-0.89, -0.89, 0.89, -0.89, 0.89, 0.89, -0.89, 0.89],
  4: [0, -1.27, 1.27, 0, 0, 1.27, -1.27, 0],
  5: [0, 1.4, 1.22, -0.78, -1.22, -0.78],
}
