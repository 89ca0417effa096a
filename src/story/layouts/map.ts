/**
 * The map: every located mark at its place, beside its neighbours; what has no place waits in counted, dashed areas beside the map.
 *
 * 1. Located is a record with a position at sea, or with a place whose point stands for a site or a town.
 * 2. Marks at one place spread around it until none overlaps: the crowd is the count.
 * 3. Everything else of the map's fronts waits beside it, by the area that was published. It is never scattered over the map.
 */
import { baseOf } from '../../charts/map/base.ts'
import { scaleLength } from '../../charts/map/projection.ts'
import type { Extent } from '../../charts/map/topology.ts'
import { PAGE_PAINT } from '../../charts/palette.ts'
import { placeLabels, type LabelRequest } from '../../charts/labels.ts'
import { el } from '../../charts/svg.ts'
import { boxOf, Lettering, measure, wrap, type Anchor } from '../../charts/text.ts'
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import type { Front } from '../../dataset/vocabulary.ts'
import type { Layout, LayoutContext, LayoutSpec } from '../layout.ts'
import { growth, weightOf } from '../roster.ts'
import type { Size, SizeName } from '../size.ts'
import { packRows } from './bands.ts'
import { spreadCrowd } from './crowd.ts'
import { largestFitting } from './fit.ts'

type MapSpec = Extract<LayoutSpec, { kind: 'map' }>

interface View {
  readonly extent: Extent
  /** Width of the map within the field; the holding areas take the rest of the field: beside it, or below. */
  readonly width: number
  readonly side: 'right' | 'below'
  /** Share of the field's least radius. */
  readonly radius: number
}

interface Region {
  readonly fronts: readonly Front[]
  readonly views: Readonly<Record<SizeName, View>>
  readonly countries: readonly (readonly [name: string, lon: number, lat: number])[]
  readonly seas: readonly (readonly [name: string, lon: number, lat: number, turn: number])[]
  /** Places of the gazetteer to name, most important first. */
  readonly places: readonly string[]
}

const COUNTRIES = [
  ['IRAQ', 42.6, 32.1],
  ['SYRIA', 37.4, 34.9],
  ['IRAN', 52.4, 33.6],
  ['SAUDI ARABIA', 43.2, 24.2],
  ['YEMEN', 46.6, 15.9],
  ['EGYPT', 30.6, 27],
  ['SUDAN', 34.2, 18.6],
  ['ETHIOPIA', 40.1, 11.8],
  ['ERITREA', 38.6, 15.6],
  ['SOMALIA', 47.4, 10.4],
  ['TURKEY', 39.6, 37.6],
  ['JORDAN', 37.3, 31.4],
  ['OMAN', 56.2, 21.2],
] as const

const SEAS = [
  ['Red Sea', 38.1, 20.4, 58],
  ['Gulf of Aden', 47.6, 12.35, -8],
  ['Arabian Sea', 57.4, 15.4, 0],
  ['Persian Gulf', 51.4, 27.2, 42],
  ['Mediterranean', 33.4, 33.6, 0],
] as const

