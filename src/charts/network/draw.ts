/**
 * The drawing of the network. Lines first, the widest below; then names, which hide nothing but lines that end at them.
 *
 * Colour is the actor's who does it. Line style is the kind of tie; weight and dash are how sure it is; an open bar across a
 * line says that somebody denies it. The band of a link is as wide as the number it stands for, and its full-strength part is
 * what is confirmed.
 */
import type { Colour } from '../../dataset/vocabulary.ts'
import type { Canvas, Drawing, LabelBox } from '../chart.ts'
import { placeLabels, type LabelRequest } from '../labels.ts'
import { formatNumber } from '../number.ts'
import { drawing } from '../root.ts'
import { el, num } from '../svg.ts'
import { LEAST_SIZE, Lettering, measure } from '../text.ts'
import { coreOf } from './core.ts'
import { drawBriefKey, drawKey } from './key.ts'
import { headOf, layoutNetwork, type Heading, type Layout, type PlacedNode, type Route } from './layout.ts'
import type { NetworkModel, Node } from './model.ts'
import { countOf, wordsOf, type Strand } from './strands.ts'

/** Dashes by confidence; none where it is documented. */
export const DASHES = { documented: null, 'widely-reported': '7 3.5', alleged: '1.5 3.5', denied: '1.5 3.5' } as const

/** Draws the model on a canvas. `name` is what assistive technology hears. */
export function drawNetwork(model: NetworkModel, canvas: Canvas, name: string): Drawing {
  const { paint, room } = canvas
  // A card has room for the actors that count, and for a key of what they need.
  const whole = model
  if (room !== undefined) model = coreOf(whole, canvas.width, room - 22 - 44)
  const layout = layoutNetwork(model, canvas.width)
  const lettering = new Lettering(paint.ink)
  const colours = new Map<string, Colour>([
    ...model.nodes.map((node) => [node.id, node.colour] as const),
    ...model.frames.map((frame) => [frame.id, frame.colour] as const),
  ])
  const hueOf = (strand: Strand): string => paint.hue[strand.link?.colour ?? colours.get(strand.from) ?? 'other']

  const byWidth = [...layout.routes].sort((a, b) => b.width - a.width)
  const links = byWidth.filter((route) => route.strand.link !== null)
  const ties = byWidth.filter((route) => route.strand.link === null)
  const bars = new Map([...placeBars(layout.routes), ...placeBars(layout.asked)])
  const line = (route: Route): string => drawRoute(route, hueOf(route.strand), bars.get(route) ?? null, canvas, layout)

  const headings = layout.headings.map((heading) => drawHeading(heading, layout, canvas, lettering)).join('')
  const rules = layout.bands
    .map(({ from, to }) =>
      layout.axis === 'columns' ? '' : el('path', { d: `M${num(18)} ${num(from)}V${num(to)}`, stroke: paint.line }),
    )
    .join('')
  const frames = layout.frames
    .map((placed) =>
      el(
        'g',
        { class: 'frame', 'data-node': placed.frame.id },
        el('rect', {
          x: placed.x,
          y: placed.y,
          width: placed.width,
          height: placed.height,
          rx: 5,
          fill: paint.paper,
          stroke: paint.hue[placed.frame.colour],
          'stroke-width': 1.5,
        }),
        lettering.block(
          placed.lines,
          {
            x: placed.x + 9,
            y: layout.axis === 'columns' ? placed.y + layout.size + 5 : placed.y + placed.height - 8,
            size: layout.size,
            face: 'inter-600',
          },
          1.2,
        ),
      ),
    )
    .join('')
  const nodes = [...layout.nodes]
    .sort((a, b) => readingOrder(a, b, layout))
    .map((placed) => drawNode(placed, layout, canvas, lettering))
    .join('')
  const barBoxes = layout.routes
    .flatMap((route) => bars.get(route) ?? [])
    .map(({ x, y }) => ({ x: x - 7, y: y - 7, width: 14, height: 14 }))
  const labels = drawLabels(layout, canvas, lettering, [...lettering.boxes, ...layout.nodes, ...barBoxes])
  const key =
    model === whole
      ? drawKey({ x: 0, y: layout.height + 22, width: canvas.width }, canvas, lettering)
      : drawBriefKey(
          { x: 0, y: layout.height + 22, width: canvas.width },
          `${formatNumber(actorsOf(model))} of ${formatNumber(actorsOf(whole))} actors: those with the most attacks, strikes and ties`,
          canvas,
          lettering,
        )
  return drawing(
    canvas,
    { width: canvas.width, height: layout.height + 22 + key.height },
    name,
    [],
    lettering,
    el(
      'g',
      { class: 'network' },
      rules,
      el('g', { class: 'links' }, ...links.map(line)),
      frames,
      el('g', { class: 'ties' }, ...ties.map(line)),
      el('g', { class: 'asked', 'aria-hidden': 'true' }, ...layout.asked.map((route) => line(route))),
      headings,
      nodes,
      el('g', { class: 'words', 'aria-hidden': 'true', 'pointer-events': 'none' }, labels),
    ),
    key.svg,
  )
}

