/** A small map for the page of one record or place: where in the region it is, and nothing else. */
import type { Dataset } from '../../dataset/dataset.ts'
import type { Canvas, Drawing } from '../chart.ts'
import { el, num } from '../svg.ts'
import { LEAST_SIZE, Lettering, shorten } from '../text.ts'
import { baseOf } from './base.ts'
import { shortName } from './model.ts'
import { countryNames } from './names.ts'
import { rasterOf } from './raster.ts'
import { scaleLength } from './projection.ts'
import type { Extent } from './topology.ts'

/** What a locator map points at. */
export interface Located {
  readonly lat: number
  readonly lon: number
  /** What stands beside the mark. */
  readonly name: string
  /** An area or a country: a soft area around its middle, without a dot. */
  readonly soft?: boolean
  /** Half-width of a computed position, in kilometres. */
  readonly spread?: number | null
}

const WIDTH = 280
const RATIO = 200 / 280

// Kilometres from the point to the side of the map: enough to hold a coast or a border in most places.
const REACH = 420

// Half-width of a soft area whose real extent is not known, in pixels.
const SOFT = 26

// Coarser than the large maps, so that the drawing stays small.
const DETAIL = 1.6

// Map centres step by this many degrees, so that near places share a base.
const GRID = 0.5

/** Where the map looks: around the point, snapped to a grid. */
export function locatorExtent({ lat, lon, spread = null }: Pick<Located, 'lat' | 'lon' | 'spread'>): Extent {
  const reach = Math.max(REACH, (spread ?? 0) * 2.5)
  const middleLat = Math.round(lat / GRID) * GRID
  const middleLon = Math.round(lon / GRID) * GRID
  const tall = (reach * RATIO) / 111.2
  const wide = reach / (111.32 * Math.cos((middleLat * Math.PI) / 180))
  return { west: middleLon - wide, south: middleLat - tall, east: middleLon + wide, north: middleLat + tall }
}

/** Draws a locator map, about 280 by 200. Decoration beside words that say the same, so it is an image. */
export function locatorMap(
  located: Located,
  dataset: Pick<Dataset, 'borders'>,
  canvas: Pick<Canvas, 'paint' | 'prefix'>,
): Drawing {
  const { paint } = canvas
  const lettering = new Lettering(paint.ink)
  const base = baseOf(locatorExtent(located), WIDTH, dataset.borders, DETAIL)
  const { width, height } = base
  const [x, y] = base.projection([located.lon, located.lat]) ?? [width / 2, height / 2]
  const soft = located.soft === true
  const r = soft ? SOFT : located.spread == null ? 0 : Math.max(8, located.spread / base.kilometresPerPixel)
  const name = shorten(shortName(located.name), width - 24, 12, 'inter-600')
  const above = y > 40
  const label = {
    text: name,
    x: Math.min(Math.max(x, 60), width - 60),
    y: soft ? y + 4 : above ? y - 11 : y + 21,
    size: 12,
    face: 'inter-600' as const,
    anchor: 'middle' as const,
    halo: paint.land,
  }
  const lengthKm = scaleLength(base.kilometresPerPixel, width / 4)
  const length = lengthKm / base.kilometresPerPixel
  const words = lettering.line(label)
  const scale =
    el('path', { d: `M8 ${num(height - 12)}v4h${num(length)}v-4`, fill: 'none', stroke: paint.quiet }) +
    lettering.line({ text: `${String(lengthKm)} km`, x: 8, y: height - 15, size: LEAST_SIZE, fill: paint.quiet })
  const dot = { x: x - 12, y: y - 12, width: 24, height: 24 }
  const names = countryNames(rasterOf(base), base, LEAST_SIZE, [...lettering.boxes, dot])
    .slice(0, 4)
    .map((country) =>
      lettering.block(country.lines, {
        x: country.x,
        y: country.y,
        size: country.size,
        anchor: 'middle',
        spacing: country.spacing,
        fill: paint.quiet,
      }),
    )
    .join('')
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      width,
      height,
      role: 'img',
      'aria-label': `Map: ${located.name}`,
      class: 'locator',
      'font-family': 'var(--sans)',
    },
    el(
      'svg',
      { width, height },
      el('rect', { width, height, fill: paint.sea }),
      el('path', { d: base.land, fill: paint.land, stroke: paint.coast, 'stroke-width': 0.6 }),
      base.borders === ''
        ? ''
        : el('path', { d: base.borders, fill: 'none', stroke: paint.line, 'stroke-dasharray': '4 2' }),
      base.disputed === ''
        ? ''
        : el('path', {
            d: base.disputed,
            fill: 'none',
            stroke: paint.line,
            'stroke-width': 1.2,
            'stroke-dasharray': '0.1 2.6',
            'stroke-linecap': 'round',
          }),
      r === 0
        ? ''
        : el('circle', {
            cx: x,
            cy: y,
            r,
            fill: paint.ink,
            'fill-opacity': 0.1,
            stroke: soft ? paint.quiet : null,
            'stroke-dasharray': soft ? '3 3' : null,
          }),
    ),
    names,
    soft ? '' : el('circle', { cx: x, cy: y, r: 4.5, fill: paint.ink, stroke: paint.paper, 'stroke-width': 1.5 }),
    words,
    scale,
  )
  return { svg, width, height, labels: lettering.boxes }
}
