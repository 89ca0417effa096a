/** The key below the drawing: what lines, dashes, bars and bands mean. */
import type { Canvas } from '../chart.ts'
import { el, num } from '../svg.ts'
import { measure, wrap, type Lettering } from '../text.ts'
import { DASHES } from './draw.ts'

const SAMPLE = 38
const ROW = 22
const SIZE = 12

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

interface Item {
  readonly text: string
  readonly draw: (x: number, y: number) => string
  /** What a card says instead; absent where a card leaves it out. */
  readonly brief?: string
}

/** Draws the key in rows that wrap at the box's width. */
export const drawKey = (box: Box, canvas: Canvas, lettering: Lettering): { svg: string; height: number } =>
  rowsOf(itemsOf(canvas), box, canvas, lettering)

/** The key of a card: what the lines of the core need, after a sentence on what it shows. */
export function drawBriefKey(
  box: Box,
  words: string,
  canvas: Canvas,
  lettering: Lettering,
): { svg: string; height: number } {
  const items = itemsOf(canvas).flatMap(({ brief, draw }) => (brief === undefined ? [] : [{ text: brief, draw }]))
  const said = lettering.line({ text: words, x: box.x, y: box.y + 9, size: SIZE, fill: canvas.paint.quiet })
  const rows = rowsOf(items, { ...box, y: box.y + 18 }, canvas, lettering)
  return { svg: said + rows.svg, height: rows.height + 18 }
}

function itemsOf({ paint }: Canvas): Item[] {
  const line = (dash: string | null, width: number) => (x: number, y: number) =>
    el('path', {
      d: `M${num(x)} ${num(y)}H${num(x + SAMPLE)}`,
      stroke: paint.ink,
      'stroke-width': width,
      'stroke-dasharray': dash,
    })
  const head = (x: number, y: number) =>
    el('path', { d: `M${num(x + SAMPLE - 7)} ${num(y - 3.6)}l7 3.6l-7 3.6Z`, fill: paint.ink })
  const bar = (x: number, y: number) =>
    el('rect', {
      x: x + SAMPLE / 2 - 2.25,
      y: y - 7,
      width: 4.5,
      height: 14,
      fill: paint.paper,
      stroke: paint.ink,
      'stroke-width': 1.3,
    })
  return [
    { text: 'backs, arms, funds, trains', draw: (x, y) => line(null, 2)(x, y) + head(x, y) },
    {
      text: 'commands',
      draw: (x, y) =>
        line(null, 4)(x, y) +
        el('path', { d: `M${num(x)} ${num(y)}h${num(SAMPLE)}`, stroke: paint.paper, 'stroke-width': 1.6 }) +
        head(x, y),
    },
    {
      text: 'belongs to, or claims for, the end with the ring',
      draw: (x, y) =>
        line(null, 2)(x, y) +
        el('circle', { cx: x + SAMPLE - 3, cy: y, r: 2.6, fill: paint.paper, stroke: paint.ink, 'stroke-width': 1.4 }),
    },
    { text: 'allied or coordinates', draw: line(null, 2) },
    {
      text: 'said to attack; no record counts it',
      draw: (x, y) =>
        line(DASHES['widely-reported'], 1.3)(x, y) +
        el('path', {
          d: `M${num(x + SAMPLE - 6)} ${num(y - 4)}l6 4l-6 4`,
          fill: 'none',
          stroke: paint.ink,
          'stroke-width': 1.3,
        }),
    },
    { text: 'documented', brief: 'documented', draw: line(DASHES.documented, 2) },
    { text: 'widely reported', brief: 'widely reported', draw: line(DASHES['widely-reported'], 1.3) },
    { text: 'alleged', brief: 'alleged', draw: line(DASHES.alleged, 1.3) },
    { text: 'denied by one of those concerned', brief: 'denied', draw: (x, y) => line(null, 1.3)(x, y) + bar(x, y) },
    {
      text: 'no core tie: its ties on asking, and in the table',
      draw: (x, y) =>
        el('rect', { x: x + 4, y: y - 7, width: SAMPLE - 8, height: 14, rx: 4, fill: paint.paper, stroke: paint.line }),
    },
    {
      text: 'attacks or strikes in the record, as wide as their number; full strength: confirmed',
      brief: 'attacks or strikes, by number; full strength: confirmed',
      draw: (x, y) =>
        el('rect', { x, y: y - 7, width: SAMPLE, height: 14, fill: paint.ink, 'fill-opacity': 0.3 }) +
        el('rect', { x, y: y - 3, width: SAMPLE, height: 6, fill: paint.ink, 'fill-opacity': 0.9 }),
    },
  ]
}

function rowsOf(
  items: readonly Item[],
  box: Box,
  { paint }: Canvas,
  lettering: Lettering,
): { svg: string; height: number } {
  let x = box.x
  let y = box.y + ROW / 2
  let svg = el('path', { d: `M${num(box.x)} ${num(box.y - 6)}h${num(box.width)}`, stroke: paint.grid })
  for (const item of items) {
    const room = box.width - SAMPLE - 8
    const lines = wrap(item.text, room, SIZE)
    const width = SAMPLE + 8 + Math.max(...lines.map((one) => measure(one, SIZE)))
    if (x > box.x && x + width > box.x + box.width) {
      x = box.x
      y += ROW
    }
    svg += item.draw(x, y)
    svg += lettering.block(lines, { x: x + SAMPLE + 8, y: y + SIZE * 0.36, size: SIZE, fill: paint.quiet })
    y += (lines.length - 1) * SIZE * 1.25
    x += width + 20
  }
  return { svg: el('g', { class: 'key' }, svg), height: y + ROW / 2 - box.y }
}
