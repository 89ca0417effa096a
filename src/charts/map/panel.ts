/** One map in a drawing: the whole extent, or an inset. Base, soft areas, names, marks and labels, in that order. */
import type { Canvas, LabelBox } from '../chart.ts'
import { placeLabels, type LabelRequest } from '../labels.ts'
import { mark, paintOfHue } from '../marks.ts'
import { formatNumber } from '../number.ts'
import { exploreLink, recordLink } from '../record.ts'
import { el, escapeXml, num } from '../svg.ts'
import { measure, shorten, wrap, type Anchor, type Lettering } from '../text.ts'
import { paramsOfQuery } from '../../dataset/address.ts'
import { EVIDENCE, EVIDENCE_ORDER } from '../../dataset/vocabulary.ts'
import { capital } from '../../dataset/words.ts'
import { baseOf } from './base.ts'
import { shortName, type MapModel, type Spot } from './model.ts'
import { countryNames, seaNames } from './names.ts'
import { rasterOf } from './raster.ts'
import { scaleLength } from './projection.ts'
import { numberFits, spotMark } from './spot-mark.ts'
import { spreadDiscs } from './spread.ts'
import type { Extent } from './topology.ts'

type Box = Pick<LabelBox, 'x' | 'y' | 'width' | 'height'>

export interface PanelSpec {
  readonly extent: Extent
  /** Top left corner and width in the drawing. */
  readonly x: number
  readonly y: number
  readonly width: number
  /** Radius of a single record. */
  readonly single: number
  /** Largest radius. */
  readonly largest: number
  /** Pixels of detail that coasts and borders keep. */
  readonly detail: number
  /** Size of labels of places. */
  readonly size: number
  /** From this many records on, a name that finds no room beside its mark may stand off, tied by a hairline. */
  readonly tiedFrom: number
  /** Countries and seas are named, and cities without records drawn. */
  readonly context: boolean
  /** Ships are named. */
  readonly ships: boolean
  /** Parts that are drawn again, larger: outlined here, their places named there. */
  readonly insets: readonly Extent[]
  /** Boxes of the panel, in its own pixels, that something else covers. */
  readonly covered: readonly Box[]
}

export interface Panel {
  readonly svg: string
  readonly height: number
  /** Spots with a point outside the extent. */
  readonly outside: readonly Spot[]
}

// Widest line of a name of a place, and the most lines.
const MOST_LABEL = 150
const MOST_LINES = 2

// An address holds no more ids than this.
const MOST_IDS = 40

// A place whose coordinates stand for its surroundings gets a dashed outline this far around its mark.
const SOFT = 4.5

/** "48 records: 9 confirmed, 12 reported, 27 claimed". */
export function countWords(spot: Pick<Spot, 'parts' | 'records'>): string {
  const count = spot.records.length
  const levels = EVIDENCE_ORDER.map((level) => ({
    level,
    count: spot.parts.filter((part) => part.evidence === level).reduce((sum, part) => sum + part.count, 0),
  })).filter((item) => item.count > 0)
  const split = levels
    .map((item) => `${formatNumber(item.count)} ${EVIDENCE[item.level].label.toLowerCase()}`)
    .join(', ')
  return `${formatNumber(count)} ${count === 1 ? 'record' : 'records'}: ${split}`
}

/** Radius of a spot: a single record's, or one whose area grows with the number. */
export function radiusOf(count: number, unit: number, single: number): number {
  return count === 1 ? single : Math.max(5.5, unit * Math.sqrt(count))
}

// Widths whose lines serve wider maps of the same extent: a phone's and a column's.
const lightWidth = (width: number): number => [560, 280].find((least) => width >= least) ?? width

// Up to this many records at one position stand side by side; more are one mark with a number.
const SIDE_BY_SIDE = 7

interface Placed {
  readonly spot: Spot
  readonly trueX: number
  readonly trueY: number
  readonly x: number
  readonly y: number
  readonly r: number
  /** Radius with its soft outline. */
  readonly reach: number
}

