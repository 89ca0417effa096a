/** One measured figure, and what measures them. */

export interface Figure {
  /** What part of the bench it belongs to: "data". */
  readonly part: string
  /** What was measured: "check and load, 10,000 records". */
  readonly what: string
  /** Null where it could not be measured here. */
  readonly value: number | null
  readonly unit: 'ms' | 's' | 'MB' | 'kB' | 'times' | '%' | 'score' | 'requests'
  readonly note?: string
}

export interface BenchPlace {
  /** Folder of the built site. */
  readonly site: string
  /** Data folder. */
  readonly data: string
  /** An empty folder to work in; removed afterwards. */
  readonly work: string
}

export type Bench = (place: BenchPlace) => Promise<readonly Figure[]>

export const round = (value: number, decimals = 0): number => Math.round(value * 10 ** decimals) / 10 ** decimals

/** The middle one; the lower of two in the middle. NaN of none. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN
