/**
 * Where everything stands. The same model is laid out in columns (layers from left to right) where there is width, and in rows
 * (layers from top to bottom, a layer in as many rows as it needs) on narrow screens.
 *
 * 1. Each layer is a rank, or several in rows. A line that passes a rank gets a lane of its own in it, so that lines run between
 *    the names, not through them.
 * 2. Names and lanes are ordered for few crossings (order.ts), then set as straight as that order allows.
 * 3. Lines end at ports along the side of a name, in the order of where they come from, each as wide as its line.
 * 4. Lines that wait until somebody asks take part in none of this: they are drawn across, over everything, when asked for.
 *
 * `u` runs along the layers, `v` across them; x and y follow from the axis at the very end.
 */
import { LAYERS, type Layer } from '../../dataset/vocabulary.ts'
import { LEAST_SIZE, measure, shorten, wrap, type Face } from '../text.ts'
import { LAYER_ORDER, type Frame, type NetworkModel, type Node } from './model.ts'
import { crossings, orderRanks, settle, type Segment } from './order.ts'
import { strandsOf, type Strand } from './strands.ts'

export type Axis = 'columns' | 'rows'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedNode extends Rect {
  readonly node: Node
  readonly lines: readonly string[]
}

export interface PlacedFrame extends Rect {
  readonly frame: Frame
  readonly lines: readonly string[]
}

/** A line, as points that a smooth path passes: [x, y]. Straight along `u` at every point. */
export interface Route {
  readonly strand: Strand
  readonly width: number
  readonly d: string
  /** Points along it, from start to end, for labels, bars and hit tests. */
  readonly points: readonly (readonly [number, number])[]
  /** Whether it joins two names of one rank, past the lanes. */
  readonly beside: boolean
}

export interface Heading {
  readonly layer: Layer
  readonly text: string
  readonly x: number
  readonly y: number
}

export interface Layout {
  readonly axis: Axis
  readonly width: number
  readonly height: number
  readonly size: number
  readonly nodes: readonly PlacedNode[]
  readonly frames: readonly PlacedFrame[]
  readonly routes: readonly Route[]
  readonly asked: readonly Route[]
  readonly headings: readonly Heading[]
  /** Where one layer's band ends and the next begins, along `u`. */
  readonly bands: readonly { readonly layer: Layer; readonly from: number; readonly to: number }[]
  /** Crossings between ranks in this order, and in the order of names. */
  readonly crossings: number
  readonly naiveCrossings: number
}

/** Sizes that depend on the axis, in CSS pixels. */
interface Sizes {
  readonly axis: Axis
  readonly width: number
  readonly text: number
  readonly leading: number
  /** Widest a name's box may be. */
  readonly box: number
  readonly padX: number
  readonly padY: number
  /** Least room between ranks. */
  readonly rankGap: number
  readonly nodeGap: number
  readonly laneGap: number
  readonly portGap: number
  /** Width of the widest link. */
  readonly widest: number
  /** Room for the names of layers: above columns, left of rows. */
  readonly heading: number
}

// How far the handles of a bow beside a rank stand off it; the bow itself goes three quarters of that.
const DEEPEST_BOW = 34

// A name of more lines is cut, and heard whole: the longest of sixty letters takes as many.
const MOST_LINES = 7

export const NAME_FACE: Face = 'inter-400'

function sizesOf(width: number, layers: number): Sizes {
  if (width >= 900) {
    const gap = 62
    const box = Math.min(132, Math.floor((width - 28 - gap * Math.max(0, layers - 1)) / Math.max(1, layers)))
    // In a narrow column a long word, such as "Coordination", needs all the room there is.
    const narrow = box < 110
    return {
      axis: 'columns',
      width,
      text: narrow ? 11.5 : 12.5,
      leading: narrow ? 14 : 15,
      box,
      padX: narrow ? 5 : 9,
      padY: 6,
      rankGap: gap,
      nodeGap: 14,
      laneGap: 6,
      portGap: 4,
      widest: 30,
      heading: 30,
    }
  }
  const phone = width < 500
  return {
    axis: 'rows',
    width,
    text: phone ? LEAST_SIZE : 12,
    leading: phone ? 13 : 14.5,
    box: phone ? 92 : 116,
    padX: phone ? 6 : 8,
    padY: 5,
    rankGap: phone ? 38 : 46,
    nodeGap: phone ? 10 : 16,
    laneGap: phone ? 4 : 6,
    portGap: phone ? 3 : 4,
    widest: phone ? 18 : 24,
    heading: phone ? 18 : 24,
  }
}