const REGIONS: Readonly<Record<MapSpec['map'], Region>> = {
  region: {
    fronts: ['iraq-syria-jordan', 'sea', 'israel', 'yemen', 'other'],
    views: {
      phone: { extent: { west: 33, east: 49.6, south: 10.6, north: 37.8 }, width: 208, side: 'right', radius: 0.8 },
      desktop: {
        extent: { west: 31.4, east: 53.6, south: 10.4, north: 38.2 },
        width: 492,
        side: 'right',
        radius: 0.94,
      },
    },
    countries: COUNTRIES,
    seas: SEAS,
    places: [
      'ain-al-asad',
      'erbil-air-base',
      'green-village',
      'al-tanf',
      'sanaa',
      'hodeidah',
      'tel-aviv',
      'eilat',
      'saada',
    ],
  },
  'iraq-syria': {
    fronts: ['iraq-syria-jordan'],
    views: {
      phone: { extent: { west: 37.5, east: 46.3, south: 31.4, north: 37.5 }, width: 360, side: 'below', radius: 1.15 },
      desktop: {
        extent: { west: 36.9, east: 46.9, south: 31.7, north: 37.4 },
        width: 800,
        side: 'below',
        radius: 1.35,
      },
    },
    countries: [
      ['IRAQ', 42.6, 32.1],
      ['SYRIA', 38.4, 35.3],
      ['TURKEY', 40.4, 37.3],
      ['IRAN', 46.1, 35.4],
      ['SAUDI ARABIA', 41.4, 31.7],
    ],
    seas: [],
    places: [
      'ain-al-asad',
      'erbil-air-base',
      'green-village',
      'al-tanf',
      'al-shaddadi',
      'rmelan-lz',
      'victory-base-bdsc',
      'conoco',
      'harir',
      'tower-22',
      'jurf-al-sakhar',
      'khor-mor',
      'kirkuk-air-base',
    ],
  },
  'red-sea': {
    fronts: ['sea'],
    views: {
      phone: { extent: { west: 37.4, east: 48.4, south: 10.4, north: 25.6 }, width: 240, side: 'right', radius: 1.1 },
      desktop: { extent: { west: 36.6, east: 51, south: 10.4, north: 25.4 }, width: 586, side: 'right', radius: 1.2 },
    },
    countries: [
      ['YEMEN', 46.4, 15.6],
      ['SAUDI ARABIA', 43.6, 21.4],
      ['ERITREA', 38.9, 15.4],
      ['SOMALIA', 48, 10.9],
      ['ETHIOPIA', 40.2, 11.4],
    ],
    seas: [
      ['Red Sea', 38.4, 19.6, 62],
      ['Gulf of Aden', 47.3, 12.6, -10],
    ],
    places: ['hodeidah', 'sanaa', 'aden', 'bab-el-mandeb-strait', 'mocha', 'salif'],
  },
  yemen: {
    fronts: ['yemen'],
    views: {
      phone: { extent: { west: 42, east: 48.2, south: 12.9, north: 17.5 }, width: 360, side: 'below', radius: 1 },
      desktop: { extent: { west: 41.6, east: 49.4, south: 12.7, north: 17.3 }, width: 800, side: 'below', radius: 1.2 },
    },
    countries: [
      ['SAUDI ARABIA', 45.6, 17.1],
      ['YEMEN', 46.8, 14.7],
    ],
    seas: [
      ['Red Sea', 42.35, 14.9, 72],
      ['Gulf of Aden', 46.4, 12.75, -12],
    ],
    places: ['sanaa', 'saada', 'hodeidah', 'ras-isa', 'marib', 'aden', 'hajjah', 'al-bayda', 'dhamar'],
  },
}

/** The fronts whose records a map shows. */
export const frontsOf = (map: MapSpec['map']): readonly Front[] => REGIONS[map].fronts

/** Where a record can be drawn: its position, or the point of a site or town. Null where neither was published. */
export function pointOf(incident: Incident, dataset: Pick<Dataset, 'places'>): readonly [number, number] | null {
  const place = incident.place.id === null ? undefined : dataset.places.get(incident.place.id)
  const single = incident.place.precision === 'site' || incident.place.precision === 'town'
  if (single && place?.lat != null && place.lon !== null) return [place.lon, place.lat]
  return incident.position === null ? null : [incident.position.lon, incident.position.lat]
}

// Names of the holding areas, by the broadest published area: few enough to read on a phone.
function areaOf(incident: Incident, map: MapSpec['map']): string {
  switch (incident.theatre) {
    case 'iraq':
    case 'syria':
    case 'jordan':
      return 'Iraq, Syria'
    case 'red-sea':
      return 'Red Sea'
    case 'bab-el-mandeb':
    case 'gulf-of-aden':
      return 'Gulf of Aden'
    case 'arabian-sea':
    case 'indian-ocean':
      return 'Arabian Sea, Indian Ocean'
    case 'mediterranean':
      return map === 'region' ? ELSEWHERE : 'Mediterranean'
    case 'israel':
      return 'Israel'
    case 'yemen':
      if (map === 'region') return 'Yemen'
      return incident.place.id === 'houthi-held-yemen' || incident.place.precision === 'country'
        ? 'Yemen, no place'
        : 'Yemen, area only'
    default:
      return ELSEWHERE
  }
}

