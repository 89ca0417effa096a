/**
 * A column a week, a cell a day, a band a front. On a phone each band runs in two rows. A filter brings out who acted; fronts need
 * none, since each has its band, and evidence has none: a day is drawn whole, however its records are known.
 */
import { addDays, daysBetween, formatDay, formatMonth, weekOf, weekStart } from '../../dataset/dates.ts'
import { COLOURS, FRONTS, keysOf } from '../../dataset/vocabulary.ts'
import type { Canvas, Drawing } from '../chart.ts'
import { paintOfHue } from '../marks.ts'
import { formatNumber } from '../number.ts'
import { codes } from '../record.ts'
import { drawing } from '../root.ts'
import { dayScale, monthTicks, weeksIn } from '../scales.ts'
import { el, num } from '../svg.ts'
import { boxOf, collide, Lettering, measure } from '../text.ts'
import { several } from '../words.ts'
import { LEAST_RUN, type Band, type CalendarModel, type Day } from './model.ts'

const SIZE = 12

/** A front with fewer days than this is named below the figure instead. */
const LEAST_BUSY = 10

/** The largest day, with its gap, in px. */
const LARGEST_PITCH = 20

/** Strength of a day's colour: the least count of each step. */
const STEPS = [
  { least: 1, strength: 0.5, label: '1' },
  { least: 2, strength: 0.68, label: '2' },
  { least: 3, strength: 0.84, label: '3–4' },
  { least: 5, strength: 1, label: '5 and more' },
] as const

const strengthOf = (count: number): number =>
  STEPS.reduce<number>((found, step) => (count >= step.least ? step.strength : found), STEPS[0].strength)

export const bandName = (band: Band): string => (band.front === null ? 'All fronts' : FRONTS[band.front].label)

