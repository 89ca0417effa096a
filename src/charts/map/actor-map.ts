/** A map for the page of an actor: what it is said to have done, where a point was published. Small, without links. */
import type { Dataset } from '../../dataset/dataset.ts'
import type { Canvas, Drawing } from '../chart.ts'
import { drawing } from '../root.ts'
import { Lettering } from '../text.ts'
import { mapModel, type MapModel, type Spot } from './model.ts'
import { panel } from './panel.ts'
import { frameOf } from './projection.ts'
import { MAPS } from './spec.ts'
import type { Extent } from './topology.ts'

const KILOMETRES_PER_DEGREE = 111.2

// At least this far from the middle to either side, so that a coast or a border tells where it is.
const REACH = 330

// Room around the outermost points, in shares of the span.
const MARGIN = 0.16

/** Height by width, at most and at least. */
const TALLEST = 1.15
const LOWEST = 0.7

const CITIES = ['baghdad', 'tehran', 'damascus', 'beirut', 'sanaa', 'aden', 'jeddah']

/** What the map of an actor shows: its attacks and strikes. */
export const actorMapModel = (actor: string, dataset: Dataset): MapModel => {
  const region = MAPS['map-region']
  return mapModel(dataset, { ...region, query: { ...region.query, actors: [actor] }, cities: CITIES, insets: [] })
}

/** Where the map looks: all points, with room around them. */
export function extentOfSpots(spots: readonly Pick<Spot, 'lat' | 'lon'>[]): Extent {
  const lats = spots.map(({ lat }) => lat)
  const lons = spots.map(({ lon }) => lon)
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
  const span = (values: readonly number[]) => (Math.max(...values) - Math.min(...values)) * (0.5 + MARGIN)
  const lat = middle(lats)
  const lon = middle(lons)
  const shrink = Math.cos((lat * Math.PI) / 180)
  let tall = Math.max(span(lats), (REACH * LOWEST) / KILOMETRES_PER_DEGREE)
  let wide = Math.max(span(lons), REACH / (KILOMETRES_PER_DEGREE * shrink))
  wide = Math.max(wide, tall / TALLEST / shrink)
  tall = Math.max(tall, wide * shrink * LOWEST)
  return { west: lon - wide, south: lat - tall, east: lon + wide, north: lat + tall }
}

/** Draws the map of an actor; null where no record has a point. `name` is what assistive technology hears. */
export function actorMap(model: MapModel, canvas: Canvas, name: string): Drawing | null {
  if (model.spots.length === 0) return null
  const { width, paint } = canvas
  const lettering = new Lettering(paint.ink)
  const extent = extentOfSpots(model.spots)
  const main = panel(
    model,
    {
      extent,
      x: 0,
      y: 0,
      width,
      single: 3.4,
      largest: 17,
      detail: 1.4,
      size: 11,
      tiedFrom: 8,
      context: true,
      ships: false,
      insets: [],
      covered: [],
    },
    canvas,
    lettering,
  )
  const { height } = frameOf(extent, width)
  return drawing(canvas, { width, height }, name, model.colours, lettering, main.svg)
}