/** What a label names: its mark. */
interface Named {
  readonly ink: 'ink' | 'quiet' | 'water'
  readonly x: number
  readonly y: number
  readonly r: number
}

/** Draws a panel. Labels go into the lettering with their boxes. */
export function panel(model: MapModel, spec: PanelSpec, canvas: Canvas, lettering: Lettering): Panel {
  const { paint } = canvas
  const base = baseOf(spec.extent, spec.width, model.borders, spec.detail)
  // In a light drawing the lines are those of a smaller one, scaled.
  const drawnFor = canvas.light === true && spec.context ? lightWidth(spec.width) : spec.width
  const lines = baseOf(spec.extent, drawnFor, model.borders, spec.detail, canvas.light === true ? 5 : 1)
  const scaled =
    drawnFor === spec.width ? null : `scale(${String(Math.round((spec.width / drawnFor) * 10_000) / 10_000)})`
  const outside: Spot[] = []
  const inside: { spot: Spot; x: number; y: number }[] = []
  for (const spot of model.spots) {
    const point = base.project(spot.lon, spot.lat)
    if (point === null) outside.push(spot)
    else inside.push({ spot, x: point[0], y: point[1] })
  }

  // The unit is one for the whole drawing, so that the same number has the same size in an inset.
  const most = Math.max(1, ...model.spots.map((spot) => spot.records.length))
  const unit = Math.min(spec.single * 0.88, spec.largest / Math.sqrt(most))
  const sized = inside.map(({ spot, x, y }) => ({
    spot,
    x,
    y,
    r: radiusOf(spot.records.length, unit, spec.single),
    reach: radiusOf(spot.records.length, unit, spec.single) + (spot.soft ? SOFT + 0.5 : 0),
  }))
  const sideBySide = (spot: Spot) =>
    spot.place === null && spot.records.length <= SIDE_BY_SIDE && spot.records.every((item) => item.front === 'sea')
  const atPlaces = sized.filter(({ spot }) => !sideBySide(spot))
  const atSea = sized.filter(({ spot }) => sideBySide(spot))
  const centres = spreadDiscs(
    atPlaces.map(({ x, y, reach }) => ({ x, y, r: reach })),
    34,
  )
  const clamp = (value: number, r: number, end: number) => Math.min(Math.max(value, r + 2), end - r - 2)
  const placed: Placed[] = atPlaces.map(({ spot, x, y, r, reach }, i) => ({
    spot,
    reach,
    trueX: x,
    trueY: y,
    x: clamp(centres[i]?.x ?? x, reach, base.width),
    y: clamp(centres[i]?.y ?? y, reach, base.height),
    r,
  }))
  const single: { spot: Spot; x: number; y: number; record: Spot['records'][number] }[] = atSea.flatMap(
    ({ spot, x, y }) =>
      spot.records.map((record, i) => {
        const step = spec.single * 2.15
        const angle = (i - 1) * (Math.PI / 3)
        return i === 0
          ? { spot, x, y, record }
          : { spot, x: x + step * Math.cos(angle), y: y + step * Math.sin(angle), record }
      }),
  )

  // Boxes that no name may touch.
  const boxAround = (x: number, y: number, r: number): Box => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r })
  const marks: Box[] = [
    ...placed.map(({ x, y, reach }) => boxAround(x, y, reach + 0.5)),
    ...single.map(({ x, y }) => boxAround(x, y, spec.single)),
  ]
  const cities = spec.context
    ? model.cities.flatMap((city, rank) => {
        const point = base.project(city.lon, city.lat)
        if (point === null || model.spots.some((spot) => spot.place === city.id)) return []
        if (spec.covered.some((box) => touches(box, boxAround(point[0], point[1], 4)))) return []
        return [{ city, rank, x: point[0], y: point[1] }]
      })
    : []
  const cityDots = cities.filter(({ x, y }) => !marks.some((box) => touches(box, boxAround(x, y, 2.5))))
  const frameBox = { x: 2, y: 2, width: base.width - 4, height: base.height - 4 }
  const bar = scaleBar(base.kilometresPerPixel, base.width, base.height, [...marks, ...spec.covered], spec.context)
  const drawnAgain = (lon: number, lat: number) =>
    spec.insets.some(({ west, east, south, north }) => lon > west && lon < east && lat > south && lat < north)
  const again = (spot: Spot) => drawnAgain(spot.lon, spot.lat)
  const taken = [...marks, ...spec.covered, ...cityDots.map(({ x, y }) => boxAround(x, y, 2)), bar.box]

  // A sea without length is a strait: named at its point, and not where an inset draws it again.
  const straits = model.seas.flatMap(({ text, from, to: [lon, lat] }) => {
    const point = from[0] === lon && from[1] === lat ? base.project(lon, lat) : null
    return point === null || drawnAgain(lon, lat) ? [] : [{ text, x: point[0], y: point[1] }]
  })
  const ranks = new Map(model.cities.map((city, rank) => [city.id, rank]))
  const requests: LabelRequest<Named>[] = [
    ...placed
      .filter(({ spot }) => !again(spot))
      .map(({ spot, x, y, r, reach }): LabelRequest<Named> => {
        const count = spot.records.length
        const face = count > 4 ? 'inter-600' : 'inter-400'
        const named = shorten(capital(shortName(spot.name)), MOST_LINES * MOST_LABEL, spec.size, face)
        const number = count > 1 && !numberFits(count, r) ? ` ${formatNumber(count)}` : ''
        const rank = spot.place === null ? undefined : ranks.get(spot.place)
        // Insets are narrow: long names break there early.
        const lines = spec.context
          ? wrap(named + number, MOST_LABEL, spec.size, face)
          : wrap(
              named + number,
              Math.max(base.width * 0.36, ...named.split(' ').map((word) => measure(word, spec.size, face))),
              spec.size,
              face,
            )
        return {
          lines,
          size: spec.size,
          face,
          positions: around(x, y, reach, spec.size, count >= spec.tiedFrom ? marks : null, lines.length),
          priority: 1000 + count * 10 + (rank === undefined ? 0 : 60 - rank),
          of: { ink: 'ink', x, y, r: reach },
        }
      }),
    ...cityDots.map(({ city, rank, x, y }): LabelRequest<Named> => ({
      lines: [city.name],
      size: spec.size,
      positions: around(x, y, 2, spec.size, null),
      priority: 1020 - rank * 2,
      of: { ink: 'quiet', x, y, r: 2 },
    })),
    ...straits.map(({ text, x, y }): LabelRequest<Named> => ({
      lines: [text],
      size: Math.max(12, spec.size),
      face: 'serif-400',
      positions: [...around(x, y, 3, spec.size, marks), ...ashore(x, y, spec.size)],
      priority: 1018,
      of: { ink: 'water', x, y, r: 0 },
    })),
    ...(spec.ships
      ? single
          .filter(
            ({ spot, record }) =>
              !again(spot) && record.vessel !== null && (record.outcome === 'sunk' || record.outcome === 'seized'),
          )
          .map(({ record, x, y }): LabelRequest<Named> => ({
            lines: [`${record.vessel ?? ''}, ${record.outcome ?? ''}`],
            size: spec.size,
            positions: around(x, y, spec.single, spec.size, marks),
            priority: 1015,
            of: { ink: 'ink', x, y, r: spec.single },
          }))
      : []),
  ]
  const { placed: labels } = placeLabels(requests, frameBox, taken)
  const labelBoxes = labels.map(({ box }) => box)
  const named = [...taken, ...labelBoxes]
  const raster = spec.context ? rasterOf(base) : null
  const seas = raster === null ? [] : seaNames(model.seas, raster, base, Math.max(12, spec.size + 1), named)
  const countries =
    raster === null ? [] : countryNames(raster, base, spec.size, [...named, ...seas.flatMap((sea) => sea.boxes)])

  const at = (x: number, y: number): [number, number] => [x + spec.x, y + spec.y]
  // A mark that an inset draws again answers there: one link a record.
  const answering = (spot: Spot): Canvas => (again(spot) ? { ...canvas, href: null } : canvas)
  const ground = el(
    'svg',
    { x: spec.x, y: spec.y, width: base.width, height: base.height, viewBox: `0 0 ${base.width} ${base.height}` },
    el('rect', { width: base.width, height: base.height, fill: paint.sea }),
    el('path', {
      d: lines.land,
      transform: scaled,
      fill: paint.land,
      stroke: paint.coast,
      'stroke-width': 0.6,
      'stroke-linejoin': 'round',
    }),
    lines.borders === ''
      ? ''
      : el('path', {
          d: lines.borders,
          transform: scaled,
          fill: 'none',
          stroke: paint.line,
          'stroke-width': 0.9,
          'stroke-dasharray': '5 2.5',
        }),
    lines.disputed === ''
      ? ''
      : el('path', {
          d: lines.disputed,
          transform: scaled,
          fill: 'none',
          stroke: paint.line,
          'stroke-width': 1.2,
          'stroke-dasharray': '0.1 2.6',
          'stroke-linecap': 'round',
        }),
    softAreas(inside, base.kilometresPerPixel, canvas),
  )
  const words =
    countries
      .map((name) =>
        lettering.block(name.lines, {
          x: name.x + spec.x,
          y: name.y + spec.y,
          size: name.size,
          anchor: 'middle',
          spacing: name.spacing,
          fill: paint.quiet,
        }),
      )
      .join('') +
    seas
      .map((sea) => {
        const [x, y] = at(sea.x, sea.y)
        for (const box of sea.boxes) lettering.boxes.push({ ...box, x: box.x + spec.x, y: box.y + spec.y })
        return el(
          'text',
          {
            transform: `translate(${num(x)} ${num(y)}) rotate(${num(sea.angle)})`,
            y: sea.size * 0.32,
            'text-anchor': 'middle',
            'font-family': 'var(--serif)',
            'font-style': 'italic',
            'font-size': sea.size,
            'letter-spacing': sea.spacing,
            fill: paint.quiet,
          },
          escapeXml(sea.text),
        )
      })
      .join('')
  const outlines = spec.insets
    .map((extent) => {
      const corner = base.projection([extent.west, extent.north]) ?? [0, 0]
      const other = base.projection([extent.east, extent.south]) ?? [0, 0]
      const [x, y] = at(corner[0], corner[1])
      return el('rect', {
        x,
        y,
        width: other[0] - corner[0],
        height: other[1] - corner[1],
        fill: 'none',
        stroke: paint.quiet,
        'stroke-width': 0.8,
      })
    })
    .join('')
  const leaders = placed
    .filter(({ x, y, trueX, trueY }) => Math.hypot(x - trueX, y - trueY) > 3)
    .map(({ x, y, trueX, trueY }) => {
      const [x1, y1] = at(trueX, trueY)
      const [x2, y2] = at(x, y)
      return (
        el('path', { d: `M${num(x1)} ${num(y1)}L${num(x2)} ${num(y2)}`, stroke: paint.ink, 'stroke-width': 0.6 }) +
        el('circle', { cx: x1, cy: y1, r: 1.2, fill: paint.ink })
      )
    })
    .join('')
  const drawn =
    [...placed]
      .sort((a, b) => b.r - a.r)
      .map((item) => placeMark(item, at(item.x, item.y), answering(item.spot), lettering))
      .join('') +
    single
      .map(({ spot, record, x, y }) => {
        const [cx, cy] = at(x, y)
        return recordLink(
          record,
          answering(spot),
          halo(cx, cy, spec.single, paint.sea),
          mark(
            { x: cx, y: cy, r: spec.single, evidence: record.evidence, kind: record.kind, colour: record.colour },
            canvas,
          ),
        )
      })
      .join('')
  // A dot without a name tells nobody anything.
  const points = cityDots
    .filter(({ x, y }) =>
      labels.some(({ request }) => request.of.ink === 'quiet' && request.of.x === x && request.of.y === y),
    )
    .map(({ x, y }) => {
      const [cx, cy] = at(x, y)
      return el('circle', { cx, cy, r: 1.8, fill: paint.paper, stroke: paint.quiet, 'stroke-width': 1 })
    })
    .join('')
  const ties = labels
    .map(({ request, box }) => {
      const { x, y, r } = request.of
      // From the edge of the mark to the nearest point of the label's middle line.
      const endX = Math.min(Math.max(x, box.x - 2), box.x + box.width + 2)
      const endY = box.y + box.height / 2
      const distance = Math.hypot(endX - x, endY - y)
      if (distance < r + 10 || Math.abs(endX - x) < 8) return ''
      const [x1, y1] = at(x + ((endX - x) / distance) * (r + 1), y + ((endY - y) / distance) * (r + 1))
      const [x2, y2] = at(endX, endY)
      return el('path', { d: `M${num(x1)} ${num(y1)}L${num(x2)} ${num(y2)}`, stroke: paint.quiet, 'stroke-width': 0.6 })
    })
    .join('')
  const lettered = labels
    .map(({ request, x, y, anchor }) => {
      const [lx, ly] = at(x, y)
      return lettering.block(request.lines, {
        x: lx,
        y: ly,
        size: request.size,
        anchor,
        halo: paint.land,
        fill: request.of.ink === 'ink' ? paint.ink : paint.quiet,
        italic: request.of.ink === 'water',
        ...(request.face === undefined ? {} : { face: request.face }),
      })
    })
    .join('')
  const [barX, barY] = at(bar.x, bar.y)
  const scale =
    el('path', {
      d: `M${num(barX)} ${num(barY - 4)}v4h${num(bar.length)}v-4`,
      fill: 'none',
      stroke: paint.quiet,
      'stroke-width': 1,
    }) + lettering.line({ text: bar.text, x: barX, y: barY - 6, size: 11, fill: paint.quiet })
  const frame = el('rect', {
    x: spec.x + 0.5,
    y: spec.y + 0.5,
    width: base.width - 1,
    height: base.height - 1,
    fill: 'none',
    stroke: paint.line,
    'stroke-width': spec.context ? 0.5 : 0.8,
  })
  return {
    svg: ground + words + outlines + leaders + points + ties + drawn + lettered + scale + frame,
    height: base.height,
    outside,
  }
}

