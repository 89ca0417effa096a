/**
 * The timeline: every mark above its day, piled from a baseline.
 *
 * 1. A mark whose day is uncertain stands in the middle of its span.
 * 2. Marks are as large as the highest pile allows, up to the layout's limit; batches are larger by area.
 * 3. Where a day is narrower than a mark, marks may step aside to lie lower, but each still covers its day.
 * 4. A pile that does not fill the field is lifted: on a phone the cards of text pass over its lower part.
 * 5. Marks outside the days stand where the scale puts them, out of sight, so that they slide in when the days widen.
 */
import { dayNumber, dayOfNumber, formatDay, formatSpan } from '../../dataset/dates.ts'
import { PAGE_PAINT } from '../../charts/palette.ts'
import { el } from '../../charts/svg.ts'
import { Lettering, measure } from '../../charts/text.ts'
import type { Layout, LayoutContext, LayoutSpec } from '../layout.ts'
import { growth, matching, middleDay, weightOf } from '../roster.ts'
import { largestFitting } from './fit.ts'
import { pile, type Grain } from './pile.ts'

type Timeline = Extract<LayoutSpec, { kind: 'timeline' }>

const MONTHS = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.']

interface Tick {
  readonly day: number
  readonly label: string
  /** A longer line: the first of a year. */
  readonly strong: boolean
}

function ticksOf(from: string, to: string, width: number): Tick[] {
  const days = dayNumber(to) - dayNumber(from) + 1
  const ticks: Tick[] = []
  if (days <= 70) {
    const step = days <= 8 ? 1 : days <= 26 ? (width < 500 ? 5 : 3) : width < 500 ? 14 : 7
    for (let day = dayNumber(from); day <= dayNumber(to); day += step) {
      const name = dayOfNumber(day)
      ticks.push({ day, label: formatDay(name).slice(0, -5), strong: false })
    }
    return ticks
  }
  const [year = 0, month = 0] = from.split('-').map(Number)
  const last = dayNumber(to)
  for (let i = 0; ; i++) {
    const m = (month - 1 + i) % 12
    const y = year + Math.floor((month - 1 + i) / 12)
    const first = dayNumber(`${String(y)}-${String(m + 1).padStart(2, '0')}-01`)
    if (first > last) break
    if (first < dayNumber(from)) continue
    const months = days / 30.4
    const every = months > 14 ? (width < 500 ? 6 : 3) : months > 7 ? 2 : 1
    if (m % every === 0) ticks.push({ day: first, label: m === 0 ? String(y) : (MONTHS[m] ?? ''), strong: m === 0 })
  }
  return ticks
}

