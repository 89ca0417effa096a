/**
 * Coasts and countries of the region: Natural Earth 1:10m as world-atlas ships it, cut down to the region and weighed for simplifying.
 * Arcs stay shared, so a border and the two countries beside it always follow one line.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { MultiLineString, MultiPolygon as LandShape } from 'geojson'
import { merge, mesh } from 'topojson-client'
import { filter, planarTriangleArea, presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'

/** A box of degrees. */
export interface Extent {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** All maps lie inside this box, with room to spare, so that no cut shows. */
export const REGION: Extent = { west: 20, south: -4, east: 70, north: 44 }

interface Name {
  name: string
}
type Shape = Polygon<Name> | MultiPolygon<Name>
type Countries = GeometryCollection<Name> & { geometries: Shape[] }
export type RegionTopology = Topology<{ countries: Countries }>

const isShape = (value: { type: string | null }): value is Shape =>
  value.type === 'Polygon' || value.type === 'MultiPolygon'

let weighed: RegionTopology | null = null

/** The region's countries with a weight on every point (square degrees), ready for `simplify`. Read once per process. */
export function regionTopology(): RegionTopology {
  weighed ??= weigh(readAtlas())
  return weighed
}

function readAtlas(): RegionTopology {
  try {
    const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
    return JSON.parse(readFileSync(file, 'utf8')) as RegionTopology
  } catch (error) {
    throw new Error(
      `The outlines of countries (world-atlas/countries-10m.json) cannot be read: ${(error as Error).message}. Install the packages again: npm ci`,
      { cause: error },
    )
  }
}

function weigh(world: RegionTopology): RegionTopology {
  const inside = ringTest(world)
  const geometries = world.objects.countries.geometries.flatMap((shape): Shape[] => {
    if (!isShape(shape)) return []
    const polygons = (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs).filter((rings) => inside(rings[0] ?? []))
    return polygons.length === 0 ? [] : [{ ...shape, type: 'MultiPolygon', arcs: polygons } as MultiPolygon<Name>]
  })
  const countries: Countries = { type: 'GeometryCollection', geometries }
  const region = filter({ ...world, objects: { countries } } as never, () => true) as unknown as RegionTopology
  // Points outside the region weigh nothing and go first: what is left of a far coast is a few straight lines nobody sees.
  return presimplify(region, (triangle) =>
    triangle.every(([x = 0, y = 0]) => x > REGION.west && x < REGION.east && y > REGION.south && y < REGION.north)
      ? planarTriangleArea(triangle)
      : 0,
  )
}

// Whether a ring has a point in the region. Arc coordinates are deltas of whole numbers until `presimplify` unpacks them.
function ringTest(world: RegionTopology): (ring: readonly number[]) => boolean {
  const [scaleX, scaleY] = world.transform?.scale ?? [1, 1]
  const [shiftX, shiftY] = world.transform?.translate ?? [0, 0]
  const found = world.arcs.map((arc) => {
    let x = 0
    let y = 0
    return arc.some(([dx = 0, dy = 0]) => {
      x += dx
      y += dy
      const lon = x * scaleX + shiftX
      const lat = y * scaleY + shiftY
      return lon > REGION.west && lon < REGION.east && lat > REGION.south && lat < REGION.north
    })
  })
  return (ring) => ring.some((index) => found[index < 0 ? ~index : index] === true)
}

/** The lines and areas of a map, simplified to what its scale can show. */
export interface Outlines {
  readonly land: LandShape
  readonly coast: MultiLineString
  /** Borders between countries, those listed as disputed left out. */
  readonly borders: MultiLineString
  /** Borders listed in `borders.json`. */
  readonly disputed: MultiLineString
}

/** What a map needs of a border listed in `borders.json`. */
export interface ListedBorder {
  readonly countries: readonly (string | null)[]
  readonly names: readonly string[]
}

const same = (shape: Shape, id: string | null, name: string): boolean =>
  id === null ? shape.properties?.name === name : String(shape.id) === id

/** Whether two countries of the atlas are the pair of a listed border; an area without a number is known by its name. */
export function isListed(border: ListedBorder, a: Shape, b: Shape): boolean {
  const [first = null, second = null] = border.countries
  const [firstName = '', secondName = ''] = border.names
  return (
    (same(a, first, firstName) && same(b, second, secondName)) ||
    (same(b, first, firstName) && same(a, second, secondName))
  )
}

// The atlas draws the buffer zone of Cyprus as a country of its own. Its two edges are one ceasefire line, so it goes with the north.
const BUFFER = 'Cyprus U.N. Buffer Zone'
const standsFor = (shape: Shape): Shape =>
  shape.properties?.name === BUFFER ? { ...shape, properties: { name: 'N. Cyprus' } } : shape

/** Outlines at a tolerance in degrees: details whose triangle is smaller than its square are gone. */
export function outlinesAt(tolerance: number, listed: readonly ListedBorder[]): Outlines {
  const topology = simplify(regionTopology(), tolerance * tolerance)
  const { countries } = topology.objects
  const disputes = (a: Shape, b: Shape) => listed.some((border) => isListed(border, standsFor(a), standsFor(b)))
  return {
    land: merge(topology, countries.geometries) as LandShape,
    coast: mesh(topology, countries as never, (a, b) => a === b),
    borders: mesh(topology, countries as never, (a, b) => a !== b && !disputes(a as never, b as never)),
    disputed: mesh(topology, countries as never, (a, b) => a !== b && disputes(a as never, b as never)),
  }
}
