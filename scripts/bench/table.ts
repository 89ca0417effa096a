/** Measured figures as a table of Markdown: for the terminal and for docs/benchmarks.md alike. */
import { formatNumber } from '../../src/charts/number.ts'
import type { Figure } from './figure.ts'

const numberOf = (value: number): string => (Number.isInteger(value) ? formatNumber(value) : String(value))

/** A table with a row a figure, in the order measured. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ part, what, value, unit, note }) => [
    part,
    what,
    value === null ? 'not measured' : `${numberOf(value)}${unit === 'score' ? '' : unit === '%' ? ' %' : ` ${unit}`}`,
    note ?? '',
  ])
  const head = ['part', 'what', 'figure', 'note']
  const widths = head.map((title, i) => Math.max(title.length, 3, ...rows.map((row) => (row[i] ?? '').length)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 2 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, i) => (i === 2 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}
