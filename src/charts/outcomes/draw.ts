/** A table of bars: rows are targets or quarters, columns are outcomes, all bars on one scale. Filters bring out evidence and actors. */
import { barKey, huesOf, stackedBars } from '../bars.ts'
import type { Canvas, Drawing } from '../chart.ts'
import { legend } from '../marks.ts'
import { formatNumber } from '../number.ts'
import { exploreLink } from '../record.ts'
import { drawing } from '../root.ts'
import { levelsInWords, sumOf } from '../stack.ts'
import { el, num } from '../svg.ts'
import { Lettering, measure } from '../text.ts'
import { several } from '../words.ts'
import { FATES, type OutcomesModel, type Row } from './model.ts'

const SIZE = 12

/** Draws the figure. On a phone a row's name stands above its bars. */
export function drawOutcomes(model: OutcomesModel, canvas: Canvas): Drawing {
  const { width, paint } = canvas
  const lettering = new Lettering(paint.ink)
  const narrow = width < 560
  const hues = huesOf(FATES.flatMap((fate) => model.total.cells[fate.key]))
  let svg = ''
  let y = 0
  const key = legend(barKey(hues), { x: 0, y, width }, canvas, lettering)
  svg += key.svg
  y += key.height + 12

  const names = narrow ? 0 : 150
  // One scale for all bars; each column is as wide as its longest bar asks, and at least as its heading.
  const rowsOfAll = [...model.targets, ...model.quarters]
  const columns = FATES.map((fate) => {
    const most = Math.max(0, ...rowsOfAll.map((row) => sumOf(row.cells[fate.key])))
    const figure = measure(formatNumber(Math.max(most, sumOf(model.total.cells[fate.key]))), SIZE, 'inter-600') + 6
    return { most, figure, least: measure(fate.label, SIZE) }
  })
  const between = narrow ? 8 : 20
  const wideAt = (unit: number) => columns.map((column) => Math.max(column.least, column.most * unit + column.figure))
  const room = width - names - between * (columns.length - 1)
  let unit = 0
  for (let step = room; step > 1e-4; step /= 2)
    if (wideAt(unit + step).reduce((sum, wide) => sum + wide, 0) <= room) unit += step
  const wides = wideAt(unit)
  const lefts = wides.map((_, i) => names + wides.slice(0, i).reduce((sum, wide) => sum + wide + between, 0))

  const block = (heading: string, rows: readonly Row[]) => {
    svg += lettering.line({ text: heading, x: 0, y: y + 12, size: 13, face: 'inter-600' })
    if (narrow) y += 20
    FATES.forEach((fate, i) => {
      svg += lettering.line({ text: fate.label, x: lefts[i] ?? 0, y: y + 12, size: SIZE, fill: paint.quiet })
    })
    y += 20
    const tall = narrow ? 12 : 15
    for (const row of rows) {
      svg += el('path', { d: `M0 ${num(y)}H${num(width)}`, stroke: paint.grid })
      if (narrow) {
        svg += lettering.line({ text: row.label, x: 0, y: y + 14, size: SIZE })
        svg += lettering.line({
          text: formatNumber(row.count),
          x: width,
          y: y + 14,
          size: SIZE,
          anchor: 'end',
          fill: paint.quiet,
        })
        y += 18
      } else {
        svg += lettering.line({ text: row.label, x: 0, y: y + 16, size: SIZE })
      }
      const top = narrow ? y : y + 4.5
      FATES.forEach((fate, i) => {
        const parts = row.cells[fate.key]
        const total = sumOf(parts)
        const left = lefts[i] ?? 0
        svg += el('path', { d: `M${num(left)} ${num(top - 1)}v${num(tall + 2)}`, stroke: paint.line })
        if (total === 0) return
        const bars = stackedBars(
          parts,
          unit,
          (from, wide) => ({ x: left + from, y: top, width: wide, height: tall }),
          canvas,
        )
        const label = `${row.label}, ${fate.label.toLowerCase()}: ${several(total, 'attack')}: ${levelsInWords(parts)}.`
        svg +=
          row.query === null
            ? bars
            : exploreLink(
                { ...row.query, outcomes: fate.outcomes.map((outcome) => outcome ?? 'none').join(',') },
                label,
                canvas,
                bars,
              )
        svg += lettering.line({
          text: formatNumber(total),
          x: left + total * unit + 5,
          y: top + tall / 2 + 4,
          size: SIZE,
          fill: paint.ink,
        })
      })
      y += narrow ? 20 : 24
    }
    y += narrow ? 14 : 18
  }

  // The whole record in figures.
  svg += lettering.line({ text: 'All attacks', x: 0, y: y + 12, size: 13, face: 'inter-600' })
  if (narrow) y += 20
  FATES.forEach((fate, i) => {
    svg += lettering.line({ text: fate.label, x: lefts[i] ?? 0, y: y + 12, size: SIZE, fill: paint.quiet })
    svg += lettering.line({
      text: formatNumber(sumOf(model.total.cells[fate.key])),
      x: lefts[i] ?? 0,
      y: y + 34,
      size: 19,
      face: 'inter-600',
    })
  })
  y += 56
  if (canvas.room === undefined) {
    block('By target', model.targets)
    block('By quarter', model.quarters)
  } else {
    // On a card the targets alone, the most attacked first, as many as fit.
    const fitting = Math.max(1, Math.floor((canvas.room - y - 44) / 24))
    block('By target', model.targets.slice(0, fitting))
    const left = model.targets.slice(fitting)
    if (left.length > 0) {
      const words = `Not drawn here: ${left.map((row) => `${row.label.toLowerCase()} ${formatNumber(row.count)}`).join(', ')}`
      svg += lettering.line({ text: words, x: 0, y: y - 2, size: SIZE, fill: paint.quiet })
      y += 14
    }
  }
  return drawing(canvas, { width, height: y - 8 }, 'What became of the attacks', ['quiet', ...hues], lettering, svg)
}