/** What takes a place in a rank: a name, a frame, or the lane of a line. */
interface Item {
  readonly key: string
  readonly node: Node | null
  readonly frame: Frame | null
  /** Size along v; ranks and ports may widen it. */
  v: number
  u: number
  readonly lane: boolean
  /** Middle along v. */
  at: number
}

/** Width of a line. */
export function widthOf(strand: Strand, largest: number, widest: number): number {
  if (strand.link !== null) return Math.max(1.5, (strand.link.count / Math.max(1, largest)) * widest)
  if (strand.family === 'command') return 4
  return strand.confidence === 'documented' ? 2 : 1.3
}

// A page, its images and its embed draw the same model at the same widths: a layout is computed once.
const known = new WeakMap<NetworkModel, Map<number, Layout>>()

/** The layout of a model at a width. */
export function layoutNetwork(model: NetworkModel, width: number): Layout {
  const mine = known.get(model) ?? new Map<number, Layout>()
  known.set(model, mine)
  const layout = mine.get(width) ?? compute(model, width)
  mine.set(width, layout)
  return layout
}

function compute(model: NetworkModel, width: number): Layout {
  const strands = strandsOf(model)
  const layers = LAYER_ORDER.filter((layer) => model.nodes.some((node) => node.layer === layer))
  const sizes = sizesOf(width, layers.length)
  const columns = sizes.axis === 'columns'
  const largest = Math.max(1, ...model.links.filter((link) => link.first).map((link) => link.count))
  const thick = (strand: Strand) => widthOf(strand, largest, sizes.widest)
  const first = strands.filter((strand) => strand.ask === null)
  const frameOf = new Map(model.nodes.flatMap((node) => (node.frame === null ? [] : [[node.id, node.frame] as const])))
  const home = (id: string): string => frameOf.get(id) ?? id

  // Sizes of names and frames.
  const textOf = (node: Node, most: number): string[] => {
    const room = most - 2 * sizes.padX - (columns ? 2 : 0)
    const lines = wrap(node.name, room, sizes.text, NAME_FACE)
    // A name that takes too many lines gives way to its short form, where that is a name and not only initials.
    const told = lines.length > 3 && node.short !== null ? wrap(node.short, room, sizes.text, NAME_FACE) : lines
    if (told.length <= MOST_LINES) return told
    return [
      ...told.slice(0, MOST_LINES - 1),
      shorten(told.slice(MOST_LINES - 1).join(' '), room, sizes.text, NAME_FACE),
    ]
  }
  const boxes = new Map<string, { lines: string[]; width: number; height: number }>()
  for (const node of model.nodes) {
    const most = node.frame !== null && columns ? sizes.box - 14 : sizes.box
    const lines = textOf(node, most)
    const wide = Math.max(...lines.map((line) => measure(line, sizes.text, NAME_FACE))) + 2 * sizes.padX
    boxes.set(node.id, {
      lines,
      width: columns ? most : Math.max(wide, 44),
      height: Math.max(lines.length * sizes.leading + 2 * sizes.padY, 24),
    })
  }
  const boxOf = (id: string) => boxes.get(id) ?? { lines: [], width: 0, height: 0 }

  const zoneOf = (id: string): number =>
    first
      .filter((strand) => strand.from === id || strand.to === id)
      .reduce((sum, strand) => sum + thick(strand) + sizes.portGap, sizes.portGap)
  const framed = new Map(
    model.frames.map((frame) => [frame.id, arrangeFrame(frame, model, boxOf, sizes, zoneOf(frame.id))] as const),
  )

  // Items by layer, then ranks.
  const items = new Map<string, Item>()
  for (const node of model.nodes) {
    if (node.frame !== null) continue
    const box = boxOf(node.id)
    const item = { key: node.id, node, frame: null, lane: false, at: 0 }
    items.set(node.id, { ...item, u: columns ? box.width : box.height, v: columns ? box.height : box.width })
  }
  for (const frame of model.frames) {
    const box = framed.get(frame.id)
    const item = { key: frame.id, node: null, frame, lane: false, at: 0 }
    items.set(frame.id, {
      ...item,
      u: (columns ? box?.width : box?.height) ?? 0,
      v: (columns ? box?.height : box?.width) ?? 0,
    })
  }
  const touching = (id: string): Strand[] =>
    first.filter((strand) => home(strand.from) === id || home(strand.to) === id)
  const layerOf = (id: string): number => {
    const item = items.get(id)
    const layer = item?.node?.layer ?? item?.frame?.layer
    return layer === undefined ? 0 : layers.indexOf(layer)
  }
  // Names grow where their ports need more room than their letters.
  for (const item of items.values()) {
    if (item.frame !== null) continue
    const sides = [0, 0]
    for (const strand of touching(item.key)) {
      const other = home(strand.from) === item.key ? home(strand.to) : home(strand.from)
      const side = layerOf(other) < layerOf(item.key) ? 0 : 1
      sides[side] = (sides[side] ?? 0) + thick(strand) + sizes.portGap
    }
    item.v = Math.max(item.v, Math.max(...sides) + 8)
  }

  const ranks: { layer: Layer; keys: string[] }[] = []
  for (const layer of layers) {
    const mine = [...items.values()].filter((item) => (item.node?.layer ?? item.frame?.layer) === layer)
    const pull = (item: Item): number => {
      const others = touching(item.key).map((strand) =>
        layerOf(home(strand.from) === item.key ? home(strand.to) : home(strand.from)),
      )
      if (others.length === 0) return layers.indexOf(layer) < layers.length / 2 ? -1 : layers.length
      return others.reduce((a, b) => a + b, 0) / others.length
    }
    if (columns) {
      ranks.push({ layer, keys: mine.map((item) => item.key) })
      continue
    }
    for (const keys of splitRank(mine, pull, sizes)) ranks.push({ layer, keys })
  }
  const rankOf = new Map(ranks.flatMap((rank, i) => rank.keys.map((key) => [key, i] as const)))

  // Lanes.
  const between: Segment[][] = ranks.map(() => [])
  const within: Segment[] = []
  const chains = new Map<string, string[]>()
  for (const strand of first) {
    const [a, b] = [home(strand.from), home(strand.to)]
    const [ra, rb] = [rankOf.get(a), rankOf.get(b)]
    if (ra === undefined || rb === undefined || a === b) continue
    if (ra === rb) {
      within.push({ from: a, to: b })
      continue
    }
    const [start, end, low, high] = ra < rb ? [a, b, ra, rb] : [b, a, rb, ra]
    const chain = [start]
    for (let rank = low + 1; rank < high; rank++) {
      const key = `${strand.id}#${String(rank)}`
      items.set(key, { key, node: null, frame: null, lane: true, u: 0, v: thick(strand), at: 0 })
      ranks[rank]?.keys.push(key)
      chain.push(key)
    }
    chain.push(end)
    chains.set(strand.id, chain)
    for (let i = 0; i + 1 < chain.length; i++) between[low + i]?.push({ from: chain[i] ?? '', to: chain[i + 1] ?? '' })
  }

  // Order: by name first (the naive order), then for few crossings. Names without a line at first sight stand last.
  const idle = (key: string): boolean => items.get(key)?.lane === false && touching(key).length === 0
  const naive = ranks.map((rank) => [...rank.keys].sort())
  const ordered = orderRanks({
    ranks: naive.map((rank) => rank.filter((key) => !idle(key))),
    between: between.slice(0, -1),
    within,
  }).map((rank, i) => [...rank, ...(naive[i] ?? []).filter(idle)])

  // Positions.
  const laid = ordered.map((keys) => keys.flatMap((key) => items.get(key) ?? []))
  if (columns) {
    const busy = laid.map((rank) => rank.filter((item) => !idle(item.key)))
    straighten(busy, between, sizes, Infinity)
    const top = Math.min(...busy.flat().map((item) => item.at - item.v / 2))
    for (const rank of laid) {
      let below = sizes.heading - sizes.nodeGap
      for (const item of rank) {
        item.at = idle(item.key) ? below + sizes.nodeGap + item.v / 2 : item.at + sizes.heading - top
        below = Math.max(below, item.at + item.v / 2)
      }
    }
  } else {
    straighten(laid, between, sizes, width - sizes.heading - 2)
    for (const item of laid.flat()) item.at += sizes.heading
  }

  // Along u.
  const thickness = laid.map((rank) => Math.max(0, ...rank.map((item) => item.u)))
  const total = thickness.reduce((a, b) => a + b, 0)
  const laneWidth = (key: string): number => (items.get(key)?.lane === true ? (items.get(key)?.v ?? 0) : 0)
  // Columns share the width that names leave: more to where lines have further to go. Rows are as far apart as their lines need.
  const travel = between.map((segments) =>
    segments.reduce((sum, { from, to }) => sum + Math.abs((items.get(from)?.at ?? 0) - (items.get(to)?.at ?? 0)), 0),
  )
  const roots = travel.map((way) => Math.sqrt(way))
  const rooted = roots.slice(0, -1).reduce((a, b) => a + b, 0)
  const gapOf = (i: number): number => {
    if (columns) {
      const spare = width - 28 - total - 34 * (laid.length - 1)
      return laid.length < 2 ? 0 : 34 + (rooted === 0 ? spare / (laid.length - 1) : (spare * (roots[i] ?? 0)) / rooted)
    }
    const newLayer = ranks[i]?.layer !== ranks[i + 1]?.layer
    const widest = Math.max(0, ...(between[i] ?? []).map(({ from }) => laneWidth(from)))
    return Math.max(18, Math.min(sizes.rankGap, 14 + (travel[i] ?? 0) * 0.03)) + (newLayer ? 8 : 0) + widest
  }
  const starts: number[] = []
  let u = columns ? 2 : 4
  laid.forEach((_, i) => {
    starts.push(u)
    u += (thickness[i] ?? 0) + gapOf(i)
  })
  const length = u - (laid.length > 0 ? gapOf(laid.length - 1) : 0)
  const depth = columns ? Math.max(0, ...laid.flat().map((item) => item.at + item.v / 2)) : width
  const rect = (u0: number, v0: number, du: number, dv: number): Rect =>
    columns ? { x: u0, y: v0, width: du, height: dv } : { x: v0, y: u0, width: dv, height: du }

  const places = new Map<string, Rect>()
  const nodes: PlacedNode[] = []
  const frames: PlacedFrame[] = []
  laid.forEach((rank, i) => {
    for (const item of rank) {
      if (item.lane) continue
      const u0 = (starts[i] ?? 0) + (columns ? 0 : ((thickness[i] ?? 0) - item.u) / 2)
      const place = rect(u0, item.at - item.v / 2, item.u, item.v)
      places.set(item.key, place)
      if (item.node !== null) nodes.push({ node: item.node, lines: boxOf(item.key).lines, ...place })
      const inside = item.frame === null ? undefined : framed.get(item.frame.id)
      if (item.frame === null || inside === undefined) continue
      frames.push({ frame: item.frame, lines: inside.lines, ...place })
      for (const member of inside.members) {
        const node = model.nodes.find((one) => one.id === member.id)
        const box = { x: place.x + member.x, y: place.y + member.y, width: member.width, height: member.height }
        places.set(member.id, box)
        if (node !== undefined) nodes.push({ node, lines: boxOf(member.id).lines, ...box })
      }
    }
  })

  const geometry: Geometry = { columns, starts, thickness, places, items, rankOf, home, sizes, framed, thick }
  const ports = portsOf(first, chains, geometry)
  const routes: Route[] = []
  for (const strand of first) {
    const chain = chains.get(strand.id)
    const route = chain === undefined ? shortcut(strand, geometry) : follow(strand, chain, ports, geometry)
    if (route !== null) routes.push(route)
  }
  const asked = strands.filter((strand) => strand.ask !== null).flatMap((strand) => across(strand, geometry) ?? [])

  const headings: Heading[] = []
  const bands: { layer: Layer; from: number; to: number }[] = []
  for (const layer of layers) {
    const mine = ranks.flatMap((rank, i) => (rank.layer === layer ? [i] : []))
    const from = starts[mine[0] ?? 0] ?? 0
    const to = (starts[mine.at(-1) ?? 0] ?? 0) + (thickness[mine.at(-1) ?? 0] ?? 0)
    bands.push({ layer, from, to })
    headings.push({
      layer,
      text: LAYERS[layer].label,
      x: columns ? from : 11,
      y: columns ? 14 : (from + to) / 2,
    })
  }
  return {
    axis: sizes.axis,
    width,
    height: Math.ceil(columns ? depth + 4 : length + 4),
    size: sizes.text,
    nodes,
    frames,
    routes,
    asked,
    headings,
    bands,
    crossings: crossings(ordered, between.slice(0, -1)),
    naiveCrossings: crossings(naive, between.slice(0, -1)),
  }
}