const OUTSIDE = 'Outside this frame'
const ELSEWHERE = 'Elsewhere'
const LAST = new Set([OUTSIDE, ELSEWHERE])

function spaced(name: string, size: Size) {
  return { size: size.name === 'phone' ? 12.4 : 13, spacing: 1.4, face: 'inter-400' as const, text: name }
}

/** Lays marks out on a map. */
export function layMap(spec: MapSpec, { dataset, roster, size, shown }: LayoutContext): Layout {
  const region = REGIONS[spec.map]
  const view = region.views[size.name]
  const base = baseOf(view.extent, view.width, dataset.borders, size.name === 'phone' ? 0.9 : 0.9)
  const mapHeight = Math.min(base.height, size.height)
  const offsetY = view.side === 'right' ? (size.height - mapHeight) / 2 : 0
  const on = roster.map((incident, i) => region.fronts.includes(incident.front) && shown[i] === true)
  const radius = size.radius * view.radius
  const radii = roster.map((incident) => radius * growth(weightOf(incident)))
  const points = roster.map((incident) => {
    const point = pointOf(incident, dataset)
    return point === null ? null : base.project(point[0], point[1])
  })
  const gap = size.name === 'phone' ? 0.4 : 0.7
  // Rule 2. All located marks of the fronts take part, shown or not, so that a place stays put from scene to scene.
  const order = roster.flatMap((incident, i) =>
    region.fronts.includes(incident.front) && points[i] != null ? [i] : [],
  )
  const x = new Array<number>(roster.length).fill(size.width / 2)
  const y = new Array<number>(roster.length).fill(-40)
  crowdOf(roster, `${spec.map} ${size.name}`, () =>
    spreadCrowd(
      order.map((i) => ({ x: points[i]?.[0] ?? 0, y: points[i]?.[1] ?? 0, r: radii[i] ?? radius })),
      gap,
    ),
  ).forEach((at, k) => {
    const index = order[k] ?? 0
    const r = radii[index] ?? radius
    x[index] = Math.min(view.width - r - 1, Math.max(r + 1, at.x))
    y[index] = offsetY + Math.min(mapHeight - r - 1, Math.max(r + 1, at.y))
  })
  const lettering = new Lettering(PAGE_PAINT.ink)
  const under: string[] = []
  const over: string[] = []
  const taken: { x: number; y: number; width: number; height: number }[] = []
  // A drawing within the drawing cuts what lies outside its frame.
  under.push(
    el(
      'svg',
      { y: offsetY, width: view.width, height: mapHeight },
      el('rect', { width: view.width, height: mapHeight, fill: PAGE_PAINT.sea }),
      el('path', { d: base.land, fill: PAGE_PAINT.land }),
      el('path', { d: base.coast, fill: 'none', stroke: PAGE_PAINT.coast, 'stroke-width': 0.7 }),
      el('path', {
        d: base.borders,
        fill: 'none',
        stroke: PAGE_PAINT.line,
        'stroke-width': 0.7,
        'stroke-dasharray': '3 2',
      }),
      el('path', {
        d: base.disputed,
        fill: 'none',
        stroke: PAGE_PAINT.line,
        'stroke-width': 0.8,
        'stroke-dasharray': '0.8 2',
      }),
    ),
  )
  // Holding areas.
  const waiting = new Map<string, number[]>()
  roster.forEach((incident, i) => {
    if (on[i] !== true || points[i] != null) return
    const area =
      pointOf(incident, dataset) === null ? areaOf(incident, spec.map) : spec.map === 'region' ? ELSEWHERE : OUTSIDE
    const list = waiting.get(area) ?? []
    list.push(i)
    waiting.set(area, list)
  })
  const areas = [...waiting].sort((a, b) => (LAST.has(a[0]) ? 1 : LAST.has(b[0]) ? -1 : b[1].length - a[1].length))
  const pad = size.name === 'phone' ? 3 : 5
  const label = size.small
  const sized = (list: readonly number[], r: number) =>
    list.map((index) => ({ index, r: r * growth(weightOf(roster[index] as Incident)) }))
  if (view.side === 'right') {
    const hx = view.width + 8
    const width = size.width - hx - 3
    const between = size.name === 'phone' ? 3 : 12
    const below = size.name === 'phone' ? 3 : 5
    const counts = areas.map(([, list]) => list.filter((index) => on[index] === true).length)
    const titles = areas.map(([area], i) => wrap(`${area}: ${String(counts[i] ?? 0)}`, width, label, 'inter-600'))
    const heading = wrap(size.name === 'phone' ? 'No position:' : 'Waiting, no position published:', width, label)
    const lines = heading.length + titles.reduce((sum, each) => sum + each.length, 0)
    const fixed = lines * label * 1.2 + areas.length * (2 * pad + below + between) + 4
    // As large as on the map, or as the column allows.
    const { radius: r, made: packs } = largestFitting(
      { limit: radius, least: 1, step: 0.05 },
      (tried) => areas.map(([, list]) => packRows(sized(list, tried), width - 2 * pad, gap)),
      (made) => fixed + made.reduce((sum, pack) => sum + pack.height, 0) <= size.height,
    )
    for (const [, list] of areas) for (const item of sized(list, r)) radii[item.index] = item.r
    let hy = label + 1
    over.push(lettering.block(heading, { x: hx, y: hy, size: label, fill: PAGE_PAINT.quiet }, 1.2))
    hy += (heading.length - 1) * label * 1.2 + 4
    areas.forEach(([, list], i) => {
      const pack = packs[i]
      const title = titles[i] ?? []
      if (pack === undefined) return
      over.push(lettering.block(title, { x: hx + 1, y: hy + label, size: label, face: 'inter-600' }, 1.2))
      hy += title.length * label * 1.2 + below
      under.push(
        el('rect', {
          x: hx,
          y: hy,
          width,
          height: pack.height + 2 * pad,
          fill: 'none',
          stroke: PAGE_PAINT.line,
          'stroke-dasharray': '2 3',
          rx: 3,
        }),
      )
      for (const index of list) {
        const at = pack.at.get(index)
        x[index] = hx + pad + (at?.x ?? 0)
        y[index] = hy + pad + (at?.y ?? 0)
      }
      hy += pack.height + 2 * pad + between
    })
  } else {
    const top = mapHeight + 6
    const gapX = 8
    // Widths by share, at least as wide as the label.
    const texts = areas.map(([area, list]) => `${area}: ${String(list.filter((index) => on[index] === true).length)}`)
    const least = texts.map((text) => boxOf({ text, x: 0, y: 0, size: label, face: 'inter-600' }).width + 4)
    const free = size.width - 6 - gapX * (areas.length - 1) - least.reduce((sum, each) => sum + each, 0)
    const total = areas.reduce((sum, [, list]) => sum + list.length, 0)
    const widths = areas.map(([, list], i) => (least[i] ?? 0) + Math.max(0, free) * (list.length / Math.max(1, total)))
    const hy = top + label + 5
    const { radius: r, made: packs } = largestFitting(
      { limit: radius, least: 1, step: 0.05 },
      (tried) => areas.map(([, list], i) => packRows(sized(list, tried), (widths[i] ?? 0) - 2 * pad, gap)),
      (made) => hy + 2 * pad + Math.max(0, ...made.map((pack) => pack.height)) <= size.height - 1,
    )
    for (const [, list] of areas) for (const item of sized(list, r)) radii[item.index] = item.r
    let hx = 3
    areas.forEach(([, list], i) => {
      const pack = packs[i]
      const width = widths[i] ?? 0
      if (pack === undefined) return
      over.push(lettering.line({ text: texts[i] ?? '', x: hx + 1, y: top + label, size: label, face: 'inter-600' }))
      under.push(
        el('rect', {
          x: hx,
          y: hy,
          width,
          height: pack.height + 2 * pad,
          fill: 'none',
          stroke: PAGE_PAINT.line,
          'stroke-dasharray': '2 3',
          rx: 3,
        }),
      )
      for (const index of list) {
        const at = pack.at.get(index)
        x[index] = hx + pad + (at?.x ?? 0)
        y[index] = hy + pad + (at?.y ?? 0)
      }
      hx += width + gapX
    })
  }
  const marks = order.map((i) => ({
    x: (x[i] ?? 0) - (radii[i] ?? 0),
    y: (y[i] ?? 0) - (radii[i] ?? 0),
    width: 2 * (radii[i] ?? 0),
    height: 2 * (radii[i] ?? 0),
  }))
  const length = scaleLength(base.kilometresPerPixel, view.width * 0.22)
  const bar = length / base.kilometresPerPixel
  const barY = offsetY + mapHeight - 8
  marks.push({ x: 4, y: barY - 14, width: bar + 76, height: 20 })
  // Names: places first, then countries where there is room. Seas follow their axis and lie under everything.
  const bounds = { x: 2, y: offsetY + 2, width: view.width - 4, height: mapHeight - 4 }
  const requests: LabelRequest<{ kind: 'crowd' | 'point' | 'country'; x: number; y: number }>[] = []
  region.places.forEach((id, rank) => {
    const place = dataset.places.get(id)
    if (place?.lat == null || place.lon === null) return
    const at = base.project(place.lon, place.lat)
    if (at === null) return
    const px = at[0]
    const py = at[1] + offsetY
    const crowd = order.filter((i) => Math.hypot((x[i] ?? 0) - px, (y[i] ?? 0) - py) < 60 && roster[i]?.place.id === id)
    const reach = Math.max(
      crowd.length > 0 ? 5 : 3,
      ...crowd.map((i) => Math.hypot((x[i] ?? 0) - px, (y[i] ?? 0) - py) + (radii[i] ?? 0)),
    )
    const positions: { x: number; y: number; anchor: Anchor }[] = []
    // A name far from a point or a small crowd would seem to belong to something else.
    for (const extra of reach > 15 ? [3, 9, 18, 30] : crowd.length > 0 ? [3, 9] : [2, 6]) {
      positions.push(
        { x: px + reach + extra, y: py + 4, anchor: 'start' },
        { x: px - reach - extra, y: py + 4, anchor: 'end' },
        { x: px, y: py - reach - extra, anchor: 'middle' },
        { x: px, y: py + reach + extra + label * 0.8, anchor: 'middle' },
        { x: px + reach * 0.7 + extra, y: py - reach * 0.7 - extra, anchor: 'start' },
        { x: px - reach * 0.7 - extra, y: py - reach * 0.7 - extra, anchor: 'end' },
        { x: px + reach * 0.7 + extra, y: py + reach * 0.7 + extra + 6, anchor: 'start' },
        { x: px - reach * 0.7 - extra, y: py + reach * 0.7 + extra + 6, anchor: 'end' },
      )
    }
    requests.push({
      lines: [shortName(place.name)],
      size: label,
      face: 'inter-600',
      positions,
      priority: 50 - rank,
      of: { kind: crowd.length > 0 ? 'crowd' : 'point', x: px, y: py },
    })
  })
  for (const [name, lon, lat] of region.countries) {
    const at = base.project(lon, lat)
    if (at === null) continue
    const style = spaced(name, size)
    // The box of spaced capitals is wider than the words alone: measured with thin stand-ins.
    const lines = [name]
    const positions: { x: number; y: number; anchor: Anchor }[] = []
    for (const [dx, dy] of [
      [0, 0],
      [0, -14],
      [0, 14],
      [18, 0],
      [-18, 0],
      [0, 26],
      [0, -26],
      [30, 16],
      [-30, -16],
      [-40, 10],
      [40, -10],
    ] as const)
      positions.push({ x: at[0] + dx, y: at[1] + offsetY + dy, anchor: 'middle' })
    requests.push({
      lines,
      size: style.size * 1.22,
      positions,
      priority: 5,
      of: { kind: 'country', x: at[0], y: at[1] },
    })
  }
  const { placed } = placeLabels(requests, bounds, marks, 2)
  for (const each of placed) {
    const country = each.request.of.kind === 'country'
    over.push(
      lettering.line({
        text: each.request.lines[0] ?? '',
        x: each.x,
        y: each.y,
        anchor: each.anchor,
        size: country ? spaced('', size).size : label,
        ...(country ? { spacing: 1.4, fill: PAGE_PAINT.quiet } : { face: 'inter-600' as const, halo: PAGE_PAINT.land }),
      }),
    )
    taken.push(each.box)
    const { kind, x: px, y: py } = each.request.of
    if (kind === 'point')
      under.push(el('circle', { cx: Math.round(px * 2) / 2, cy: Math.round(py * 2) / 2, r: 1.6, fill: PAGE_PAINT.ink }))
  }
  for (const [name, lon, lat, turn] of region.seas) {
    const at = base.project(lon, lat)
    if (at === null) continue
    // Within the frame from end to end, a little aside where need be; not at all where that is not enough.
    const half = (measure(name, label) / 2) * Math.cos((turn * Math.PI) / 180) + 5
    const centre = Math.min(view.width - half, Math.max(half, at[0]))
    if (Math.abs(centre - at[0]) > 24) continue
    under.push(
      el(
        'text',
        {
          transform: `translate(${String(Math.round(centre))} ${String(Math.round(at[1] + offsetY))}) rotate(${String(turn)})`,
          'font-size': label,
          'font-family': 'var(--serif)',
          'font-style': 'italic',
          'text-anchor': 'middle',
          fill: PAGE_PAINT.quiet,
        },
        name,
      ),
    )
  }
  over.push(
    el('path', {
      d: `M8 ${String(barY - 3)}V${String(barY)}H${String(Math.round(8 + bar))}V${String(barY - 3)}`,
      fill: 'none',
      stroke: PAGE_PAINT.quiet,
    }),
  )
  over.push(
    lettering.line({
      text: `${String(length)} km`,
      x: 12 + bar,
      y: barY + 1,
      size: size.name === 'phone' ? 12.4 : 12,
      fill: PAGE_PAINT.quiet,
    }),
  )
  const located = on.filter((here, i) => here && points[i] != null).length
  const all = on.filter((here) => here).length
  return {
    spec,
    size,
    radius,
    x,
    y,
    r: radii,
    on: on,
    under: under.join(''),
    over: over.join(''),
    labels: lettering.boxes,
    taken: [...lettering.boxes, ...taken],
    words: `${String(located)} of ${String(all)} records have a published position and stand at it. The others wait beside the map: ${areas
      .map(([area, list]) => `${area}, ${String(list.filter((index) => on[index] === true).length)}`)
      .join('; ')}.`,
  }
}

const crowds = new WeakMap<readonly Incident[], Map<string, readonly { x: number; y: number }[]>>()

// Scenes of one map share its crowds.
function crowdOf(
  roster: readonly Incident[],
  key: string,
  make: () => readonly { x: number; y: number }[],
): readonly { x: number; y: number }[] {
  const known = crowds.get(roster) ?? new Map<string, readonly { x: number; y: number }[]>()
  crowds.set(roster, known)
  const crowd = known.get(key) ?? make()
  known.set(key, crowd)
  return crowd
}

const shortName = (name: string): string =>
  name.replace(/\s*\(.*\)$/, '').replace(/ (Air Base|Airport|air base|International Airport|base)$/, '')
