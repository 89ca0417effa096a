/**
 * Our two counts as lines, published figures as ticks: a panel for each counter and unit. It has no filters: the two lines are its
 * levels of evidence, and each panel has one side and one front, those that its counter counts.
 */
import { formatDay } from '../../dataset/dates.ts'
import type { Canvas, Drawing } from '../chart.ts'
import { paintOfHue } from '../marks.ts'
import { formatNumber } from '../number.ts'
import { drawing } from '../root.ts'
import { countScale, dayScale, monthTicks } from '../scales.ts'
import { el, num } from '../svg.ts'
import { Lettering, measure, shorten, wrap } from '../text.ts'
import { figureInWords, type CumulativeModel, type Figure, type Step, type TallyPanel } from './model.ts'

const SIZE = 12

/** A signed difference, with a true minus. */
export const signed = (value: number): string =>
  value > 0 ? `+${formatNumber(value)}` : value === 0 ? '±0' : formatNumber(value)

/** What a published figure's mark says. */
const labelOf = (figure: Figure): string =>
  `${figure.by}, ${formatDay(figure.day)}: ${figureInWords(figure)}.` +
  (figure.confirmed === null || figure.all === null
    ? ''
    : ` Ours: ${figure.confirmed} confirmed (${signed(figure.confirmed - figure.theirs)}), ${figure.all} with claims (${signed(figure.all - figure.theirs)}).`) +
  ` Source: ${figure.publisher}.`

/** The tick of a published figure: a bar; an upward stem where it is a minimum, both ways where it is about. */
function tickPath(x: number, y: number, qualifier: string): string {
  const stem =
    qualifier === 'at-least' || qualifier === 'more-than'
      ? `M${num(x)} ${num(y)}v-6`
      : qualifier === 'exact'
        ? ''
        : `M${num(x)} ${num(y - 5)}v10`
  return `M${num(x - 4)} ${num(y)}h8${stem}`
}