interface Arranged {
  readonly lines: readonly string[]
  readonly width: number
  readonly height: number
  /** Where links to the frame itself may end, along v from its start. */
  readonly zone: readonly [number, number]
  readonly members: readonly ({ readonly id: string } & Rect)[]
}

/** A frame: its name, room for links that end at it, and its members, tied ones side by side. In rows the name stands below. */
function arrangeFrame(
  frame: Frame,
  model: NetworkModel,
  boxOf: (id: string) => { width: number; height: number },
  sizes: Sizes,
  zone: number,
): Arranged {
  const pad = 7
  // The members with most ties first: they are where lines end.
  const weight = (id: string): number => {
    const node = model.nodes.find((one) => one.id === id)
    const ties = model.ties.filter((tie) => tie.ask === null && (tie.from === id || tie.to === id)).length
    return (node?.first === true ? 1000 : 0) + ties
  }
  const inside = model.ties.filter(
    (tie) => tie.ask === null && frame.members.includes(tie.from) && frame.members.includes(tie.to),
  )
  const [ids = []] = orderRanks({
    ranks: [[...frame.members].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))],
    between: [],
    within: inside,
  })
  if (sizes.axis === 'columns') {
    const lines = wrap(frame.name, sizes.box - 2 * pad, sizes.text, 'inter-600')
    const head = lines.length * sizes.leading + 8 + zone
    let y = head + 6
    const members = ids.map((id) => {
      const box = boxOf(id)
      const member = { id, x: pad, y, width: sizes.box - 2 * pad, height: box.height }
      y += box.height + 15
      return member
    })
    return { lines, width: sizes.box, height: y - 6, zone: [lines.length * sizes.leading + 8, head], members }
  }
  const most = sizes.width - sizes.heading - 2 - pad
  const head = 16
  const members: ({ id: string } & Rect)[] = []
  let x = pad
  let y = head
  let tall = 0
  let wide = 0
  for (const id of ids) {
    const box = boxOf(id)
    if (x > pad && x + box.width > most) {
      x = pad
      y += tall + 14
      tall = 0
    }
    members.push({ id, x, y, width: box.width, height: box.height })
    x += box.width + 16
    wide = Math.max(wide, x - 16)
    tall = Math.max(tall, box.height)
  }
  const width = Math.min(sizes.width - sizes.heading - 2, Math.max(wide + pad, zone))
  // A tie between members that are no neighbours bows below them: the name makes room for it.
  const beside = (a: string, b: string) => {
    const [i, j] = [members.findIndex(({ id }) => id === a), members.findIndex(({ id }) => id === b)]
    return Math.abs(i - j) === 1 && members[i]?.y === members[j]?.y
  }
  const bow = inside.some((tie) => !beside(tie.from, tie.to)) ? DEEPEST_BOW * 0.75 : 0
  return { lines: [frame.name], width, height: y + tall + sizes.leading + 12 + bow, zone: [4, width - 4], members }
}

