/** A small row of bars, one a month: when an actor attacked or was struck. */
import { formatMonth } from '../../dataset/dates.ts'
import { formatNumber } from '../number.ts'
import { el } from '../svg.ts'
import type { Months } from './model.ts'

const BAR = 6
const HEIGHT = 34

/** The sparkline of a series as `<svg>`, with its text alternative. Bars share a scale within the row alone. */
export function sparkline(series: Months, months: readonly string[], fill: string): string {
  const most = Math.max(1, ...series.byMonth)
  const width = Math.max(1, months.length) * BAR
  const bars = series.byMonth
    .map((count, i) => {
      const height = count === 0 ? 0 : Math.max(1.5, (count / most) * (HEIGHT - 2))
      return count === 0 ? '' : el('rect', { x: i * BAR + 0.5, y: HEIGHT - height, width: BAR - 1, height, fill })
    })
    .join('')
  return el(
    'svg',
    {
      viewBox: `0 0 ${String(width)} ${String(HEIGHT)}`,
      width,
      height: HEIGHT,
      role: 'img',
      'aria-label': altOf(series, months),
      class: 'sparkline',
    },
    el('path', { d: `M0 ${String(HEIGHT - 0.5)}H${String(width)}`, stroke: 'currentColor', 'stroke-opacity': 0.35 }),
    bars,
  )
}

/** "Attacks in its name: 240 from October 2023 to December 2025, most in January 2024 (41)." */
function altOf(series: Months, months: readonly string[]): string {
  const most = Math.max(...series.byMonth)
  const peak = months[series.byMonth.indexOf(most)]
  const span = `${formatMonth(months[0] ?? '')} to ${formatMonth(months.at(-1) ?? '')}`
  return `${series.label}: ${formatNumber(series.total)} from ${span}${peak === undefined ? '' : `, most in ${formatMonth(peak)} (${formatNumber(most)})`}.`
}