const actorsOf = (model: NetworkModel): number => model.nodes.filter(({ role }) => role === 'actor').length

/** The name of a layer: above its column; along its rows, turned, since lines need the width. */
function drawHeading(heading: Heading, layout: Layout, { paint }: Canvas, lettering: Lettering): string {
  const size = layout.axis === 'columns' ? 12 : LEAST_SIZE
  const line = { text: heading.text, size, face: 'inter-600', fill: paint.quiet } as const
  if (layout.axis === 'columns') return lettering.line({ ...line, x: heading.x, y: heading.y })
  const flat = lettering.line({ ...line, x: 0, y: 0, anchor: 'middle' })
  const box = lettering.boxes.pop()
  if (box !== undefined)
    lettering.boxes.push({
      ...box,
      x: heading.x - size * 0.76,
      y: heading.y - box.width / 2,
      width: box.height,
      height: box.width,
    })
  return el('g', { transform: `translate(${num(heading.x)} ${num(heading.y)}) rotate(-90)` }, flat)
}

const readingOrder = (a: PlacedNode, b: PlacedNode, layout: Layout): number =>
  layout.axis === 'columns'
    ? Math.round(a.x / 40) - Math.round(b.x / 40) || a.y - b.y
    : Math.round((a.y + a.height / 2) / 12) - Math.round((b.y + b.height / 2) / 12) || a.x - b.x

function drawNode(placed: PlacedNode, layout: Layout, canvas: Canvas, lettering: Lettering): string {
  const { node, x, y, width, height, lines } = placed
  const { paint } = canvas
  const hue = paint.hue[node.colour]
  const leading = layout.size * 1.2
  const top = y + height / 2 - ((lines.length - 1) * leading) / 2 + layout.size * 0.36
  const box = el('rect', {
    x,
    y,
    width,
    height,
    rx: 4,
    fill: node.first ? paint.card : paint.paper,
    stroke: node.first ? hue : paint.line,
    'stroke-width': node.first ? 1.5 : 1,
    'stroke-dasharray': node.role === 'unnamed' ? '4 3' : null,
  })
  const bar =
    node.role === 'actor' && node.first
      ? layout.axis === 'columns'
        ? el('rect', { x, y, width: 4, height, rx: 2, fill: hue })
        : el('rect', { x, y, width, height: 3.5, rx: 1.75, fill: hue })
      : ''
  const words = lettering.block(
    lines,
    {
      x: layout.axis === 'columns' ? x + 10 : x + width / 2,
      y: layout.axis === 'columns' || bar === '' ? top : top + 1,
      size: layout.size,
      anchor: layout.axis === 'columns' ? 'start' : 'middle',
      fill: node.first ? paint.ink : paint.quiet,
    },
    1.2,
  )
  // A name on two lines is one name to whoever hears it.
  const spaced = words.replaceAll('</text><text', '</text> <text')
  const common = { class: 'node', 'data-node': node.id }
  if (canvas.href === null || node.path === null) return el('g', common, box, bar, spaced)
  return el('a', { ...common, href: canvas.href(node.path), 'aria-label': labelOf(node) }, box, bar, spaced)
}

/** What a name says when it is read out. */
export function labelOf(node: Node): string {
  const activity = node.activity.map((series) => `${series.label.toLowerCase()}: ${String(series.total)}`).join('; ')
  const known = node.short === null || node.name.includes(node.short) ? '' : `${node.short} – `
  return `${known}${node.name}, ${node.body.toLowerCase()}${activity === '' ? '' : `. ${activity}`}`
}