/** A layer in rows: as many as its names need, those that are tied upwards first; a wide frame has a row of its own. */
function splitRank(mine: readonly Item[], pull: (item: Item) => number, sizes: Sizes): string[][] {
  const wide = mine.filter((item) => item.v > sizes.width * 0.6)
  const rest = mine
    .filter((item) => !wide.includes(item))
    .map((item) => ({ item, pull: pull(item) }))
    .sort((a, b) => a.pull - b.pull || (a.item.key < b.item.key ? -1 : 1))
  const widths = rest.map(({ item }) => item.v + sizes.nodeGap)
  const total = widths.reduce((sum, value) => sum + value, 0)
  const rows = Math.max(1, Math.ceil(total / ((sizes.width - sizes.heading) * 0.88)))
  const result = partition(widths, rows).map(([from, to]) => rest.slice(from, to).map(({ item }) => item.key))
  return [...result, ...wide.map((item) => [item.key])]
}

/** Parts a list into that many runs whose largest sum is least: [from, to) each, none empty. */
function partition(values: readonly number[], parts: number): [number, number][] {
  const fits = (most: number): [number, number][] => {
    const runs: [number, number][] = []
    let from = 0
    let sum = 0
    values.forEach((value, i) => {
      if (i > from && sum + value > most) {
        runs.push([from, i])
        from = i
        sum = 0
      }
      sum += value
    })
    if (values.length > 0) runs.push([from, values.length])
    return runs
  }
  let low = Math.max(0, ...values)
  let high = values.reduce((a, b) => a + b, 0)
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    if (fits(middle).length <= parts) high = middle
    else low = middle
  }
  return fits(high)
}

