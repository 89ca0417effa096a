/** A whole map drawing: key, map, insets, holding areas; side by side on wide screens, one below the other on narrow ones. */
import { numberWords } from '../../dataset/words.ts'
import { COLOURS, EVIDENCE, EVIDENCE_ORDER } from '../../dataset/vocabulary.ts'
import type { Canvas, Drawing } from '../chart.ts'
import { legend } from '../marks.ts'
import { formatNumber } from '../number.ts'
import { drawing } from '../root.ts'
import { el, num } from '../svg.ts'
import { Lettering, measure, shorten, wrap } from '../text.ts'
import { columnWidth, holdingAreas } from './holding-area.ts'
import { partsOf, type Holding, type MapModel, type Spot } from './model.ts'
import { panel, type PanelSpec } from './panel.ts'
import { extentOf, frameOf, PHONE_UNDER, type Frame } from './projection.ts'
import type { InsetSpec, MapSpec } from './spec.ts'

const GAP = 20
const SIDE = 264
const WIDE_FROM = 900
const FEW_WAITING = 100
const LEAST_INSET = 110

/** Sizes that differ between a phone and wider drawings. */
const sizesFor = (width: number) =>
  width < PHONE_UNDER
    ? { single: 3.6, largest: 19, label: 11, dot: 2.6 }
    : { single: 3.8, largest: 24, label: 12, dot: 2.6 }

