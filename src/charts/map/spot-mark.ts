/** The mark of a place with many records: a ring sized by area, parted by who acted and how it is known, its number inside. */
import { arc } from 'd3'
import type { Canvas } from '../chart.ts'
import { FULL_RADIUS, paintOfHue, texture } from '../marks.ts'
import { formatNumber } from '../number.ts'
import { el, num } from '../svg.ts'
import { measure, type Lettering } from '../text.ts'
import type { Part } from './model.ts'

const HOLE = 0.6
const NUMBER_SIZE = 11

/** Whether the number of a mark fits inside it; where it does not, it goes beside the name. */
export const numberFits = (count: number, r: number): boolean =>
  r >= 9.5 && measure(formatNumber(count), NUMBER_SIZE, 'inter-600') / 2 <= r * HOLE

/** One ring. Parts go clockwise from the top, in the order given. */
export function spotMark(
  at: { readonly x: number; readonly y: number; readonly r: number },
  parts: readonly Part[],
  canvas: Canvas,
  lettering: Lettering,
): string {
  const { x, y, r } = at
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  const stroke = r >= 9.5 ? 1 : 0.8
  const ring = arc().digits(1)
  let from = 0
  const sectors = parts.map((part) => {
    const to = from + (part.count / count) * 2 * Math.PI
    const d = ring({ innerRadius: r * HOLE, outerRadius: r - stroke / 2, startAngle: from, endAngle: to }) ?? ''
    from = to
    // In a thin ring a pattern reads as dirt: as in small marks, reported is then solid.
    const evidence = r < FULL_RADIUS * 1.5 && part.evidence === 'reported' ? 'confirmed' : part.evidence
    return el('path', { d, ...texture(evidence, part.colour, canvas, stroke) })
  })
  const label = numberFits(count, r)
    ? lettering.line({
        text: formatNumber(count),
        x,
        y: y + NUMBER_SIZE * 0.36,
        size: NUMBER_SIZE,
        face: 'inter-600',
        anchor: 'middle',
      })
    : ''
  return (
    el(
      'g',
      { transform: `translate(${num(x)} ${num(y)})` },
      el('circle', { r: r + 1, fill: canvas.paint.paper }),
      ...sectors,
    ) + label
  )
}

type Points = readonly (readonly [number, number])[]

// Evenly spaced dots of a row are one dashed line with round ends: a dozen bytes for a row of forty.
function dots(points: Points, step: number, width: number, stroke: string): string {
  if (points.length === 0) return ''
  let d = ''
  let length = 0
  points.forEach(([x, y], i) => {
    const next = points[i + 1]
    if (length === 0) d += `M${num(x)} ${num(y)}`
    if (next !== undefined && next[1] === y) {
      length += step
      return
    }
    d += `h${num(length + 0.01)}`
    length = 0
  })
  return el('path', {
    d,
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-dasharray': `.01 ${num(step - 0.01)}`,
    fill: 'none',
  })
}

/**
 * Small marks of one colour and evidence, row by row and `step` apart, as a few paths: solid, ring or slashed ring, by the grammar
 * of small marks.
 */
export function smallMarks(
  points: Points,
  r: number,
  step: number,
  part: Pick<Part, 'colour' | 'evidence'>,
  canvas: Canvas,
): string {
  const colour = paintOfHue(part.colour, canvas)
  const solid = dots(points, step, 2 * r, colour)
  if (part.evidence === 'confirmed' || part.evidence === 'reported') return solid
  const inside = dots(points, step, 2 * (r - Math.max(1, r * 0.32)), canvas.paint.paper)
  if (part.evidence === 'claimed') return solid + inside
  const d = r * 0.95
  return (
    solid +
    inside +
    el('path', {
      d: points.map(([x, y]) => `M${num(x - d)} ${num(y + d)}l${num(2 * d)} ${num(-2 * d)}`).join(''),
      stroke: colour,
      'stroke-width': 1,
      fill: 'none',
    })
  )
}