/** Sets `at` of every item: near its neighbours in other ranks, lanes straighter than names. */
function straighten(
  laid: readonly (readonly Item[])[],
  between: readonly (readonly Segment[])[],
  sizes: Sizes,
  extent: number,
): void {
  const byKey = new Map(laid.flat().map((item) => [item.key, item]))
  const gaps = laid.map((rank) => {
    const wish = rank.map((item, i) => {
      const before = rank[i - 1]
      if (before === undefined) return 0
      const gap =
        item.lane && before.lane ? sizes.laneGap : item.lane || before.lane ? sizes.laneGap + 3 : sizes.nodeGap
      return gap + (item.v + before.v) / 2
    })
    // Where a row is too narrow, the gaps shrink, and lanes first of all.
    const ends = (rank[0]?.v ?? 0) / 2 + (rank.at(-1)?.v ?? 0) / 2
    const needed = wish.reduce((a, b) => a + b, 0) + ends
    if (needed <= extent) return wish
    const bare = rank.map((item, i) => {
      const before = rank[i - 1]
      if (before === undefined) return 0
      return (item.lane ? 0 : item.v / 2) + (before.lane ? 0 : before.v / 2)
    })
    const least = bare.reduce((a, b) => a + b, 0) + ends
    const share = Math.max(0, Math.min(1, (extent - least) / Math.max(1, needed - least)))
    return wish.map((gap, i) => (bare[i] ?? 0) + share * (gap - (bare[i] ?? 0)))
  })
  laid.forEach((rank, i) => {
    let at = (rank[0]?.v ?? 0) / 2
    rank.forEach((item, j) => {
      if (j > 0) at += gaps[i]?.[j] ?? 0
      item.at = at
    })
    const spare = Number.isFinite(extent) ? (extent - at - (rank.at(-1)?.v ?? 0) / 2) / 2 : 0
    for (const item of rank) item.at += spare
  })
  const links = new Map<string, { up: Item[]; down: Item[] }>()
  const of = (key: string) => {
    const found = links.get(key) ?? { up: [], down: [] }
    links.set(key, found)
    return found
  }
  for (const segments of between)
    for (const { from, to } of segments) {
      const [a, b] = [byKey.get(from), byKey.get(to)]
      if (a === undefined || b === undefined) continue
      of(from).down.push(b)
      of(to).up.push(a)
    }
  const rounds = 60
  for (let round = 0; round < rounds; round++) {
    const downward = round % 2 === 0
    for (let step = 0; step < laid.length; step++) {
      const i = downward ? step : laid.length - 1 - step
      const rank = laid[i] ?? []
      const wishes = rank.map((item, j) => {
        const near = of(item.key)
        const others = round > rounds - 8 ? [...near.up, ...near.down] : downward ? near.up : near.down
        const pulls = others.map((other) => ({
          at: other.at,
          weight: item.lane && other.lane ? 8 : other.lane ? 2 : 1,
        }))
        const weight = pulls.reduce((sum, pull) => sum + pull.weight, 0)
        const wish = pulls.reduce((sum, pull) => sum + pull.at * pull.weight, 0)
        return {
          at: weight === 0 ? item.at : wish / weight,
          weight: weight === 0 ? 0.2 : item.lane ? 4 : 1,
          gap: gaps[i]?.[j] ?? 0,
        }
      })
      const low = (rank[0]?.v ?? 0) / 2
      const high = extent - (rank.at(-1)?.v ?? 0) / 2
      const found = Number.isFinite(extent) ? settle(wishes, low, high) : settle(wishes)
      rank.forEach((item, j) => {
        item.at = found[j] ?? item.at
      })
    }
  }
}

