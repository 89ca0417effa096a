/** Where a reader is in a story: one deterministic state, computed from positions alone. No events, no memory. */

export interface ScrollState {
  /** The last step that has reached the line; 0 before any has. */
  readonly step: number
  /** How far the line is between this step and the next, 0 to 1. */
  readonly progress: number
}

/**
 * The state for steps at these tops and a reader's line, all in one measure of pixels. The tops are in page order; the end is
 * where the last step gives way to what follows.
 */
export function stateOf(tops: readonly number[], end: number, line: number): ScrollState {
  let step = 0
  for (let i = 1; i < tops.length; i++) {
    if ((tops[i] ?? Infinity) > line) break
    step = i
  }
  const from = tops[step] ?? 0
  const to = tops[step + 1] ?? end
  const progress = to > from ? Math.min(1, Math.max(0, (line - from) / (to - from))) : line >= from ? 1 : 0
  return { step, progress }
}