/** Draws the figure. */
export function drawCalendar(model: CalendarModel, canvas: Canvas): Drawing {
  const { width, paint } = canvas
  const lettering = new Lettering(paint.ink)
  const narrow = width < 560
  const rows = narrow ? 2 : 1
  const weeks = weeksIn(model.span)
  const perRow = Math.ceil(weeks / rows)
  // A record of a few weeks keeps days the size of a fingertip, not of a hand.
  const pitch = Math.min(width / perRow, LARGEST_PITCH)
  const cell = pitch - (pitch > 7 ? 1.2 : 0.8)
  const gridId = `${canvas.prefix}-days`
  let y = 0

  const found = new Set(model.bands.flatMap((band) => band.days.flatMap((day) => day.parts.map((part) => part.colour))))
  const hues = keysOf(COLOURS).filter((colour) => found.has(colour))
  let svg = ''
  // Key: who acted, then how many, then what is not certain.
  let x = 0
  const key = (label: string, sample: (x: number, y: number) => string) => {
    const wide = 17 + measure(label, SIZE)
    if (x > 0 && x + wide > width) {
      x = 0
      y += 20
    }
    svg += sample(x, y + 4) + lettering.line({ text: label, x: x + 17, y: y + 14, size: SIZE })
    x += wide + 14
  }
  const square = (fill: string, opacity?: number) => (at: number, top: number) =>
    el('rect', { x: at, y: top, width: 11, height: 11, fill, opacity })
  for (const hue of hues) key(COLOURS[hue].label, square(paintOfHue(hue, canvas)))
  x = 0
  y += 20
  STEPS.forEach((step, i) => {
    key(i === 0 ? '1 a day' : step.label, square(paint.quiet, step.strength))
  })
  key('day not certain', (at, top) =>
    el('rect', {
      x: at + 0.75,
      y: top + 0.75,
      width: 9.5,
      height: 9.5,
      fill: 'none',
      stroke: paint.quiet,
      'stroke-width': 1.5,
    }),
  )
  key('none', square(paint.grid))
  y += 30

  // Cells of one look are one path: a thousand elements would weigh more than all else on the page.
  const square7 = (x: number, y: number, wide: number, high: number) =>
    `M${num(x)} ${num(y)}h${num(wide)}v${num(high)}h${num(-wide)}z`
  const cellsOf = (days: readonly { day: Day; left: number; top: number }[]): string => {
    const paths = new Map<string, { d: string; fill: string; opacity: number; 'data-actor': number | null }>()
    let open = ''
    for (const { day, left, top } of days) {
      const total = day.parts.reduce((sum, part) => sum + part.count, 0)
      if (total === 0) {
        open += square7(left + 0.5, top + 0.5, cell - 1, cell - 1)
        continue
      }
      // Two who acted on one day share its cell in halves, three in thirds.
      const wide = cell / day.parts.length
      day.parts.forEach((part, i) => {
        const opacity = strengthOf(total)
        const key = `${part.colour} ${String(opacity)}`
        const path = paths.get(key) ?? {
          d: '',
          fill: paintOfHue(part.colour, canvas),
          opacity,
          'data-actor': canvas.href === null ? null : codes.actor(part.colour),
        }
        path.d += square7(left + i * wide, top, wide, cell)
        paths.set(key, path)
      })
    }
    return (
      [...paths.values()]
        .map((path) => el('path', { ...path, opacity: path.opacity === 1 ? null : path.opacity }))
        .join('') + (open === '' ? '' : el('path', { d: open, fill: paint.paper, stroke: paint.quiet }))
    )
  }

  /** The outline of a month's days within a row of weeks. */
  const monthOutline = (first: string, last: string, from: number): string => {
    const column = (day: string) => (weekOf(day) - from) * pitch
    const down = (day: string) => daysBetween(weekStart(weekOf(day)), day) * pitch
    const a = down(first)
    const b = down(last) + pitch
    return `M${num(column(first))} ${num(a)}H${num(column(first) + pitch)}V0H${num(column(last) + pitch)}V${num(b)}H${num(column(last))}V${num(7 * pitch)}H${num(column(first))}Z`
  }

  const wordsOf = (month: string, days: readonly Day[], band: Band): string => {
    const total = (own: Day) => own.parts.reduce((sum, part) => sum + part.count, 0)
    const known = days.reduce((sum, day) => sum + total(day), 0)
    const most = days.reduce<Day | null>(
      (best, day) => (total(day) > (best === null ? 0 : total(best)) ? day : best),
      null,
    )
    const who = hues.flatMap((colour) => {
      const count = days.reduce((sum, day) => sum + (day.parts.find((part) => part.colour === colour)?.count ?? 0), 0)
      return count === 0 ? [] : [`${COLOURS[colour].label} ${count}`]
    })
    return (
      `${bandName(band)}, ${formatMonth(month)}: ${several(known, 'attack or strike', 'attacks and strikes')} of known day` +
      (who.length === 0 ? '' : ` (${who.join(', ')})`) +
      `; ${several(days.length, 'day')} with a record` +
      (most === null || total(most) < 2 ? '.' : `; most on ${formatDay(most.day)} (${total(most)}).`)
    )
  }

  const busy = model.bands.filter((band) => band.front === null || band.busy >= LEAST_BUSY)
  // On a card as many bands as fit, above the line that names the others.
  const bandHeight = 20 + rows * (7 * pitch + 8) + 6
  const fitting = canvas.room === undefined ? busy.length : Math.floor((canvas.room - y - 2 * 26 - 20) / bandHeight)
  const drawn = busy.slice(0, Math.max(1, fitting))
  for (const band of drawn) {
    svg += lettering.line({ text: bandName(band), x: 0, y: y + 12, size: 13, face: 'inter-600' })
    const after = measure(bandName(band), 13, 'inter-600') + 8
    const busyDays = `${formatNumber(band.busy)} days with a record`
    const both = `${busyDays}, ${formatNumber(daysBetween(model.span.start, model.span.end) + 1 - band.busy)} without`
    svg += lettering.line({
      text: after + measure(both, SIZE) <= width ? both : busyDays,
      x: after,
      y: y + 12,
      size: SIZE,
      fill: paint.quiet,
    })
    y += 20
    for (let row = 0; row < rows; row++) {
      const from = row * perRow
      const count = Math.min(perRow, weeks - from)
      const top = y
      const start = weekStart(from)
      const lastDay = from + count === weeks ? model.span.end : weekStart(from + count)
      const full = from + count === weeks ? weekOf(model.span.end) - from : count
      const rest = from + count === weeks ? daysBetween(weekStart(weekOf(model.span.end)), model.span.end) + 1 : 0
      // Each row has its own origin, so that the pattern of empty days falls in with the cells.
      let cells = el('rect', { width: full * pitch, height: 7 * pitch, fill: `url(#${gridId})` })
      if (rest > 0)
        cells += el('rect', { x: full * pitch, width: pitch, height: rest * pitch, fill: `url(#${gridId})` })
      const here = band.days.filter(({ day }) => weekOf(day) >= from && weekOf(day) < from + count)
      cells += cellsOf(
        here.map((day) => ({
          day,
          left: (weekOf(day.day) - from) * pitch,
          top: daysBetween(weekStart(weekOf(day.day)), day.day) * pitch,
        })),
      )
      for (const month of [...new Set(here.map(({ day }) => day.slice(0, 7)))]) {
        const days = here.filter(({ day }) => day.startsWith(month))
        const first = [`${month}-01`, start].sort().at(-1) ?? start
        const next = addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1)
        const end = [next, addDays(start, count * 7 - 1), model.span.end].sort()[0] ?? next
        const outline = el('path', {
          d: monthOutline(first, end, from),
          class: 'area',
          fill: paint.paper,
          'fill-opacity': 0,
        })
        const words = wordsOf(month, days, band)
        cells +=
          canvas.href === null
            ? ''
            : el('a', { href: canvas.href(`/explore/${month}/`), class: 'm', 'aria-label': words }, outline)
      }
      svg += el('g', { transform: `translate(0 ${num(top)})` }, cells)
      // The longest runs without a record, named in the empty space that they are.
      const taken: ReturnType<typeof boxOf>[] = []
      for (const [rank, run] of band.runs.entries()) {
        if (run.days < LEAST_RUN) continue
        const a = Math.max(weekOf(run.start), from)
        const b = Math.min(weekOf(run.end), from + count - 1)
        if (b < a) continue
        const left = (a - from) * pitch
        const right = (b - from + 1) * pitch
        const forms = [`${run.days} days without a record`, `${run.days} days`, `${run.days} d.`]
        const text = forms.find((form) => measure(form, SIZE, 'inter-600') + 6 <= right - left)
        // A run that goes over two rows is named in the one that holds most of it.
        const shown = (b - a + 1) * 2 >= weekOf(run.end) - weekOf(run.start) + 1
        if (text === undefined || !shown || rank > 3) continue
        const line = {
          text,
          x: (left + right) / 2,
          y: top + 3.5 * pitch + 4,
          size: SIZE,
          face: 'inter-600' as const,
          anchor: 'middle' as const,
        }
        const box = boxOf(line)
        if (taken.some((other) => collide(other, box))) continue
        taken.push(box)
        svg += el('rect', {
          x: box.x - 3,
          y: box.y - 1,
          width: box.width + 6,
          height: box.height + 2,
          fill: paint.paper,
        })
        svg += lettering.line(line)
      }
      const base = top + 7 * pitch
      const scale = dayScale({ start, end: lastDay }, 0, count * pitch)
      if (rows === 2 || band === drawn.at(-1) || band.front === null) {
        for (const tick of monthTicks(scale, SIZE)) {
          const at = scale.x(tick.day)
          const wide = Math.max(measure(tick.label, SIZE), measure(tick.year ?? '', SIZE, 'inter-600'))
          if (at + 2 + wide > width) continue
          svg += el('path', { d: `M${num(at)} ${num(base)}v4`, stroke: paint.line })
          svg += lettering.line({ text: tick.label, x: at + 2, y: base + 14, size: SIZE, fill: paint.quiet })
          if (tick.year !== null)
            svg += lettering.line({
              text: tick.year,
              x: at + 2,
              y: base + 28,
              size: SIZE,
              face: 'inter-600',
              fill: paint.quiet,
            })
        }
        y = base + 34
      } else y = base + 8
    }
    y += 6
  }
  const rest = model.bands.filter((band) => !drawn.includes(band))
  if (rest.length > 0) {
    const text = `Not drawn, days with a record: ${rest.map((band) => `${bandName(band)} ${formatNumber(band.busy)}`).join(', ')}`
    svg += lettering.line({ text, x: 0, y: y + 12, size: SIZE, fill: paint.quiet })
    y += 20
  }
  const pattern = el(
    'pattern',
    { id: gridId, width: pitch, height: pitch, patternUnits: 'userSpaceOnUse' },
    el('rect', { width: cell, height: cell, fill: paint.grid }),
  )
  return drawing(
    canvas,
    { width, height: y },
    'Days with and without a record',
    [],
    lettering,
    el('defs', {}, pattern),
    svg,
  )
}