function drawRoute(route: Route, hue: string, bar: Bar | null, canvas: Canvas, layout: Layout): string {
  const { strand, width, d } = route
  const { paint } = canvas
  const base = { d, fill: 'none', stroke: hue }
  const end = headAt(route, layout)
  let content: string
  if (strand.link !== null) {
    const sure = (strand.link.confirmed / strand.link.count) * width
    content =
      el('path', { ...base, 'stroke-width': width, 'stroke-opacity': 0.3 }) +
      (sure > 0 ? el('path', { ...base, 'stroke-width': Math.max(0.8, sure), 'stroke-opacity': 0.9 }) : '') +
      arrow(end, Math.max(3.4, width * 0.62), headOf(strand, width), hue)
  } else {
    const dash = DASHES[strand.confidence ?? 'documented']
    content = el('path', { ...base, 'stroke-width': width, 'stroke-dasharray': dash })
    if (strand.family === 'command')
      content += el('path', { ...base, stroke: paint.paper, 'stroke-width': width - 2.4 })
    if (strand.family === 'support' || strand.family === 'command' || strand.family === 'asked')
      content += arrow(end, strand.family === 'command' ? 4.4 : 3.6, 7, hue)
    if (strand.family === 'violence') content += chevron(end, hue)
    if (strand.family === 'belonging') {
      content += el('circle', {
        cx: end.x + end.dx * 2.5,
        cy: end.y + end.dy * 2.5,
        r: 2.6,
        fill: paint.paper,
        stroke: hue,
        'stroke-width': 1.4,
      })
    }
    if (bar !== null) content += drawBar(bar, canvas)
  }
  return el(
    'g',
    {
      class: strand.link === null ? 'tie' : 'link',
      'data-from': strand.from,
      'data-to': strand.to,
      'data-ask': strand.ask,
      display: strand.ask === null ? null : 'none',
    },
    content,
  )
}

interface Aim {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
}

/** Where a line stops, and which way it points. */
function headAt({ points }: Route, layout: Layout): Aim {
  return aim(points.at(-1), points.at(-2), layout)
}

function aim(
  tip: readonly [number, number] | undefined,
  before: readonly [number, number] | undefined,
  layout: Layout,
): Aim {
  if (tip === undefined || before === undefined) return { x: 0, y: 0, dx: 0, dy: 0 }
  const [dx, dy] = [tip[0] - before[0], tip[1] - before[1]]
  // Lines run along the layers at their ends, whatever the chord between two points says.
  const along = layout.axis === 'columns' ? Math.abs(dx) > 0.5 : Math.abs(dy) > 0.5
  if (layout.axis === 'columns')
    return { x: tip[0], y: tip[1], dx: along ? Math.sign(dx) : 0, dy: along ? 0 : Math.sign(dy) }
  return { x: tip[0], y: tip[1], dx: along ? 0 : Math.sign(dx), dy: along ? Math.sign(dy) : 0 }
}

function arrow({ x, y, dx, dy }: Aim, half: number, length: number, fill: string): string {
  const point = (along: number, aside: number) =>
    `${num(x + dx * along - dy * aside)} ${num(y + dy * along + dx * aside)}`
  return el('path', { d: `M${point(0, -half)}L${point(length, 0)}L${point(0, half)}Z`, fill })
}

function chevron({ x, y, dx, dy }: Aim, stroke: string): string {
  const point = (along: number, aside: number) =>
    `${num(x + dx * along - dy * aside)} ${num(y + dy * along + dx * aside)}`
  return el('path', {
    d: `M${point(0, -4)}L${point(6, 0)}L${point(0, 4)}M${point(0, 0)}L${point(6, 0)}`,
    fill: 'none',
    stroke,
    'stroke-width': 1.3,
  })
}

/** The point of a line that bars stand at, and the angle of the line there in degrees. */
function middleOf({ points }: Route, share = 0.5): { x: number; y: number; angle: number } {
  const lengths = points.map((point, i) => {
    const before = points[i - 1]
    return before === undefined ? 0 : Math.hypot(point[0] - before[0], point[1] - before[1])
  })
  let left = lengths.reduce((a, b) => a + b, 0) * share
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]]
    const length = lengths[i] ?? 0
    if (a === undefined || b === undefined) continue
    if (left <= length && length > 0) {
      const t = left / length
      return {
        x: a[0] + (b[0] - a[0]) * t,
        y: a[1] + (b[1] - a[1]) * t,
        angle: (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI,
      }
    }
    left -= length
  }
  return { x: points[0]?.[0] ?? 0, y: points[0]?.[1] ?? 0, angle: 0 }
}

interface Bar {
  readonly x: number
  readonly y: number
  readonly angle: number
}

