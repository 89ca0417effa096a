/** Marks and bars of Explore as shapes: the server writes them as text, the browser makes elements of them. */
import { FIRST_DAY, weekOf } from '../../../dataset/dates.ts'
import { EVIDENCE_ORDER, type EvidenceLevel } from '../../../dataset/vocabulary.ts'
import type { Row, Weeks } from './view.ts'

export type Attributes = Readonly<Record<string, string | number>>

/** One element of a drawing. */
export interface Shape {
  readonly name: 'circle' | 'path' | 'rect' | 'text'
  readonly attributes: Attributes
  readonly text: string
}

const shape = (name: Shape['name'], attributes: Attributes, text = ''): Shape => ({ name, attributes, text })

/** The mark of a record: solid, ring, or ring with a slash. */
export function markShapes({ colour: hue, evidence: { level } }: Row, x: number, y: number, r: number): Shape[] {
  const colour = `var(--hue-${hue})`
  const solid = level === 'confirmed' || level === 'reported'
  const width = Math.max(1, r * 0.32)
  const made = [
    solid
      ? shape('circle', { cx: x, cy: y, r, fill: colour })
      : shape('circle', {
          cx: x,
          cy: y,
          r: r - width / 2,
          fill: 'var(--paper)',
          stroke: colour,
          'stroke-width': width,
        }),
  ]
  if (level === 'disputed')
    made.push(
      shape('path', {
        d: `M${String(x - r)} ${String(y + r)}L${String(x + r)} ${String(y - r)}`,
        stroke: colour,
        'stroke-width': width,
      }),
    )
  return made
}

const FILL: Readonly<Record<EvidenceLevel, string>> = {
  confirmed: 'var(--ink)',
  reported: 'url(#explore-hatch-ink)',
  claimed: 'var(--paper)',
  disputed: 'url(#explore-slash-ink)',
}

const LEFT = 44
const TOP = 8
const HEIGHT = 150
const WIDTH = 640

// Width of a year's name, at its largest.
const YEAR = 56

// Radius of one record on the map, and the smallest of any mark.
const UNIT = 2.1
const LEAST = 3.4

/**
 * The records on the map: one mark for each point and colour, its area their number. The disc is what is confirmed or reported, by
 * area; the ring is all. Large marks lie below small ones.
 */
export function mapShapes(rows: readonly Row[]): Shape[] {
  const spots = new Map<string, { x: number; y: number; colour: Row['colour']; all: number; firm: number }>()
  for (const { point, colour, evidence } of rows) {
    if (point === null) continue
    const [x, y] = point
    const key = `${String(x)} ${String(y)} ${colour}`
    const spot = spots.get(key) ?? { x, y, colour, all: 0, firm: 0 }
    spot.all += 1
    if (evidence.level === 'confirmed' || evidence.level === 'reported') spot.firm += 1
    spots.set(key, spot)
  }
  return [...spots.values()]
    .sort((a, b) => b.all - a.all)
    .flatMap(({ x, y, colour, all, firm }) => {
      const hue = `var(--hue-${colour})`
      const r = Math.round(Math.max(LEAST, UNIT * Math.sqrt(all)) * 10) / 10
      const inner = Math.round(r * Math.sqrt(firm / all) * 10) / 10
      return [
        shape('circle', { cx: x, cy: y, r: r - 0.5, fill: 'var(--paper)', stroke: hue, 'stroke-width': 1.2 }),
        ...(firm === 0 ? [] : [shape('circle', { cx: x, cy: y, r: inner, fill: hue })]),
      ]
    })
}

/** The weeks as bars, and the highest week. */
export function weekShapes({ weeks }: Weeks): { shapes: Shape[]; week: number; count: number } {
  const sums = weeks.map((week) => EVIDENCE_ORDER.reduce((sum, level) => sum + week[level], 0))
  const count = Math.max(0, ...sums)
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((size) => size * 4 >= count) ?? 1000
  const top = Math.max(step, Math.ceil(count / step) * step)
  const y = (value: number): number => TOP + HEIGHT - (value / top) * HEIGHT
  const across = (WIDTH - LEFT) / Math.max(1, weeks.length)
  const shapes: Shape[] = []
  for (let tick = 0; tick <= top; tick += step) {
    shapes.push(
      shape('path', {
        d: `M${String(LEFT)} ${String(y(tick))}H${String(WIDTH)}`,
        stroke: tick === 0 ? 'var(--line)' : 'var(--grid)',
      }),
      shape(
        'text',
        { x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end', fill: 'var(--quiet)', 'font-size': 12 },
        String(tick),
      ),
    )
  }
  const line = Math.min(1, across / 3)
  weeks.forEach((week, index) => {
    let base = 0
    for (const level of EVIDENCE_ORDER) {
      const value = week[level]
      if (value === 0) continue
      shapes.push(
        shape('rect', {
          x: LEFT + index * across + line / 2,
          y: y(base + value) + line / 2,
          width: Math.max(0.5, across - line - 0.8),
          height: Math.max(0.5, y(base) - y(base + value) - line),
          fill: FILL[level],
          stroke: 'var(--ink)',
          'stroke-width': line,
        }),
      )
      base += value
    }
  })
  const firstYear = Number(FIRST_DAY.slice(0, 4))
  for (let year = firstYear; ; year++) {
    const week = year === firstYear ? 0 : weekOf(`${String(year)}-01-01`)
    if (week >= weeks.length) break
    const x = LEFT + week * across
    // A year that has only begun would be cut at the edge.
    if (x + YEAR > WIDTH) break
    shapes.push(
      shape('path', { d: `M${String(x)} ${String(y(0))}v6`, stroke: 'var(--line)' }),
      shape(
        'text',
        { x: year === firstYear ? x - 18 : x + 3, y: y(0) + 18, fill: 'var(--quiet)', 'font-size': 12 },
        String(year),
      ),
    )
  }
  return { shapes, week: Math.max(0, sums.indexOf(count)), count }
}