interface Geometry {
  readonly columns: boolean
  readonly starts: readonly number[]
  readonly thickness: readonly number[]
  readonly places: ReadonlyMap<string, Rect>
  readonly items: ReadonlyMap<string, Item>
  readonly rankOf: ReadonlyMap<string, number>
  readonly home: (id: string) => string
  readonly sizes: Sizes
  readonly framed: ReadonlyMap<string, Arranged>
  readonly thick: (strand: Strand) => number
}

type Port = { readonly u: number; readonly v: number }

/** Where each strand leaves and enters, by strand and end. Ends on one side stand in the order of what they lead to. */
function portsOf(
  strands: readonly Strand[],
  chains: ReadonlyMap<string, readonly string[]>,
  geometry: Geometry,
): ReadonlyMap<string, readonly [Port, Port]> {
  const { columns, places, items, home, framed, sizes, thick } = geometry
  const sides = new Map<string, { strand: Strand; end: 0 | 1; toward: number; further: number }[]>()
  for (const strand of strands) {
    const chain = chains.get(strand.id)
    if (chain === undefined) continue
    const forward = home(strand.from) === chain[0]
    for (const end of [0, 1] as const) {
      // End 0 is the end in the earlier rank.
      const own = end === 0 ? chain[0] : chain.at(-1)
      const id = (end === 0) === forward ? strand.from : strand.to
      const next = end === 0 ? chain[1] : chain.at(-2)
      const after = end === 0 ? chain[2] : chain.at(-3)
      if (own === undefined) continue
      const key = `${id} ${String(end)}`
      const at = (name: string | undefined) => (name === undefined ? 0 : (items.get(name)?.at ?? 0))
      sides.set(key, [...(sides.get(key) ?? []), { strand, end, toward: at(next), further: at(after ?? next) }])
    }
  }
  const found = new Map<string, [Port | null, Port | null]>()
  for (const [key, ends] of sides) {
    const id = key.slice(0, key.lastIndexOf(' '))
    const place = places.get(id)
    if (place === undefined) continue
    ends.sort((a, b) => a.toward - b.toward || a.further - b.further || (a.strand.id < b.strand.id ? -1 : 1))
    const [v0, dv] = columns ? [place.y, place.height] : [place.x, place.width]
    const zone = framed.get(id)?.zone
    const [from, to] = zone === undefined ? [v0 + 4, v0 + dv - 4] : [v0 + zone[0], v0 + zone[1]]
    const thicks = ends.map(({ strand }) => thick(strand))
    const bare = thicks.reduce((a, b) => a + b, 0)
    const gap = Math.min(sizes.portGap * 2, Math.max(0, (to - from - bare) / Math.max(1, ends.length)))
    // Along a frame's side links end where they come from; along a name's side they stand together in its middle.
    const wide = zone !== undefined && !columns
    const spots = settle(
      ends.map(({ toward }, i) => ({
        at: wide ? toward : (from + to) / 2,
        weight: 1,
        gap: ((thicks[i] ?? 0) + (thicks[i - 1] ?? 0)) / 2 + gap,
      })),
      from + (thicks[0] ?? 0) / 2,
      to - (thicks.at(-1) ?? 0) / 2,
    )
    ends.forEach(({ strand, end }, i) => {
      const [u0, du] = columns ? [place.x, place.width] : [place.y, place.height]
      const pair = found.get(strand.id) ?? [null, null]
      pair[end] = { u: end === 0 ? u0 + du : u0, v: spots[i] ?? from }
      found.set(strand.id, pair)
    })
  }
  const ports = new Map<string, readonly [Port, Port]>()
  for (const [id, [a, b]] of found) if (a !== null && b !== null) ports.set(id, [a, b])
  return ports
}

