/** Where a map looks and how it flattens the Earth: a conformal cone for each map, fitted to its extent and width. */
import { geoConicConformal, type GeoProjection } from 'd3'
import type { Extent } from './topology.ts'

export type MapId = 'map-region' | 'map-iraq-syria' | 'map-red-sea' | 'map-yemen'

/** The extent of each map: on a phone, and on anything wider. */
export const EXTENTS: Readonly<Record<MapId, { readonly phone: Extent; readonly wide: Extent }>> = {
  'map-region': {
    phone: { west: 31.6, south: 10.2, east: 56.2, north: 38.5 },
    wide: { west: 29.5, south: 10.2, east: 58, north: 38.3 },
  },
  'map-iraq-syria': {
    phone: { west: 37.2, south: 30.7, east: 46, north: 38 },
    wide: { west: 35.2, south: 30.6, east: 47.2, north: 37.8 },
  },
  'map-red-sea': {
    phone: { west: 36.2, south: 9.8, east: 50.2, north: 24.4 },
    wide: { west: 35.2, south: 9.8, east: 56.6, north: 24.4 },
  },
  'map-yemen': {
    phone: { west: 41.8, south: 12.3, east: 46.6, north: 17.8 },
    wide: { west: 41.5, south: 12.3, east: 47.4, north: 17.6 },
  },
}

/** Below this width a map takes its extent for phones. */
export const PHONE_UNDER = 480

export interface Frame {
  readonly width: number
  readonly height: number
  readonly extent: Extent
  readonly projection: GeoProjection
  /** Pixels for a degree of latitude at the centre. */
  readonly pixelsPerDegree: number
  /** Kilometres for a pixel at the centre. */
  readonly kilometresPerPixel: number
}

const EARTH_RADIUS = 6371.0088

/**
 * A frame of that width around an extent. The extent's corners are met on its middle lines, so no blank wedge is left at the
 * sides; the height follows. Conformal: shapes and angles are true at every point.
 */
export function frameOf(extent: Extent, width: number): Frame {
  const { west, south, east, north } = extent
  const lon = (west + east) / 2
  const lat = (south + north) / 2
  const projection = geoConicConformal()
    .rotate([-lon, 0])
    .center([0, lat])
    .parallels([south + (north - south) / 6, north - (north - south) / 6])
    .scale(1)
    .translate([0, 0])
    .precision(0.2)
  const at = (x: number, y: number): [number, number] => projection([x, y]) ?? [0, 0]
  const left = at(west, lat)[0]
  const right = at(east, lat)[0]
  const top = at(lon, north)[1]
  const bottom = at(lon, south)[1]
  const scale = width / (right - left)
  const height = Math.round((bottom - top) * scale)
  projection.scale(scale).translate([-left * scale, -top * scale])
  const above = at(lon, lat + 0.5)[1]
  const below = at(lon, lat - 0.5)[1]
  const pixelsPerDegree = below - above
  return {
    width,
    height,
    extent,
    projection,
    pixelsPerDegree,
    kilometresPerPixel: (EARTH_RADIUS * Math.PI) / 180 / pixelsPerDegree,
  }
}

/** The extent that a map takes at a width. */
export const extentOf = (id: MapId, width: number): Extent => EXTENTS[id][width < PHONE_UNDER ? 'phone' : 'wide']

/** A round length for a scale bar of at most `most` pixels: 1, 2 or 5 times a power of ten, in kilometres. */
export function scaleLength(kilometresPerPixel: number, most: number): number {
  const limit = kilometresPerPixel * most
  const power = 10 ** Math.floor(Math.log10(limit))
  return [5, 2, 1].map((step) => step * power).find((length) => length <= limit) ?? power
}
