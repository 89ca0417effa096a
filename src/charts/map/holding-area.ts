/** Holding areas: records without a point wait beside the map, a dot a record, in dashed boxes with name and number. */
import { paramsOfQuery } from '../../dataset/address.ts'
import type { Canvas } from '../chart.ts'
import { formatNumber } from '../number.ts'
import { exploreLink } from '../record.ts'
import { el } from '../svg.ts'
import { measure, shorten, type Lettering } from '../text.ts'
import type { Holding, Part } from './model.ts'
import { countWords } from './panel.ts'
import { smallMarks } from './spot-mark.ts'

const NAME = 12
const PAD = 8
const LINE = 24
const GAP = 6
const BETWEEN = 16

// More dots than this in one area are left to the number.
const MOST_DOTS = 600

/** Where holding areas go: columns of one width, each from its own height. */
export interface HoldingLayout {
  readonly x: number
  readonly width: number
  /** Where each column begins. */
  readonly tops: readonly number[]
  /** Radius of a dot. */
  readonly r: number
}

const stepOf = (r: number): number => 2 * r + 1.8
const perRow = (width: number, r: number): number => Math.max(1, Math.floor((width + 1.8) / stepOf(r)))

/** Width of one of several columns side by side. */
export const columnWidth = (width: number, columns: number): number => (width - BETWEEN * (columns - 1)) / columns

/** Draws the holding areas, largest first, each in the column that ends highest; returns where the lowest ends. */
export function holdingAreas(
  holdings: readonly Holding[],
  layout: HoldingLayout,
  canvas: Canvas,
  lettering: Lettering,
): { svg: string; bottom: number } {
  const ends = [...layout.tops]
  const width = columnWidth(layout.width, ends.length)
  const inner = width - 2 * PAD
  const svg = holdings
    .map((holding) => {
      const count = formatNumber(holding.records.length)
      const room = inner - measure(count, NAME, 'inter-600') - 8
      const drawn = Math.min(holding.records.length, MOST_DOTS)
      const dotsWide = drawn * stepOf(layout.r)
      const name = shorten(holding.name, room, NAME)
      // A few dots stand on the line of the name; more go below it.
      const inline = measure(name, NAME) + 10 + dotsWide <= room
      const rows = inline ? 0 : Math.ceil(drawn / perRow(inner, layout.r))
      const height = LINE + (rows === 0 ? 0 : rows * stepOf(layout.r) + PAD - 3)
      const column = ends.indexOf(Math.min(...ends))
      const x = layout.x + column * (width + BETWEEN)
      const y = ends[column] ?? 0
      ends[column] = y + height + GAP
      const baseline = y + LINE / 2 + NAME * 0.36
      const frame = el('rect', {
        x: x + 0.5,
        y: y + 0.5,
        width: width - 1,
        height: height - 1,
        rx: 4,
        fill: canvas.paint.paper,
        stroke: canvas.paint.line,
        'stroke-dasharray': '3 3',
      })
      const head =
        lettering.line({ text: name, x: x + PAD, y: baseline, size: NAME }) +
        lettering.line({ text: count, x: x + width - PAD, y: baseline, size: NAME, face: 'inter-600', anchor: 'end' })
      const at = inline
        ? { x: x + PAD + room - dotsWide, y: y + LINE / 2 - layout.r, width: dotsWide, r: layout.r }
        : { x: x + PAD, y: y + LINE, width: inner, r: layout.r }
      // The link lies over what it stands for and holds no lettering of its own: a shortened name would not be the name it is called by.
      const cover = el('rect', { x, y, width, height, rx: 4, fill: 'none', 'pointer-events': 'all' })
      const link = exploreLink(
        Object.fromEntries(paramsOfQuery(holding.query)),
        `${holding.name}: no point on the map. ${countWords(holding)}.`,
        canvas,
        cover,
      )
      return frame + head + dotsOf(holding.parts, at, canvas) + (canvas.href === null ? '' : link)
    })
    .join('')
  return { svg, bottom: Math.max(0, ...ends) - (holdings.length === 0 ? 0 : GAP) }
}

function dotsOf(
  parts: readonly Part[],
  box: { x: number; y: number; width: number; r: number },
  canvas: Canvas,
): string {
  const row = perRow(box.width, box.r)
  let index = 0
  return parts
    .map((part) => {
      const points: [number, number][] = []
      for (let i = 0; i < part.count && index < MOST_DOTS; i++, index++)
        points.push([
          box.x + box.r + (index % row) * stepOf(box.r),
          box.y + box.r + Math.floor(index / row) * stepOf(box.r),
        ])
      return smallMarks(points, box.r, stepOf(box.r), part, canvas)
    })
    .join('')
}