const xy = (columns: boolean, { u, v }: Port): [number, number] => (columns ? [u, v] : [v, u])
const n = (value: number): string => String(Math.round(value * 10) / 10)

/** A path that runs along u at each of its points; pairs of points with one v are joined straight. */
function smooth(points: readonly Port[], columns: boolean): { d: string; points: [number, number][] } {
  let d = ''
  const along: [number, number][] = []
  points.forEach((point, i) => {
    const before = points[i - 1]
    const [x, y] = xy(columns, point)
    if (before === undefined) {
      d += `M${n(x)} ${n(y)}`
      along.push([x, y])
      return
    }
    if (Math.abs(before.v - point.v) < 0.05) {
      d += `L${n(x)} ${n(y)}`
      along.push([x, y])
      return
    }
    const middle = (before.u + point.u) / 2
    const [ax, ay] = xy(columns, { u: middle, v: before.v })
    const [bx, by] = xy(columns, { u: middle, v: point.v })
    d += `C${n(ax)} ${n(ay)} ${n(bx)} ${n(by)} ${n(x)} ${n(y)}`
    for (let step = 1; step <= 8; step++) along.push(bezier(xy(columns, before), [ax, ay], [bx, by], [x, y], step / 8))
  })
  return { d, points: along }
}

function bezier(
  a: readonly [number, number],
  b: readonly [number, number],
  c: readonly [number, number],
  d: readonly [number, number],
  t: number,
): [number, number] {
  const s = 1 - t
  const at = (i: 0 | 1) => s ** 3 * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t ** 3 * d[i]
  return [at(0), at(1)]
}

/** Room that an arrowhead takes at the end of a line. */
export const headOf = (strand: Strand, width: number): number =>
  strand.family === 'alliance'
    ? 0
    : strand.family === 'belonging'
      ? 5
      : strand.link === null
        ? 7
        : Math.max(7, width * 0.55)

function follow(
  strand: Strand,
  chain: readonly string[],
  ports: ReadonlyMap<string, readonly [Port, Port]>,
  geometry: Geometry,
): Route | null {
  const { columns, starts, thickness, items, rankOf, home, thick } = geometry
  const pair = ports.get(strand.id)
  if (pair === undefined) return null
  const [start, end] = pair
  const low = rankOf.get(chain[0] ?? '') ?? 0
  const points: Port[] = [start]
  // Up to the edge of the rank first, where a box is smaller than its rank.
  const edge = (starts[low] ?? 0) + (thickness[low] ?? 0)
  if (edge - start.u > 12) points.push({ u: edge, v: start.v })
  chain.slice(1, -1).forEach((key, i) => {
    const at = items.get(key)?.at ?? 0
    const from = starts[low + 1 + i] ?? 0
    points.push({ u: from, v: at }, { u: from + (thickness[low + 1 + i] ?? 0), v: at })
  })
  const last = starts[low + chain.length - 1] ?? end.u
  if (end.u - last > 12) points.push({ u: last, v: end.v })
  points.push(end)
  const forward = home(strand.from) === chain[0]
  const width = thick(strand)
  const ordered = forward ? points : [...points].reverse()
  // The line stops where its head begins.
  const tip = ordered.at(-1)
  const head = headOf(strand, width)
  if (tip !== undefined && head > 0) ordered[ordered.length - 1] = { u: tip.u + (forward ? -head : head), v: tip.v }
  return { strand, width, beside: false, ...smooth(ordered, columns) }
}

