/** The scene file: what the browser needs to move the marks of one story at one size, as compact whole numbers. */

/** Positions are sent in half units of the field. */
const STEPS = 2

export interface SceneFile {
  readonly width: number
  readonly height: number
  /** A mark each: colour × 4 + form, in base 36. */
  readonly look: string
  /** A mark each: the kind, as an index. */
  readonly kind: string
  /** Mark, number of attacks, mark, number… for those that stand for more than one. */
  readonly many: readonly number[]
  readonly layouts: readonly LayoutFile[]
  readonly scenes: readonly SceneEntry[]
}

export interface LayoutFile {
  /** Tenths of a unit: radius of a mark that stands for one. */
  readonly r: number
  /** Differences from mark to mark. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** Hundredths of that radius, in runs, where some marks are drawn smaller: those that wait beside a map. */
  readonly s?: readonly number[]
  readonly under: string
  readonly over: string
}

export interface SceneEntry {
  readonly id: string
  readonly layout: number
  /** State, how many marks, state, how many… */
  readonly state: readonly number[]
  readonly notes: string
  readonly title: string
  /** The same records in Explore: one link, or one a row. */
  readonly explore: readonly ExploreLink[]
}

/** Label, empty for a link to all marks of a scene, and address. */
export type ExploreLink = readonly [label: string, address: string]

/** Positions as differences, in whole half units. */
export function packNumbers(values: readonly number[]): number[] {
  let before = 0
  return values.map((value) => {
    const now = Math.round(value * STEPS)
    const difference = now - before
    before = now
    return difference
  })
}

/** Positions from their differences. */
export function unpackNumbers(differences: readonly number[]): Float32Array {
  const values = new Float32Array(differences.length)
  let sum = 0
  differences.forEach((difference, i) => {
    sum += difference
    values[i] = sum / STEPS
  })
  return values
}

/** Runs of equal values: value, length, value, length… */
export function packRuns(values: readonly number[]): number[] {
  const runs: number[] = []
  values.forEach((value, i) => {
    if (i > 0 && value === values[i - 1]) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
    else runs.push(value, 1)
  })
  return runs
}

/** Values from their runs. */
export function unpackRuns(runs: readonly number[]): Uint8Array {
  const values: number[] = []
  for (let i = 0; i < runs.length; i += 2) for (let n = runs[i + 1] ?? 0; n > 0; n--) values.push(runs[i] ?? 0)
  return Uint8Array.from(values)
}
