/** Ships in time, in a lane for each outcome; those sunk or seized are larger and named. Below: flags, types, weapons. */
import { weekOf, weekStart } from '../../dataset/dates.ts'
import { COLOURS, EVIDENCE, EVIDENCE_ORDER, keysOf } from '../../dataset/vocabulary.ts'
import type { Canvas, Drawing } from '../chart.ts'
import { placeLabels } from '../labels.ts'
import { bar, legend, mark, paintOfHue, texture } from '../marks.ts'
import { formatNumber } from '../number.ts'
import { recordLink } from '../record.ts'
import { drawing } from '../root.ts'
import { dayScale, monthTicks } from '../scales.ts'
import { el, num } from '../svg.ts'
import { swarm } from '../swarm.ts'
import { Lettering, measure, shorten } from '../text.ts'
import { LANES, type Ship, type Share, type VesselsModel } from './model.ts'

const SIZE = 12

/** Lanes with more records than this are drawn as bars by week: single marks could no longer be told apart. */
const MOST_MARKS = 900

/** Draws the figure. */
export function drawVessels(model: VesselsModel, canvas: Canvas): Drawing {
  const { width, paint } = canvas
  const lettering = new Lettering(paint.ink)
  const narrow = width < 560
  const found = new Set(model.ships.map((ship) => ship.record.colour))
  const hues = keysOf(COLOURS).filter((colour) => found.has(colour))
  let svg = ''
  let y = 0
  const key = legend(
    [
      ...EVIDENCE_ORDER.filter(
        (level) => level !== 'reported' || model.ships.some((ship) => ship.record.evidence === level),
      ).map((evidence) => ({
        label: EVIDENCE[evidence].label,
        evidence,
        colour: 'quiet' as const,
        kind: 'attack' as const,
        r: 5,
      })),
      ...hues.map((colour) => ({
        label: COLOURS[colour].label,
        evidence: 'confirmed' as const,
        colour,
        kind: 'attack' as const,
        r: 5,
      })),
    ],
    { x: 0, y, width },
    canvas,
    lettering,
  )
  svg += key.svg
  y += key.height + 12

  // A card has little height: marks as small as on a phone, and no lists.
  const small = narrow || canvas.room !== undefined
  const names = narrow ? 0 : 110
  const scale = dayScale(model.span, names + 8, width - 8)
  const at = (ship: Ship) => (scale.middle(ship.start) + scale.middle(ship.end)) / 2
  const chartTop = y
  const laneBodies: string[] = []
  for (const lane of LANES) {
    const ships = model.ships
      .filter((ship) => (lane.outcomes as readonly string[]).includes(ship.outcome))
      .sort((a, b) => at(a) - at(b) || (a.record.id < b.record.id ? -1 : 1))
    const grave = lane.label === 'Sunk or seized'
    const r = grave ? (small ? 7 : 9) : canvas.room !== undefined ? 2.8 : small ? 3.2 : 4.6
    let height = 0
    let body = ''
    const heading = narrow ? 20 : 4
    if (ships.length > MOST_MARKS) {
      height = 90
      const weeks = new Map<number, number>()
      for (const ship of ships) weeks.set(weekOf(ship.start), (weeks.get(weekOf(ship.start)) ?? 0) + 1)
      const most = Math.max(...weeks.values())
      for (const [week, count] of weeks) {
        const tall = (count / most) * 70
        body += bar(
          {
            x: scale.x(weekStart(week)),
            y: y + heading + 80 - tall,
            width: Math.max(1.5, scale.dayWidth * 6),
            height: tall,
          },
          'confirmed',
          ships[0]?.record.colour ?? 'other',
          canvas,
        )
      }
    } else {
      const offsets = swarm(ships.map(at), r)
      const top = Math.min(0, ...offsets) - r
      const bottom = Math.max(0, ...offsets) + r
      height = Math.max(bottom - top, 14) + (grave ? 8 : 6)
      const middle = y + heading + 4 - top
      for (const [i, ship] of ships.entries()) {
        const cy = middle + (offsets[i] ?? 0)
        const range =
          ship.start === ship.end
            ? ''
            : el('path', {
                d: `M${num(scale.middle(ship.start))} ${num(cy)}H${num(scale.middle(ship.end))}`,
                stroke: paintOfHue(ship.record.colour, canvas),
                'stroke-width': 1,
              })
        body += recordLink(
          ship.record,
          canvas,
          range,
          mark(
            { x: at(ship), y: cy, r, evidence: ship.record.evidence, kind: ship.kind, colour: ship.record.colour },
            canvas,
          ),
        )
      }
      if (grave) {
        // Names beside the marks; what finds no room is heard and shown on asking.
        const marks = ships.map((ship, i) => ({
          x: at(ship) - r,
          y: middle + (offsets[i] ?? 0) - r,
          width: 2 * r,
          height: 2 * r,
        }))
        const labelled = placeLabels(
          ships.map((ship, i) => {
            const cy = middle + (offsets[i] ?? 0) + 4
            return {
              lines: [
                shorten(
                  `${ship.name ?? 'Not named'}${width < 900 ? '' : `, ${ship.outcome}`}`,
                  width * 0.55,
                  SIZE,
                  'inter-600',
                ),
              ],
              face: 'inter-600' as const,
              size: SIZE,
              of: ship,
              positions: [0, 17, -17, 34, -34, 51].flatMap((dy) => [
                { x: at(ship) + r + 5, y: cy + dy, anchor: 'start' as const },
                { x: at(ship) - r - 5, y: cy + dy, anchor: 'end' as const },
              ]),
            }
          }),
          { x: names, y: y + heading - 8, width: width - names, height: 96 },
          marks,
          3,
        )
        for (const label of labelled.placed) {
          const own = label.request.of
          const i = ships.indexOf(own)
          const cy = middle + (offsets[i] ?? 0)
          if (Math.abs(label.y - 4 - cy) > 6)
            body += el('path', {
              d: `M${num(at(own))} ${num(cy)}L${num(label.anchor === 'end' ? label.x + 2 : label.x - 2)} ${num(label.y - 4)}`,
              stroke: paint.line,
            })
          body += lettering.line({
            text: label.request.lines[0] ?? '',
            x: label.x,
            y: label.y,
            size: SIZE,
            anchor: label.anchor,
            face: 'inter-600',
            halo: paint.paper,
          })
          height = Math.max(height, label.y + 10 - y - heading)
        }
      }
    }
    laneBodies.push(el('path', { d: `M0 ${num(y)}H${num(width)}`, stroke: paint.grid }))
    laneBodies.push(
      lettering.line({ text: lane.label, x: 0, y: y + 15, size: 13, face: 'inter-600' }),
      lettering.line({
        text: formatNumber(ships.length),
        x: narrow ? measure(lane.label, 13, 'inter-600') + 7 : 0,
        y: narrow ? y + 15 : y + 31,
        size: SIZE,
        fill: paint.quiet,
      }),
    )
    laneBodies.push(body)
    y += Math.max(heading + height + 6, narrow ? 0 : canvas.room === undefined ? 40 : 36)
  }
  // Time: faint lines behind the lanes, names below them.
  for (const tick of monthTicks(scale, SIZE)) {
    const x = scale.x(tick.day)
    svg += el('path', { d: `M${num(x)} ${num(chartTop)}V${num(y + 4)}`, stroke: paint.grid })
    if (x + 3 + measure(tick.year ?? tick.label, SIZE, 'inter-600') > width) continue
    svg += lettering.line({ text: tick.label, x: x + 3, y: y + 14, size: SIZE, fill: paint.quiet })
    if (tick.year !== null)
      svg += lettering.line({ text: tick.year, x: x + 3, y: y + 28, size: SIZE, face: 'inter-600', fill: paint.quiet })
  }
  svg += laneBodies.join('')
  y += canvas.room === undefined ? 46 : 32

  // Three short lists.
  const lists: readonly (readonly [string, readonly Share[]])[] =
    canvas.room === undefined
      ? [
          ['Flag', model.flags],
          ['Type, as reported', model.types],
          ['Weapon', model.weapons],
        ]
      : []
  const columns = narrow ? 1 : 3
  const space = 28
  const wide = (width - space * (columns - 1)) / columns
  const tops = lists.map(() => y)
  let deepest = y
  lists.forEach(([heading, shares], i) => {
    const left = narrow ? 0 : i * (wide + space)
    let top = narrow ? deepest : (tops[i] ?? y)
    svg += lettering.line({ text: heading, x: left, y: top + 12, size: 13, face: 'inter-600' })
    top += 20
    const label = Math.min(130, wide * 0.52)
    const most = Math.max(1, ...shares.map((own) => own.count))
    for (const own of shares) {
      const length = ((wide - label - 8 - measure(formatNumber(most), SIZE)) * own.count) / most
      svg += lettering.line({ text: shorten(own.label, label - 8, SIZE), x: left, y: top + 12, size: SIZE })
      svg += el('rect', {
        x: left + label,
        y: top + 2,
        width: length,
        height: 11,
        fill: texture('confirmed', 'quiet', canvas).fill,
      })
      svg += lettering.line({
        text: formatNumber(own.count),
        x: left + label + length + 5,
        y: top + 12,
        size: SIZE,
        fill: paint.quiet,
      })
      top += 18
    }
    deepest = Math.max(deepest, top + (narrow ? 12 : 0))
  })
  y = deepest
  return drawing(canvas, { width, height: y + 4 }, 'Merchant ships attacked', ['quiet', ...hues], lettering, svg)
}
