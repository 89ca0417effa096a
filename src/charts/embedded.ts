/**
 * The drawings of an embed. A frame is a phone, a column of text or a wide page: drawn for each, so that lettering is shown at its size
 * or little larger. What would weigh too much stays at home, widest first, and never the phone's. The one that remains is shown up to a
 * column's width with large lettering: a picture in its place would lose marks that answer, and the choice of light or dark.
 */
import { gzipSync } from 'node:zlib'
import type { Chart, Drawing } from './chart.ts'
import { PAGE_PAINT } from './palette.ts'

/** Widths in CSS pixels; the style sheet of embeds shows each from its own width on. */
export const EMBED_WIDTHS = [358, 560, 960] as const

// What typefaces, style sheet and script leave of an embed's budget, gzipped.
const BYTES = 26_000

const known = new WeakMap<Chart, { readonly model: unknown; readonly drawings: readonly Drawing[] }>()

/** The drawings that an embed of this model carries, narrow to wide. */
export function embedDrawings(chart: Chart, model: unknown, href: (path: string) => string): readonly Drawing[] {
  const before = known.get(chart)
  if (before !== undefined && before.model === model) return before.drawings
  const drawn = EMBED_WIDTHS.map((width) =>
    chart.draw(model, { width, paint: PAGE_PAINT, prefix: `${chart.id}-${String(width)}`, href, standalone: false }),
  )
  const fits = (count: number): boolean =>
    gzipSync(
      drawn
        .slice(0, count)
        .map(({ svg }) => svg)
        .join(''),
    ).length <= BYTES
  const drawings = drawn.slice(0, [3, 2].find(fits) ?? 1)
  known.set(chart, { model, drawings })
  return drawings
}