/** Where the bars of denials stand: each on its line, away from the bars before it. */
function placeBars(routes: readonly Route[]): Map<Route, Bar> {
  const bars = new Map<Route, Bar>()
  for (const route of routes) {
    if (!route.strand.denied) continue
    const spots = [0.42, 0.36, 0.48, 0.3, 0.54, 0.24, 0.6, 0.66, 0.18].map((share) => middleOf(route, share))
    const free = spots.find((spot) =>
      [...bars.values()].every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) > 17),
    )
    const bar = free ?? spots[0]
    if (bar !== undefined) bars.set(route, bar)
  }
  return bars
}

function drawBar({ x, y, angle }: Bar, { paint }: Canvas): string {
  return el('rect', {
    class: 'denial',
    x: -2.25,
    y: -7,
    width: 4.5,
    height: 14,
    fill: paint.paper,
    stroke: paint.ink,
    'stroke-width': 1.3,
    transform: `translate(${num(x)} ${num(y)}) rotate(${num(angle)})`,
  })
}

/** Shares of a line's length, from its middle outwards. */
const SHARES = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85, 0.1, 0.9]

/** Words on lines: the numbers of all links; where there is room, what support, command and alliance say. */
function drawLabels(
  layout: Layout,
  { paint }: Canvas,
  lettering: Lettering,
  taken: readonly Pick<LabelBox, 'x' | 'y' | 'width' | 'height'>[],
): string {
  const requests: LabelRequest<Route>[] = []
  for (const route of layout.routes) {
    const { link, family } = route.strand
    if (link === null && (layout.axis === 'rows' || family === 'belonging' || route.beside)) continue
    const size = link === null ? LEAST_SIZE : layout.size
    const face = link === null ? 'inter-400' : 'inter-600'
    const text = link === null ? wordsOf(route.strand) : countOf(link)
    const half = measure(text, size, face) / 2
    const positions = SHARES.map((share) => {
      const { x, y } = middleOf(route, share)
      const inside = Math.min(layout.width - half, Math.max(half, x))
      const box = { x: inside - half, y: y - size / 2 + 2, width: 2 * half, height: size - 4 }
      // A number on the band of another link would be read as that link's.
      const crossed = layout.routes
        .filter((other) => other !== route && passes(other, box))
        .reduce((sum, other) => sum + (other.strand.link === null ? 1 : 4), 0)
      return { x: inside, y: y + size * 0.36, anchor: 'middle' as const, crossed }
    })
    // A number stands where it hides the fewest other lines; a word only where it hides none.
    const most = link === null ? 0 : Infinity
    requests.push({
      lines: [text],
      size,
      face,
      positions: positions.filter(({ crossed }) => crossed <= most).sort((a, b) => a.crossed - b.crossed),
      priority: link === null ? 0 : 1000 + link.count,
      of: route,
    })
  }
  const bounds = { x: 0, y: 0, width: layout.width, height: layout.height }
  return placeLabels(requests, bounds, taken, 2)
    .placed.map(({ request, x, y }) =>
      el(
        'g',
        { class: 'word', 'data-from': request.of.strand.from, 'data-to': request.of.strand.to },
        lettering.line({
          text: request.lines[0] ?? '',
          x,
          y,
          anchor: 'middle',
          size: request.size,
          face: request.face ?? 'inter-400',
          fill: request.of.strand.link === null ? paint.quiet : paint.ink,
          halo: paint.paper,
        }),
      ),
    )
    .join('')
}

/** Whether a line passes a box: looked at every four pixels of those of its pieces that come near. */
function passes({ points, width }: Route, box: Pick<LabelBox, 'x' | 'y' | 'width' | 'height'>): boolean {
  const pad = width / 2
  const left = box.x - pad
  const right = box.x + box.width + pad
  const top = box.y - pad
  const bottom = box.y + box.height + pad
  for (let i = 1; i < points.length; i++) {
    const [x1, y1] = points[i - 1] ?? [0, 0]
    const [x2, y2] = points[i] ?? [0, 0]
    if ((x1 <= left && x2 <= left) || (x1 >= right && x2 >= right)) continue
    if ((y1 <= top && y2 <= top) || (y1 >= bottom && y2 >= bottom)) continue
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 4))
    for (let step = 0; step <= steps; step++) {
      const x = x1 + ((x2 - x1) * step) / steps
      const y = y1 + ((y2 - y1) * step) / steps
      if (x > left && x < right && y > top && y < bottom) return true
    }
  }
  return false
}
