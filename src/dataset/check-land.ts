/**
 * Land and water, from the outlines of Natural Earth at 1:10m.
 *
 * A point is on land if a line from it to the edge of the map crosses coasts an odd number of times. Only the coasts of the region are
 * kept, cut into bands of a tenth of a degree, so that a point is compared with a few dozen edges.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Topology } from 'topojson-specification'

/** The region that the record covers: from the Aegean and Kenya to Pakistan. */
export const REGION = { south: -5, north: 45, west: 20, east: 80 } as const

/** Whether a point lies in the region. */
export const inRegion = (lat: number, lon: number): boolean =>
  lat >= REGION.south && lat <= REGION.north && lon >= REGION.west && lon <= REGION.east

const BAND = 0.1
const BANDS = Math.round((REGION.north - REGION.south) / BAND)
const KM_PER_DEGREE = 111.2

/** Edges of coasts by band: four numbers each, lon and lat of both ends. */
export interface Outlines {
  readonly bands: readonly (readonly number[])[]
}

const bandOf = (lat: number): number => Math.floor((lat - REGION.south) / BAND)

/** The outlines of a topology of land, cut to the bands of the region. Land has no inner borders, so each arc is a coast once. */
export function outlinesOf(topology: Topology): Outlines {
  const bands: number[][] = Array.from({ length: BANDS }, () => [])
  const { scale = [1, 1], translate = [0, 0] } = topology.transform ?? {}
  for (const index of arcsOf(topology.objects['land'])) {
    const arc = topology.arcs[index] ?? []
    let x = 0
    let y = 0
    let lonA = 0
    let latA = 0
    for (let i = 0; i < arc.length; i++) {
      const [dx = 0, dy = 0] = arc[i] ?? []
      x += dx
      y += dy
      const lon = x * scale[0] + translate[0]
      const lat = y * scale[1] + translate[1]
      if (i > 0) {
        const from = Math.max(0, bandOf(Math.min(latA, lat)))
        const to = Math.min(BANDS - 1, bandOf(Math.max(latA, lat)))
        for (let band = from; band <= to; band++) bands[band]?.push(lonA, latA, lon, lat)
      }
      lonA = lon
      latA = lat
    }
  }
  return { bands }
}

// The arcs that an object uses; a reversed arc is written as the complement of its number.
function arcsOf(object: Topology['objects'][string] | undefined): Set<number> {
  const found = new Set<number>()
  const walk = (arcs: unknown): void => {
    if (typeof arcs === 'number') found.add(arcs < 0 ? ~arcs : arcs)
    else if (Array.isArray(arcs)) arcs.forEach(walk)
  }
  if (object?.type === 'GeometryCollection')
    object.geometries.forEach((geometry) => arcsOf(geometry).forEach((arc) => found.add(arc)))
  else if (object !== undefined && 'arcs' in object) walk(object.arcs)
  return found
}

let known: Outlines | null = null

/** The outlines of the region; read and cut on first use. */
export function landOutlines(): Outlines {
  known ??= outlinesOf(readOutlines())
  return known
}

function readOutlines(): Topology {
  try {
    return JSON.parse(readFileSync(outlinesFile(), 'utf8')) as Topology
  } catch (error) {
    throw new Error(
      `The outlines of land (world-atlas/land-10m.json) cannot be read: ${(error as Error).message}. Install the packages again: npm ci`,
      { cause: error },
    )
  }
}

// Beside this module; or, where a build has moved the module elsewhere, beside the project that is being built.
function outlinesFile(): string {
  const name = 'world-atlas/land-10m.json'
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return createRequire(join(process.cwd(), 'package.json')).resolve(name)
  }
}

/** Whether a point of the region lies on land. */
export function isLand({ bands }: Outlines, lat: number, lon: number): boolean {
  const edges = bands[bandOf(lat)] ?? []
  let inside = false
  for (let i = 0; i < edges.length; i += 4) {
    const lonA = edges[i] ?? 0
    const latA = edges[i + 1] ?? 0
    const lonB = edges[i + 2] ?? 0
    const latB = edges[i + 3] ?? 0
    if (latA > lat !== latB > lat && lon < ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA) inside = !inside
  }
  return inside
}

/** Kilometres from a point of the region to the nearest coast, as far as `most`; Infinity where none is that near. */
export function coastDistance({ bands }: Outlines, lat: number, lon: number, most: number): number {
  const reach = most / KM_PER_DEGREE
  const squeeze = Math.cos((lat * Math.PI) / 180)
  let nearest = Infinity
  for (let band = Math.max(0, bandOf(lat - reach)); band <= Math.min(BANDS - 1, bandOf(lat + reach)); band++) {
    const edges = bands[band] ?? []
    for (let i = 0; i < edges.length; i += 4) {
      const ax = ((edges[i] ?? 0) - lon) * squeeze
      const ay = (edges[i + 1] ?? 0) - lat
      const bx = ((edges[i + 2] ?? 0) - lon) * squeeze
      const by = (edges[i + 3] ?? 0) - lat
      const length = (bx - ax) ** 2 + (by - ay) ** 2
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length))
      nearest = Math.min(nearest, Math.hypot(ax + along * (bx - ax), ay + along * (by - ay)))
    }
  }
  const distance = nearest * KM_PER_DEGREE
  return distance <= most ? distance : Infinity
}
