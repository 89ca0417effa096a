/**
 * A small chart: records by month, stacked by evidence, in the hue of who acted. A record stands in the month of its first day; the
 * caption says so. Unit: records, not attacks.
 */
import { bar, patterns } from '../../charts/marks.ts'
import { PAGE_PAINT, type Paint } from '../../charts/palette.ts'
import { countTicks } from '../../charts/scales.ts'
import { el, num } from '../../charts/svg.ts'
import { Lettering, measure } from '../../charts/text.ts'
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import { formatMonth } from '../../dataset/dates.ts'
import { capital, countWords } from '../../dataset/words.ts'
import { EVIDENCE_ORDER, type Colour } from '../../dataset/vocabulary.ts'

/** Months from one day to another, both included, as YYYY-MM. */
export function monthsBetween(start: string, end: string): string[] {
  const months: string[] = []
  for (let year = Number(start.slice(0, 4)), month = Number(start.slice(5, 7)); ; month++) {
    if (month === 13) {
      year++
      month = 1
    }
    const key = `${String(year)}-${String(month).padStart(2, '0')}`
    if (key > end.slice(0, 7)) return months
    months.push(key)
  }
}

/** Where a drawing stands on its page, which colour it takes, how wide it is. */
export interface MonthsOptions {
  readonly width: number
  readonly colour: Colour
  readonly prefix: string
  /** The page's colours where absent. */
  readonly paint?: Paint
}

/** The chart as SVG, and its words. */
export function drawMonths(
  records: readonly Incident[],
  { card }: Pick<Dataset, 'card'>,
  { width, colour, prefix, paint = PAGE_PAINT }: MonthsOptions,
): { svg: string; label: string } {
  const surface = { paint, prefix }
  const months = monthsBetween(card.coverage.start, card.coverage.end)
  const groups = months.map((month) => records.filter(({ date }) => date.start.startsWith(month)))
  const most = Math.max(1, ...groups.map((group) => group.length))
  const ticks = countTicks(most, 2)
  const top = ticks.at(-1) ?? most
  const height = 90
  const gutter = 8 + measure(String(top), 11)
  const step = (width - gutter) / months.length
  const lettering = new Lettering(paint.quiet)
  let svg = ''
  for (const tick of ticks) {
    const y = 8 + height - (tick / top) * height
    svg += el('path', {
      d: `M${num(gutter)} ${num(y)}H${num(width)}`,
      stroke: tick === 0 ? paint.line : paint.grid,
    })
    svg += lettering.line({ text: String(tick), x: gutter - 5, y: y + 4, size: 11, anchor: 'end' })
  }
  groups.forEach((group, index) => {
    let y = 8 + height
    for (const level of EVIDENCE_ORDER) {
      const count = group.filter(({ evidence }) => evidence.level === level).length
      const tall = (count / top) * height
      y -= tall
      svg += bar({ x: gutter + index * step + 0.5, y, width: step - 1.5, height: tall }, level, colour, surface)
    }
    const month = months[index] ?? ''
    if (index === 0 || month.endsWith('-01')) {
      const x = gutter + index * step
      svg += el('path', { d: `M${num(x)} ${num(8 + height)}v5`, stroke: paint.line })
      svg += lettering.line({ text: month.slice(0, 4), x: x + 2, y: 8 + height + 16, size: 11 })
    }
  })
  const peak = groups.findIndex((group) => group.length === most)
  const inside = groups.reduce((sum, group) => sum + group.length, 0)
  const label =
    inside === 0
      ? 'No records within the coverage.'
      : `${capital(countWords(inside, 'record'))} by month; most in ${formatMonth(months[peak] ?? '')}: ${countWords(most, 'record')}.`
  return {
    svg: el(
      'svg',
      {
        viewBox: `0 0 ${num(width)} ${num(8 + height + 20)}`,
        width,
        height: 8 + height + 20,
        role: 'img',
        'aria-label': label,
      },
      el('defs', {}, patterns([colour], surface)),
      svg,
    ),
    label,
  }
}