/** Draws a map. `name` is what assistive technology hears. */
export function drawMap(model: MapModel, spec: MapSpec, canvas: Canvas, name: string): Drawing {
  const { width, paint } = canvas
  const lettering = new Lettering(paint.ink)
  const sizes = sizesFor(canvas.room === undefined ? width : PHONE_UNDER - 1)
  // Few waiting records do not fill a column: the map then takes the whole width.
  const wide = width >= WIDE_FROM && model.total - model.located - model.soft > FEW_WAITING
  const key = keyOf(model, width, canvas, lettering)
  const top = key.height + 10
  const extent = extentOf(spec.id, width)
  // On a card the map is as high as there is room, and what waits fills the rest of the width.
  const high = canvas.room === undefined ? null : canvas.room - top - 2
  const fitted = high === null ? width : Math.floor((high / frameOf(extent, 1000).height) * 1000)
  const mapWidth = high !== null ? Math.min(fitted, width - SIDE - GAP) : wide ? width - SIDE - GAP : width
  const phone = width < PHONE_UNDER || high !== null
  const frame = frameOf(extent, mapWidth)
  const common: Omit<PanelSpec, 'extent' | 'x' | 'y' | 'width'> = {
    single: sizes.single,
    largest: sizes.largest,
    // The whole region has long coasts: they are drawn a little coarser, for size.
    detail: (spec.id === 'map-region' ? 1.2 : 0.8) * (canvas.light === true ? 2.25 : 1),
    size: sizes.label,
    context: true,
    // A map of the whole region, and any map on a phone, names less.
    tiedFrom: phone || spec.id === 'map-region' ? 5 : 1,
    ships: spec.ships,
    insets: [],
    covered: [],
  }
  const onMap = phone ? [] : spec.insets.flatMap((inset) => placeInset(inset, frame) ?? [])
  const below = phone && high === null ? spec.insets : []
  const main = panel(
    model,
    {
      ...common,
      extent,
      x: 0,
      y: top,
      width: mapWidth,
      insets: [...onMap.map(({ inset }) => inset.extent), ...below.map((inset) => inset.extent)],
      covered: onMap,
    },
    canvas,
    lettering,
  )
  const insetPanel = (inset: InsetSpec, x: number, y: number, across: number) =>
    panel(model, { ...common, extent: inset.extent, x, y, width: across, context: false }, canvas, lettering)
  const mats = onMap.map(({ inset, x, y, width: across, height }) => {
    const mat = el('rect', { x, y: top + y, width: across, height, fill: paint.paper })
    const edge = el('path', {
      d: `M${num(x)} ${num(top + y)}h${num(across)}v${num(height)}h${num(-across)}z`,
      fill: 'none',
      stroke: paint.line,
      'stroke-width': 0.5,
    })
    const title = lettering.line({ text: inset.title, x: x + MAT, y: top + y + 16, size: 12, face: 'inter-600' })
    return mat + title + insetPanel(inset, x + MAT, top + y + INSET_HEAD, across - 2 * MAT).svg + edge
  })

  const holdings = [...model.holdings, ...holdingOutside(main.outside, spec)]
  const waiting = holdings.reduce((sum, holding) => sum + holding.records.length, 0)
  const head = (x: number, y: number, across: number) => {
    if (waiting === 0) return { svg: '', height: 0 }
    const words = `${formatNumber(waiting)} ${waiting === 1 ? 'record has' : 'records have'} no point on this map`
    const lines = wrap(words, across, 12, 'inter-600')
    const rest = wrap(sharesOf(model, waiting, main.outside), across, 12)
    const heading = lettering.block(lines, { x, y: y + 11, size: 12, face: 'inter-600' })
    const sum = lettering.block(rest, { x, y: y + 11 + lines.length * 15, size: 12, fill: paint.quiet })
    return { svg: heading + sum, height: (lines.length + rest.length) * 15 + 8 }
  }
  let content = key.svg + main.svg + mats.join('')
  let bottom = top + main.height
  if (high !== null) {
    const x = mapWidth + GAP
    const across = width - x
    const title = head(x, top, across)
    const columns = Math.max(1, Math.floor(across / 190))
    const layout = { x, width: across, tops: new Array<number>(columns).fill(top + title.height), r: sizes.dot }
    // The largest that fit; the line at the foot counts the others.
    let kept = holdings.length
    const fits = (count: number) => {
      const foot = count < holdings.length ? 18 : 0
      const probe = holdingAreas(holdings.slice(0, count), layout, canvas, new Lettering(paint.ink))
      return probe.bottom <= top + high - foot
    }
    while (kept > 1 && !fits(kept)) kept--
    const held = holdingAreas(holdings.slice(0, kept), layout, canvas, lettering)
    content += title.svg + held.svg
    bottom = Math.max(bottom, held.bottom)
    const left = holdings.slice(kept)
    // Where little waits, the insets use the room below.
    let insetX = x
    const free = top + high - held.bottom - GAP - 18
    for (const inset of left.length > 0 ? [] : spec.insets) {
      const wide = Math.min(
        columnWidth(across, columns),
        Math.floor((free / frameOf(inset.extent, 1000).height) * 1000),
      )
      if (wide < LEAST_INSET || insetX + wide > width) continue
      const head = held.bottom + GAP
      content += lettering.line({ text: inset.title, x: insetX, y: head + 11, size: 12, face: 'inter-600' })
      content += insetPanel(inset, insetX, head + 18, wide).svg
      insetX += Math.max(wide, measure(inset.title, 12, 'inter-600')) + GAP
    }
    if (left.length > 0) {
      const count = left.reduce((sum, holding) => sum + holding.records.length, 0)
      const words = `And ${formatNumber(count)} more under ${numberWords(left.length)} other ${left.length === 1 ? 'name' : 'names'}`
      content += lettering.line({ text: words, x, y: held.bottom + 16, size: 12, fill: paint.quiet })
      bottom = Math.max(bottom, held.bottom + 18)
    }
  } else if (wide) {
    const x = mapWidth + GAP
    const title = head(x, top, SIDE)
    const held = holdingAreas(holdings, { x, width: SIDE, tops: [top + title.height], r: sizes.dot }, canvas, lettering)
    content += title.svg + held.svg
    bottom = Math.max(bottom, held.bottom)
  } else {
    const columns = phone ? 2 : width < WIDE_FROM ? 3 : 4
    const across = columnWidth(width, columns)
    const tops = new Array<number>(columns).fill(bottom + GAP)
    below.forEach((inset, i) => {
      const x = i * (width - (columns - 1) * across) + i * across * (columns - 2)
      const name = shorten(inset.title, across, 12, 'inter-600')
      const title = lettering.line({ text: name, x, y: bottom + GAP + 11, size: 12, face: 'inter-600' })
      const drawn = insetPanel(inset, x, bottom + GAP + 18, across)
      content += title + drawn.svg
      tops[i] = bottom + GAP + 18 + drawn.height + GAP
    })
    // The heading stands over the columns that are free, or over all of them.
    const free = below.length % columns
    const headY = free === 0 ? Math.max(...tops) : bottom + GAP
    const headX = free === 0 ? 0 : across + (width - columns * across) / (columns - 1)
    const title = head(headX, headY, width - headX)
    const starts = tops.map((y, i) => (free === 0 ? headY + title.height : i < free ? y : headY + title.height))
    const held = holdingAreas(holdings, { x: 0, width, tops: starts, r: sizes.dot }, canvas, lettering)
    content += title.svg + held.svg
    bottom = Math.max(held.bottom, ...tops.map((y) => y - GAP))
  }
  return drawing(canvas, { width, height: bottom + 2 }, name, [...model.colours, 'ink'], lettering, content)
}