// Pixels from a mark to a label that found no room beside it.
const FAR = [14, 26]

const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const halo = (cx: number, cy: number, r: number, fill: string): string => el('circle', { cx, cy, r: r + 0.8, fill })

type Position = { readonly x: number; readonly y: number; readonly anchor: Anchor }

/** Where the name of a strait full of marks may stand: on the land to either side, tied to the water by a hairline. */
const ashore = (x: number, y: number, size: number): Position[] =>
  [24, 40, 60, 84].flatMap((away) =>
    [0.6, -0.6, 0, 1].flatMap((slope): Position[] => [
      { x: x - away, y: y + size * 0.36 + away * slope, anchor: 'end' },
      { x: x + away, y: y + size * 0.36 + away * slope, anchor: 'start' },
    ]),
  )

/** Where a label may stand around a mark, best first. Given the marks, also further off, where no mark lies under the hairline. */
function around(x: number, y: number, r: number, size: number, marks: readonly Box[] | null, lines = 1): Position[] {
  const side = r + 4
  // Baseline of the first line where the block's middle is to lie on a height, and where its last line is to.
  const down = (lines - 1) * size * 1.25
  const middle = size * 0.36 - down / 2
  const slant = r * 0.75 + 3
  const near: Position[] = [
    { x: x + side, y: y + middle, anchor: 'start' },
    { x: x - side, y: y + middle, anchor: 'end' },
    { x, y: y - r - 5 - down, anchor: 'middle' },
    { x, y: y + r + size + 1, anchor: 'middle' },
    { x: x + slant, y: y - slant + 1 - down, anchor: 'start' },
    { x: x + slant, y: y + slant + size * 0.72, anchor: 'start' },
    { x: x - slant, y: y - slant + 1 - down, anchor: 'end' },
    { x: x - slant, y: y + slant + size * 0.72, anchor: 'end' },
  ]
  if (marks === null) return near
  const own = (box: Box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
  const others = marks.filter((box) => !own(box))
  const clear = (toX: number, toY: number) =>
    [0.2, 0.35, 0.5, 0.65, 0.8, 0.95].every((part) => {
      const px = x + (toX - x) * part
      const py = y + (toY - y) * part
      return !others.some((box) => px > box.x && px < box.x + box.width && py > box.y && py < box.y + box.height)
    })
  const far = FAR.flatMap((away) =>
    [0, -0.7, 0.7].flatMap((slope): Position[] => [
      { x: x - side - away, y: y + middle + away * slope, anchor: 'end' },
      { x: x + side + away, y: y + middle + away * slope, anchor: 'start' },
    ]),
  )
  return [...near, ...far.filter((position) => clear(position.x, position.y - middle))]
}

function placeMark({ spot, r }: Placed, [x, y]: [number, number], canvas: Canvas, lettering: Lettering): string {
  const only = spot.records.length === 1 ? spot.records[0] : undefined
  const softOutline = spot.soft
    ? el('circle', {
        cx: x,
        cy: y,
        r: r + SOFT,
        fill: canvas.paint.paper,
        'fill-opacity': 0.7,
        stroke: canvas.paint.quiet,
        'stroke-dasharray': '2.5 2.5',
      })
    : ''
  if (only !== undefined)
    return recordLink(
      only,
      canvas,
      softOutline + halo(x, y, r, canvas.paint.land),
      mark({ x, y, r, evidence: only.evidence, kind: only.kind, colour: only.colour }, canvas),
    )
  const ring = softOutline + spotMark({ x, y, r }, spot.parts, canvas, lettering)
  const label = `${spot.name}. ${countWords(spot)}.`
  if (canvas.href === null) return ring
  return spot.place === null
    ? exploreLink(
        Object.fromEntries(paramsOfQuery({ ids: spot.records.slice(0, MOST_IDS).map((item) => item.id) })),
        label,
        canvas,
        ring,
      )
    : el('a', { href: canvas.href(`/places/${spot.place}/`), class: 'm', 'aria-label': label }, ring)
}

// One soft shape a colour: the discs are joined before they are made faint, so that overlaps do not look like certainty.
function softAreas(
  inside: readonly { spot: Spot; x: number; y: number }[],
  kilometresPerPixel: number,
  canvas: Canvas,
): string {
  const groups = new Map<string, string[]>()
  for (const { spot, x, y } of inside) {
    if (spot.spread === null) continue
    const colour = paintOfHue(spot.parts[0]?.colour ?? 'other', canvas)
    const list = groups.get(colour) ?? []
    list.push(el('circle', { cx: x, cy: y, r: spot.spread / kilometresPerPixel }))
    groups.set(colour, list)
  }
  return [...groups].map(([fill, discs]) => el('g', { fill, opacity: 0.12 }, ...discs)).join('')
}

/** A scale bar in the first corner without marks: bottom left, bottom right, top right, top left. */
function scaleBar(
  kilometresPerPixel: number,
  width: number,
  height: number,
  marks: readonly Box[],
  large: boolean,
): { x: number; y: number; length: number; text: string; box: Box } {
  const kilometres = scaleLength(kilometresPerPixel, large ? width / 5 : width / 3)
  const length = kilometres / kilometresPerPixel
  const text = `${formatNumber(kilometres)} km`
  const wide = Math.max(length, measure(text, 11)) + 6
  const corners = [
    [10, height - 10],
    [width - wide - 6, height - 10],
    [width - wide - 6, 26],
    [10, 26],
  ] as const
  const boxes = corners.map(([x, y]) => ({ x, y, box: { x: x - 3, y: y - 19, width: wide, height: 22 } }))
  const chosen = boxes.find(({ box }) => !marks.some((other) => touches(box, other))) ?? boxes[0]
  return {
    x: chosen?.x ?? 10,
    y: chosen?.y ?? height - 10,
    length,
    text,
    box: chosen?.box ?? { x: 0, y: 0, width: 0, height: 0 },
  }
}