/** Lays marks out on a timeline. */
export function layTimeline(spec: Timeline, { dataset, roster, size, shown }: LayoutContext): Layout {
  const margin = size.name === 'phone' ? 14 : 24
  const left = margin
  const right = size.width - margin
  const first = dayNumber(spec.from)
  const last = dayNumber(spec.to)
  const scale = (day: number) => left + ((day + 0.5 - first) / (last + 1 - first)) * (right - left)
  const lanes = spec.lanes ?? [{ label: '', query: {} }]
  const axis = size.small + 12
  const lowest = size.height - axis - 2
  const labelled = spec.lanes !== undefined
  const head = labelled ? size.text + 10 : 0
  const room = lowest - (size.name === 'phone' ? 6 : 10) - head * lanes.length - (lanes.length - 1) * 8
  const inLane = lanes.map((lane) => matching(roster, lane.query, dataset))
  const laneOf = roster.map((_, i) => inLane.findIndex((list) => list[i] === true))
  const inside = roster.map((incident, i) => {
    const day = middleDay(incident)
    return (laneOf[i] ?? -1) >= 0 && day >= first - 0.5 && day <= last + 0.5
  })
  const gap = size.name === 'phone' ? 0.5 : 0.8
  // So many times the radius of the whole record are enough for a zoom; rule 2 from there down.
  const limit = (last - first > 500 ? 1.3 : 4.2) * size.radius
  const dayWidth = (right - left) / (last + 1 - first)
  const days = roster.map((incident) => scale(middleDay(incident)))
  const { radius, made: piles } = largestFitting(
    { limit, least: 1.4, step: 0.1 },
    (r) =>
      lanes.map((_, lane) =>
        pile(
          roster.flatMap((incident, index): Grain[] =>
            inside[index] === true && shown[index] === true && laneOf[index] === lane
              ? [{ index, x: days[index] ?? left, r: r * growth(weightOf(incident)) }]
              : [],
          ),
          gap,
          dayWidth < r,
        ),
      ),
    (made, r) => made.reduce((sum, each) => sum + Math.max(each.top, 3 * r), 0) <= room,
  )
  const lettering = new Lettering(PAGE_PAINT.ink)
  const spare = Math.max(0, room - piles.reduce((sum, each) => sum + Math.max(each.top, 3 * radius), 0))
  const bottom = lowest - (labelled ? 0 : Math.round(spare * (size.name === 'phone' ? 0.5 : 0.3)))
  const baselines: number[] = []
  let y = bottom
  for (let lane = lanes.length - 1; lane >= 0; lane--) {
    baselines[lane] = y
    y -= Math.max(piles[lane]?.top ?? 0, 3 * radius) + head + 8 + (labelled ? spare / lanes.length : 0)
  }
  const under: string[] = []
  const over: string[] = []
  for (const tick of ticksOf(spec.from, spec.to, size.width)) {
    const x = scale(tick.day) - (right - left) / (last + 1 - first) / 2
    const width = measure(tick.label, size.small)
    under.push(
      el('path', {
        d: `M${String(Math.round(x))} ${String(labelled ? Math.round(y) + 12 : bottom - 8)}V${String(bottom + 6)}`,
        stroke: labelled ? PAGE_PAINT.grid : PAGE_PAINT.line,
      }),
    )
    if (x + width > size.width - 2) continue
    under.push(
      lettering.line({
        text: tick.label,
        x: Math.max(2, x + 1),
        y: bottom + axis - 4,
        size: size.small,
        fill: tick.strong ? PAGE_PAINT.ink : PAGE_PAINT.quiet,
        face: tick.strong ? 'inter-600' : 'inter-400',
      }),
    )
  }
  lanes.forEach((lane, index) => {
    const base = baselines[index] ?? bottom
    under.push(
      el('path', { d: `M${String(left)} ${String(Math.round(base) + 0.5)}H${String(right)}`, stroke: PAGE_PAINT.line }),
    )
    if (!labelled) return
    const count = roster.filter((_, i) => inside[i] === true && shown[i] === true && laneOf[i] === index).length
    over.push(
      lettering.line({
        text: `${lane.label}: ${String(count)} ${count === 1 ? 'record' : 'records'}`,
        x: left,
        y: base - Math.max(piles[index]?.top ?? 0, 3 * radius) - 8,
        size: size.small,
        face: 'inter-600',
        halo: PAGE_PAINT.paper,
      }),
    )
  })
  const unsure = roster.filter(
    (incident, i) => inside[i] === true && shown[i] === true && incident.date.start !== incident.date.end,
  ).length
  return {
    spec,
    size,
    radius,
    x: roster.map((_, i) => piles[Math.max(0, laneOf[i] ?? 0)]?.at.get(i)?.x ?? days[i] ?? left),
    y: roster.map((_, i) => {
      const lane = Math.max(0, laneOf[i] ?? 0)
      return (baselines[lane] ?? bottom) - (piles[lane]?.at.get(i)?.y ?? radius)
    }),
    r: roster.map((incident) => radius * growth(weightOf(incident))),
    on: inside,
    under: under.join(''),
    over: over.join(''),
    labels: lettering.boxes,
    taken: lettering.boxes,
    words: `Each mark stands above its day, ${formatSpan({ start: spec.from, end: spec.to })}.${
      unsure === 0 ? '' : ` ${String(unsure)} with an uncertain date stand in the middle of their span.`
    }`,
  }
}