/** A line between two names of one rank or one frame: straight where they are neighbours, else a bow beside the rank. */
function shortcut(strand: Strand, geometry: Geometry): Route | null {
  const { columns, places, thick } = geometry
  const a = places.get(strand.from)
  const b = places.get(strand.to)
  if (a === undefined || b === undefined) return null
  const width = thick(strand)
  const spread = (rect: Rect) =>
    columns
      ? { u0: rect.x, u1: rect.x + rect.width, v0: rect.y, v1: rect.y + rect.height }
      : { u0: rect.y, u1: rect.y + rect.height, v0: rect.x, v1: rect.x + rect.width }
  const [p, q] = [spread(a), spread(b)]
  const gap = q.v0 > p.v1 ? q.v0 - p.v1 : p.v0 - q.v1
  const blocked = [...places].some(([id, rect]) => {
    if (id === strand.from || id === strand.to || id === geometry.home(strand.from) || id === geometry.home(strand.to))
      return false
    const r = spread(rect)
    const [low, high] = [Math.min(p.v1, q.v1), Math.max(p.v0, q.v0)]
    return r.v0 < high && r.v1 > low && r.u0 < Math.max(p.u1, q.u1) && r.u1 > Math.min(p.u0, q.u0)
  })
  const overlap = Math.min(p.u1, q.u1) - Math.max(p.u0, q.u0)
  const head = headOf(strand, width)
  if (gap >= 0 && !blocked && overlap > 12) {
    const u = (Math.max(p.u0, q.u0) + Math.min(p.u1, q.u1)) / 2
    const down = q.v0 > p.v1
    const from = { u, v: down ? p.v1 : p.v0 }
    const to = { u, v: down ? q.v0 - head : q.v1 + head }
    const points = [xy(columns, from), xy(columns, to)]
    return {
      strand,
      width,
      beside: true,
      d: `M${points.map((point) => point.map(n).join(' ')).join('L')}`,
      points,
    }
  }
  const side = Math.max(p.u1, q.u1)
  const bow = Math.min(DEEPEST_BOW, 12 + Math.abs(p.v0 - q.v0) * 0.14)
  const from = { u: p.u1, v: (p.v0 + p.v1) / 2 }
  const to = { u: q.u1 + head, v: (q.v0 + q.v1) / 2 }
  const [m1, m2] = [
    { u: side + bow, v: from.v },
    { u: side + bow, v: to.v },
  ]
  const [s, c1, c2, e] = [xy(columns, from), xy(columns, m1), xy(columns, m2), xy(columns, to)]
  return {
    strand,
    width,
    beside: true,
    d: `M${s.map(n).join(' ')}C${[c1, c2, e].map((point) => point.map(n).join(' ')).join(' ')}`,
    points: Array.from({ length: 9 }, (_, i) => bezier(s, c1, c2, e, i / 8)),
  }
}

/** A line on asking: from side to facing side in one bow. */
function across(strand: Strand, geometry: Geometry): Route | null {
  const { columns, places, thick } = geometry
  const a = places.get(strand.from)
  const b = places.get(strand.to)
  if (a === undefined || b === undefined) return null
  const spread = (rect: Rect) =>
    columns
      ? { u0: rect.x, u1: rect.x + rect.width, v: rect.y + rect.height / 2 }
      : { u0: rect.y, u1: rect.y + rect.height, v: rect.x + rect.width / 2 }
  const [p, q] = [spread(a), spread(b)]
  const width = Math.min(3, thick(strand))
  const head = headOf(strand, width)
  if (p.u1 <= q.u0 + 1 || q.u1 <= p.u0 + 1) {
    const forward = p.u1 <= q.u0 + 1
    const from = { u: forward ? p.u1 : p.u0, v: p.v }
    const to = { u: forward ? q.u0 - head : q.u1 + head, v: q.v }
    return { strand, width, beside: false, ...smooth([from, to], columns) }
  }
  return shortcut(strand, geometry)
}
