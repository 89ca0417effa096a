/**
 * Attacks by week, drawn: stacked bars for all fronts, then a panel for each front on the same scale. Filters bring out a level of
 * evidence or who acted; fronts need none, since each has its panel.
 */
import { daysBetween, formatDay, formatSpan, weekOf } from '../../dataset/dates.ts'
import { FRONTS } from '../../dataset/vocabulary.ts'
import { barKey, huesOf, stackedBars } from '../bars.ts'
import type { Canvas, Drawing } from '../chart.ts'
import { placeInLanes } from '../lanes.ts'
import { legend } from '../marks.ts'
import { formatNumber } from '../number.ts'
import { exploreLink, noteLink } from '../record.ts'
import { drawing } from '../root.ts'
import { countTicks, dayScale, monthTicks } from '../scales.ts'
import { levelsInWords, sumOf, type Part } from '../stack.ts'
import { el, num } from '../svg.ts'
import { Lettering, measure } from '../text.ts'
import { several } from '../words.ts'
import { betweenWeeks, type FrequencyModel, type Panel } from './model.ts'

const SIZE = 12

/** Draws the figure. On a phone the weeks run in two rows, so that a bar is wide enough to show its texture. */
export function drawFrequency(model: FrequencyModel, canvas: Canvas): Drawing {
  const { width, paint } = canvas
  const lettering = new Lettering(paint.ink)
  const narrow = width < 560
  const rows = narrow ? 2 : 1
  const maxOf = (panel: Panel) => Math.max(0, ...panel.weeks.map((week) => sumOf(week.parts)))
  const ticks = countTicks(maxOf(model.all))
  const gutter = Math.max(26, 8 + measure(formatNumber(ticks.at(-1) ?? 0), SIZE))
  const perRow = Math.ceil(model.all.weeks.length / rows)
  const weekWidth = (width - gutter - 2) / perRow
  const hues = huesOf([...model.all.weeks, ...model.all.between].flatMap((group) => group.parts))
  let svg = ''
  let y = 0

  const key = legend(barKey(hues), { x: 0, y, width }, canvas, lettering)
  svg += key.svg
  y += key.height + (narrow ? 10 : 14)

  const hangOf = (panel: Panel) => Math.max(0, ...panel.between.map((group) => sumOf(group.parts)))

  /** One row of bars: its gridlines, bars, hanging bars and links. */
  const barsOf = (
    panel: Panel,
    row: number,
    base: number,
    hang: number,
    unit: number,
    name: string,
    within: Readonly<Record<string, string>> = {},
  ): string => {
    const from = row * perRow
    const left = (week: number) => gutter + (week - from) * weekWidth
    const gap = weekWidth > 7 ? 1.6 : weekWidth > 4 ? 1 : 0.5
    const stack = (parts: readonly Part[], x: number, start: number, direction: 1 | -1): string =>
      stackedBars(
        parts,
        unit,
        (at, height) => ({ x, y: direction === -1 ? start - at - height : start + at, width: weekWidth - gap, height }),
        canvas,
      )
    let out = ''
    panel.weeks.slice(from, from + perRow).forEach((week, i) => {
      if (week.parts.length === 0) return
      const label = `${name}week from Tuesday ${formatDay(week.start)}: ${several(sumOf(week.parts), 'attack')}: ${levelsInWords(week.parts)}.`
      out += exploreLink(
        { attacks: '1', ...within, from: week.start, to: week.end },
        label,
        canvas,
        stack(week.parts, left(from + i) + gap / 2, base, -1),
      )
    })
    for (const group of panel.between) {
      if (group.parts.length === 0 || group.first < from || group.first >= from + perRow) continue
      const middle = (left(group.first) + left(group.last) + weekWidth) / 2
      const label = `${name}${several(sumOf(group.parts), 'attack')} of ${formatSpan(group)}, which week is not known: ${levelsInWords(group.parts)}.`
      out += exploreLink(
        { attacks: '1', ...within, from: group.start, to: group.end },
        label,
        canvas,
        stack(group.parts, Math.min(middle - (weekWidth - gap) / 2, width - weekWidth), hang, 1),
      )
    }
    return out
  }

  const axis = (row: number, base: number): string => {
    const from = row * perRow
    const scale = dayScale(
      {
        start: model.all.weeks[from]?.start ?? model.span.start,
        end: model.all.weeks[Math.min(model.all.weeks.length, from + perRow) - 1]?.end ?? model.span.end,
      },
      gutter,
      gutter + Math.min(perRow, model.all.weeks.length - from) * weekWidth,
    )
    let out = el('path', { d: `M${num(gutter)} ${num(base)}H${num(width)}`, stroke: paint.line })
    for (const tick of monthTicks(scale, SIZE)) {
      const x = scale.x(tick.day)
      const wide = measure(tick.label, SIZE)
      if (x + wide + 3 > width) continue
      out += el('path', { d: `M${num(x)} ${num(base)}v4`, stroke: paint.line })
      out += lettering.line({ text: tick.label, x: x + 3, y: base + 14, size: SIZE, fill: paint.quiet })
      if (tick.year !== null && x + measure(tick.year, SIZE, 'inter-600') + 3 <= width)
        out += lettering.line({
          text: tick.year,
          x: x + 3,
          y: base + 28,
          size: SIZE,
          face: 'inter-600',
          fill: paint.quiet,
        })
    }
    return out
  }

  const grid = (base: number, unit: number, ticks: readonly number[]): string =>
    ticks
      .filter((tick) => tick > 0)
      .map(
        (tick) =>
          el('path', { d: `M${num(gutter)} ${num(base - tick * unit)}H${num(width)}`, stroke: paint.grid }) +
          lettering.line({
            text: formatNumber(tick),
            x: gutter - 6,
            y: base - tick * unit + 4,
            size: SIZE,
            anchor: 'end',
            fill: paint.quiet,
          }),
      )
      .join('')

  // All fronts. On a card they are all there is, with fewer of the turning points, in the height that is left.
  const { room } = canvas
  const mostLanes = room === undefined ? undefined : 3
  const tall =
    room !== undefined
      ? Math.max(80, room - y - 3 * 15 - 66)
      : narrow
        ? 130
        : Math.min(240, Math.max(190, width * 0.22))
  const unit = tall / Math.max(1, ticks.at(-1) ?? 1)
  const hangs = hangOf(model.all) * unit
  for (let row = 0; row < rows; row++) {
    const from = row * perRow
    const here = model.turningPoints.filter(({ day }) => {
      const week = weekOf(day)
      return week >= from && week < from + perRow
    })
    const x = (day: string) => gutter + ((daysBetween(model.span.start, day) + 0.5) / 7 - from) * weekWidth
    const lineHeight = 15
    const { placed, lanes } = placeInLanes(
      here.map((point) => ({
        x: x(point.day),
        forms: [`${point.label}, ${formatDay(point.day).replace(/ \d{4}$/, '')}`, point.label],
        of: point,
      })),
      { left: gutter, right: width },
      SIZE,
      mostLanes,
    )
    const top = y + lanes * lineHeight
    // A later row is only as high as its own bars ask, on the same scale.
    const own = Math.max(0, ...model.all.weeks.slice(from, from + perRow).map((week) => sumOf(week.parts)))
    const rowTicks = ticks.filter((_, i) => i === 0 || (ticks[i - 1] ?? 0) < own)
    const base = top + 10 + Math.max(40, (rowTicks.at(-1) ?? 0) * unit)
    svg += grid(base, unit, rowTicks)
    for (const note of placed) {
      const point = note.of
      const baseline = top - note.lane * lineHeight
      svg += el('path', {
        d: `M${num(note.x)} ${num(baseline - SIZE * 0.7)}V${num(base)}`,
        stroke: paint.ink,
        'stroke-width': 0.75,
        opacity: 0.55,
      })
      svg += noteLink(
        // The words that are seen come first in the name that is heard.
        { ...point.record, label: `${note.text}: ${point.record.label}` },
        canvas,
        lettering.line({ text: note.text, x: note.textX, y: baseline, size: SIZE, halo: paint.paper }),
      )
    }
    const hang = base + 52
    svg += barsOf(room === undefined ? model.all : { ...model.all, between: [] }, row, base, hang, unit, 'All fronts, ')
    svg += axis(row, base)
    y = base + 36
    if (room !== undefined) {
      const words = `Week not certain, not drawn here: ${several(betweenWeeks(model.all), 'attack')}`
      if (betweenWeeks(model.all) > 0)
        svg += lettering.line({ text: words, x: gutter, y: base + 46, size: 11, fill: paint.quiet })
      y = base + 46
    } else if (model.all.between.some((group) => group.first >= from && group.first < from + perRow)) {
      const words = `Week not certain: ${several(betweenWeeks(model.all), 'attack')}`
      const whole = `${words}, drawn between the weeks`
      svg += lettering.line({
        text: row > 0 ? 'Week not certain' : measure(whole, 11) <= width - gutter ? whole : words,
        x: gutter,
        y: base + 46,
        size: 11,
        fill: paint.quiet,
      })
      svg += el('path', {
        d: `M${num(gutter)} ${num(hang)}H${num(width)}`,
        stroke: paint.line,
        'stroke-dasharray': '2 2',
      })
      y = hang + hangs + 8
    }
    y += 8
  }

  // A panel for each front, all on one scale, smaller than the first.
  const shown = room === undefined ? model.fronts.filter((panel) => panel.count > 0 && maxOf(panel) > 1) : []
  const most = Math.max(1, ...shown.map(maxOf), ...model.growth.map((growth) => growth.perWeek))
  const smallUnit = (narrow ? 84 : 104) / most
  for (const panel of shown) {
    y += 12
    svg += lettering.line({ text: FRONTS[panel.front].label, x: gutter, y: y + 11, size: 13, face: 'inter-600' })
    svg += lettering.line({
      text: several(panel.count, 'attack'),
      x: gutter + measure(FRONTS[panel.front].label, 13, 'inter-600') + 8,
      y: y + 11,
      size: SIZE,
      fill: paint.quiet,
    })
    y += 18
    for (let row = 0; row < rows; row++) {
      const from = row * perRow
      const own = Math.max(
        10,
        ...panel.weeks.slice(from, from + perRow).map((week) => sumOf(week.parts)),
        ...(panel.front === 'iraq-syria-jordan' && row === 0 ? model.growth.map((growth) => growth.perWeek) : []),
      )
      const small = own * smallUnit
      const base = y + small + 4
      svg += grid(
        base,
        smallUnit,
        [10, 20, 50, 100, 200, 500, 1000, 2000, 5000].filter((tick) => tick <= own && tick * smallUnit >= 14),
      )
      svg += el('path', { d: `M${num(gutter)} ${num(base)}H${num(width)}`, stroke: paint.line })
      svg += barsOf(panel, row, base, base + 3, smallUnit, `${FRONTS[panel.front].label}, `, { fronts: panel.front })
      if (panel.front === 'iraq-syria-jordan') {
        let end = 0
        for (const growth of model.growth) {
          const a = Math.max(from, weekOf(growth.from))
          const b = Math.min(from + perRow, weekOf(growth.to) + 1)
          if (b <= a) continue
          const d = `M${num(gutter + (a - from) * weekWidth + 0.5)} ${num(base - growth.perWeek * smallUnit)}H${num(gutter + (b - from) * weekWidth - 0.5)}`
          svg += el('path', { d, stroke: paint.paper, 'stroke-width': 4, fill: 'none' })
          svg += el('path', { d, stroke: paint.ink, 'stroke-width': 1.75, fill: 'none' })
          end = gutter + (b - from) * weekWidth
        }
        if (end > 0 && row === 0) {
          const words = narrow
            ? ['Pentagon’s tally:', 'growth a week']
            : ['The Pentagon’s tally: growth a week', 'between two of its figures']
          const at = { x: end + 36, y: base - small + 12, size: SIZE, fill: paint.ink, halo: paint.paper }
          svg += el('path', { d: `M${num(at.x - 20)} ${num(at.y - 4)}h14`, stroke: paint.ink, 'stroke-width': 1.75 })
          svg += lettering.block(words, at)
        }
      }
      y = base + Math.min(hangOf(panel), 6) * smallUnit + 8
    }
  }
  const rest = model.fronts.filter((panel) => panel.count > 0 && !shown.includes(panel))
  if (rest.length > 0 && room === undefined) {
    y += 14
    svg += lettering.line({
      text: `Not drawn: ${rest.map((panel) => `${FRONTS[panel.front].label} ${panel.count}`).join(', ')}`,
      x: gutter,
      y,
      size: SIZE,
      fill: paint.quiet,
    })
    y += 6
  }
  return drawing(canvas, { width, height: y + 2 }, 'Attacks by week', ['quiet', ...hues], lettering, svg)
}