/** Draws the figure: the first panel across, the others two by two; all below one another on a phone. */
export function drawCumulative(model: CumulativeModel, canvas: Canvas): Drawing {
  const { width, paint } = canvas
  const lettering = new Lettering(paint.ink)
  const narrow = width < 560
  let svg = ''
  let y = 0

  // The key, drawn as the lines are.
  let x = 0
  const key = (label: string, sample: (x: number, y: number) => string) => {
    const wide = 34 + measure(label, SIZE)
    if (x > 0 && x + wide > width) {
      x = 0
      y += 20
    }
    svg += sample(x, y + 10) + lettering.line({ text: label, x: x + 30, y: y + 14, size: SIZE })
    x += wide + 14
  }
  const line = (d: string, stroke: string, open: boolean): string =>
    open
      ? el('path', { d, stroke, 'stroke-width': 4, fill: 'none' }) +
        el('path', { d, stroke: paint.paper, 'stroke-width': 1.6, fill: 'none' })
      : el('path', { d, stroke, 'stroke-width': 2.5, fill: 'none' })
  key('Ours, confirmed', (at, row) => line(`M${at} ${row}h24`, paint.quiet, false))
  key('Ours, all with claims', (at, row) => line(`M${at} ${row}h24`, paint.quiet, true))
  const tick = (d: string): string => el('path', { d, stroke: paint.ink, 'stroke-width': 1.75, fill: 'none' })
  key('Theirs', (at, row) => tick(tickPath(at + 12, row + 1, 'exact')))
  key('at least', (at, row) => tick(tickPath(at + 12, row + 3, 'at-least')))
  key('about', (at, row) => tick(tickPath(at + 12, row, 'about')))
  y += 34

  const panel = (own: TallyPanel, left: number, top: number, wide: number, tall: number): number => {
    let at = top + 12
    const heading = wrap(own.title, wide, 14, 'inter-600')
    svg += lettering.block(heading, { x: left, y: at, size: 14, face: 'inter-600' })
    at += heading.length * 17.5
    const last = own.figures.at(-1)
    const end = own.steps.at(-1)
    const label = `to ${formatDay(own.to)}${wide < 420 ? '' : ', their last figure in the record'}`
    svg += lettering.line({ text: shorten(label, wide, SIZE), x: left, y: at, size: SIZE, fill: paint.quiet })
    at += 14
    const gutter = Math.max(
      30,
      8 +
        measure(
          formatNumber(
            Math.max(0, ...own.figures.map((figure) => figure.theirs), ...own.steps.map((step) => step.all)) * 2,
          ),
          SIZE,
        ),
    )
    const margin = wide < 420 ? 122 : 148
    const base = at + tall
    const most = Math.max(1, ...own.figures.map((figure) => figure.theirs), ...own.steps.map((step) => step.all))
    const scale = countScale(most, base, tall, 3)
    const days = dayScale({ start: own.from, end: own.to }, left + gutter, left + wide - margin)
    for (const value of scale.ticks) {
      svg += el('path', {
        d: `M${num(days.from)} ${num(scale.y(value))}H${num(days.to)}`,
        stroke: value === 0 ? paint.line : paint.grid,
      })
      svg += lettering.line({
        text: formatNumber(value),
        x: days.from - 6,
        y: scale.y(value) + 4,
        size: SIZE,
        anchor: 'end',
        fill: paint.quiet,
      })
    }
    const ticks = monthTicks(days, SIZE)
    for (const mark of ticks) {
      const right =
        days.x(mark.day) + 3 + Math.max(measure(mark.label, SIZE), measure(mark.year ?? '', SIZE, 'inter-600'))
      if (right > days.to + margin - 4) continue
      svg += el('path', { d: `M${num(days.x(mark.day))} ${num(base)}v4`, stroke: paint.line })
      svg += lettering.line({ text: mark.label, x: days.x(mark.day) + 3, y: base + 14, size: SIZE, fill: paint.quiet })
      if (mark.year !== null)
        svg += lettering.line({
          text: mark.year,
          x: days.x(mark.day) + 3,
          y: base + 28,
          size: SIZE,
          face: 'inter-600',
          fill: paint.quiet,
        })
    }
    const path = (value: (step: Step) => number): string =>
      own.steps
        .map(
          (step, i) =>
            `${i === 0 ? 'M' : 'H'}${num(days.middle(step.day))}${i === 0 ? ` ${num(scale.y(value(step)))}` : `V${num(scale.y(value(step)))}`}`,
        )
        .join('') + `H${num(days.to)}`
    const hue = paintOfHue(own.colour, canvas)
    svg += line(
      path((step) => step.all),
      hue,
      true,
    )
    svg += line(
      path((step) => step.confirmed),
      hue,
      false,
    )
    // The paper's colour goes under all ticks first, so that none cuts its neighbour.
    const pathOf = (figure: Figure) => tickPath(days.middle(figure.day), scale.y(figure.theirs), figure.qualifier)
    svg += el('path', {
      d: own.figures.map(pathOf).join(''),
      stroke: paint.paper,
      'stroke-width': 4.5,
      fill: 'none',
    })
    for (const figure of own.figures) {
      const mark = tick(pathOf(figure))
      svg +=
        canvas.href === null
          ? mark
          : el('a', { href: figure.url, class: 'm', rel: 'noopener', 'aria-label': labelOf(figure) }, mark)
    }
    // The three figures of the last day, with both differences, kept apart.
    if (last !== undefined && end !== undefined) {
      const notes = [
        {
          value: end.all,
          words: `With claims ${end.all}`,
          second: `${signed(end.all - last.theirs)} on theirs`,
        },
        {
          value: last.theirs,
          words: `Theirs ${last.theirs}`,
          second: last.qualifier === 'exact' ? null : last.qualifier.replaceAll('-', ' '),
        },
        {
          value: end.confirmed,
          words: `Confirmed ${end.confirmed}`,
          second: `${signed(end.confirmed - last.theirs)} on theirs`,
        },
      ].sort((a, b) => b.value - a.value)
      const heights = notes.map((note) => (note.second === null ? 16 : 30))
      const tops: number[] = []
      notes.forEach((note, i) => {
        const wish = scale.y(note.value) - (heights[i] ?? 16) / 2
        tops.push(
          i === 0 ? Math.max(wish, base - tall - 6) : Math.max(wish, (tops[i - 1] ?? 0) + (heights[i - 1] ?? 16) + 3),
        )
      })
      // Push back up from the baseline where the notes ran below it.
      for (let i = notes.length - 1; i >= 0; i--) {
        const limit = i === notes.length - 1 ? base + 6 : (tops[i + 1] ?? 0) - 3
        tops[i] = Math.min(tops[i] ?? 0, limit - (heights[i] ?? 16))
      }
      notes.forEach((note, i) => {
        const noteTop = tops[i] ?? 0
        svg += el('path', {
          d: `M${num(days.to + 2)} ${num(scale.y(note.value))}L${num(days.to + 14)} ${num(noteTop + 8)}h4`,
          stroke: paint.line,
          fill: 'none',
        })
        svg += lettering.line({
          text: note.words,
          x: days.to + 22,
          y: noteTop + 12,
          size: SIZE,
          face: 'inter-600',
          fill: paint.ink,
        })
        if (note.second !== null)
          svg += lettering.line({ text: note.second, x: days.to + 22, y: noteTop + 26, size: SIZE, fill: paint.quiet })
      })
    }
    return base + 40
  }

  // A card holds the first panel alone.
  const { room } = canvas
  const [first, ...others] = room === undefined ? model.panels : model.panels.slice(0, 1)
  if (first !== undefined)
    y = panel(first, 0, y, width, room !== undefined ? Math.max(120, room - y - 84) : narrow ? 190 : 260)
  const columns = narrow ? 1 : 2
  const space = 32
  const wide = (width - space * (columns - 1)) / columns
  for (let i = 0; i < others.length; i += columns) {
    const ends = others
      .slice(i, i + columns)
      .map((own, column) => panel(own, column * (wide + space), y + 14, wide, narrow ? 150 : 170))
    y = Math.max(...ends)
  }
  if (first === undefined) {
    svg += lettering.line({ text: 'No tally is marked for comparison.', x: 0, y: y + 14, size: 14, fill: paint.quiet })
    y += 24
  }
  return drawing(canvas, { width, height: y }, 'Our two counts beside published tallies', [], lettering, svg)
}