const MAT = 6
const INSET_HEAD = 24

interface PlacedInset {
  readonly inset: InsetSpec
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

// The box of an inset on the map, mat and title included.
function placeInset(inset: InsetSpec, frame: Frame): PlacedInset | null {
  if (inset.on === null) return null
  const width = Math.round(frame.width * inset.on.width)
  const height = frameOf(inset.extent, width - 2 * MAT).height + INSET_HEAD + MAT
  const x = Math.round(frame.width * inset.on.left)
  const y =
    inset.on.bottom === undefined ? frame.height * (inset.on.top ?? 0) : frame.height * (1 - inset.on.bottom) - height
  return { inset, x, y: Math.round(y), width, height }
}

const records = (spots: readonly Spot[]): number => spots.reduce((sum, spot) => sum + spot.records.length, 0)

/** The sum that the reader can check: what is located here, what is soft, what waits, and the whole. */
function sharesOf(model: MapModel, waiting: number, outside: readonly Spot[]): string {
  const soft = records(outside.filter((spot) => spot.soft))
  const located = records(outside) - soft
  const parts = [
    `${formatNumber(model.located - located)} at a known point`,
    ...(model.soft - soft === 0 ? [] : [`${formatNumber(model.soft - soft)} in a dashed outline`]),
    `${formatNumber(waiting)} in these boxes${located + soft === 0 ? '' : `, ${formatNumber(located + soft)} of them outside the frame`}`,
  ]
  return `${parts.join(' + ')} = ${formatNumber(model.total)} records`
}

/** Records with a point that this frame leaves out wait too. */
function holdingOutside(outside: readonly Spot[], spec: MapSpec): Holding[] {
  const records = outside.flatMap((spot) => spot.records)
  if (records.length === 0) return []
  return [
    {
      key: 'outside',
      name: 'Outside this frame',
      reason: 'area',
      query: { ...spec.query, ids: records.map((record) => record.id) },
      records,
      parts: partsOf(records),
    },
  ]
}

function keyOf(model: MapModel, width: number, canvas: Canvas, lettering: Lettering): { svg: string; height: number } {
  const colours = legend(
    model.colours.map((colour) => ({
      label: COLOURS[colour].label,
      evidence: 'confirmed',
      colour,
      kind: 'attack',
      r: 5.5,
    })),
    { x: 0, y: 0, width },
    canvas,
    lettering,
  )
  const evidence = legend(
    EVIDENCE_ORDER.map((level) => ({
      label: EVIDENCE[level].label.toLowerCase(),
      evidence: level,
      colour: 'ink',
      kind: 'attack',
      r: 6,
    })),
    { x: 0, y: colours.height, width },
    canvas,
    lettering,
  )
  return { svg: colours.svg + evidence.svg, height: colours.height + evidence.height }
}
