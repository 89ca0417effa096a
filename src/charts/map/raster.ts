/** Which country lies under a point of a frame: a coarse grid, filled once, so that names find room quickly. */
import { feature } from 'topojson-client'
import { simplify } from 'topojson-simplify'
import type { Frame } from './projection.ts'
import { regionTopology } from './topology.ts'

/** Pixels a cell. */
const CELL = 3

/** Index of open water. */
export const WATER = -1

export interface Raster {
  /** Names of the countries, as the atlas gives them. */
  readonly names: readonly string[]
  /** The country at a point, as an index of `names`; `WATER` at sea and outside the frame. */
  readonly at: (x: number, y: number) => number
  /** Cells of each country. */
  readonly area: readonly number[]
  /** The mean of the cells of a country: the middle of what the frame shows of it. */
  readonly middle: (country: number) => readonly [number, number]
}

const made = new Map<string, Raster>()

/** The grid of a frame. Made once for each extent and width. */
export function rasterOf(frame: Frame): Raster {
  const key = `${JSON.stringify(frame.extent)} ${String(frame.width)}`
  const raster = made.get(key) ?? makeRaster(frame)
  made.set(key, raster)
  return raster
}

function makeRaster(frame: Frame): Raster {
  const columns = Math.ceil(frame.width / CELL)
  const rows = Math.ceil(frame.height / CELL)
  const grid = new Int16Array(columns * rows).fill(WATER)
  const tolerance = CELL / frame.pixelsPerDegree
  const topology = simplify(regionTopology(), tolerance * tolerance)
  const names: string[] = []
  for (const shape of topology.objects.countries.geometries) {
    const { geometry } = feature(topology, shape as never) as unknown as {
      geometry: { coordinates: [number, number][][][] }
    }
    const index = names.length
    names.push((shape.properties as { name: string }).name)
    for (const polygon of geometry.coordinates) {
      const rings = polygon.map((ring) =>
        ring.map((point) => frame.projection(point) ?? ([-1, -1] as [number, number])),
      )
      fill(grid, columns, rows, rings, index)
    }
  }
  const area = names.map(() => 0)
  const sumX = names.map(() => 0)
  const sumY = names.map(() => 0)
  grid.forEach((country, cell) => {
    if (country === WATER) return
    area[country] = (area[country] ?? 0) + 1
    sumX[country] = (sumX[country] ?? 0) + ((cell % columns) + 0.5) * CELL
    sumY[country] = (sumY[country] ?? 0) + (Math.floor(cell / columns) + 0.5) * CELL
  })
  return {
    names,
    area,
    at: (x, y) => {
      const column = Math.floor(x / CELL)
      const row = Math.floor(y / CELL)
      return column < 0 || row < 0 || column >= columns || row >= rows ? WATER : (grid[row * columns + column] ?? WATER)
    },
    middle: (country) => [
      (sumX[country] ?? 0) / Math.max(1, area[country] ?? 0),
      (sumY[country] ?? 0) / Math.max(1, area[country] ?? 0),
    ],
  }
}

// Even-odd, a row of cells at a time.
function fill(
  grid: Int16Array,
  columns: number,
  rows: number,
  rings: readonly (readonly [number, number])[][],
  value: number,
): void {
  const crossings: number[][] = Array.from({ length: rows }, () => [])
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
      const [x2 = 0, y2 = 0] = ring[i] ?? []
      const top = Math.max(0, Math.ceil(Math.min(y1, y2) / CELL - 0.5))
      const bottom = Math.min(rows - 1, Math.ceil(Math.max(y1, y2) / CELL - 0.5) - 1)
      for (let row = top; row <= bottom; row++)
        crossings[row]?.push(x1 + (((row + 0.5) * CELL - y1) / (y2 - y1)) * (x2 - x1))
    }
  }
  crossings.forEach((xs, row) => {
    xs.sort((a, b) => a - b)
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = Math.max(0, Math.ceil((xs[i] ?? 0) / CELL - 0.5))
      const to = Math.min(columns - 1, Math.ceil((xs[i + 1] ?? 0) / CELL - 0.5) - 1)
      for (let column = from; column <= to; column++) grid[row * columns + column] = value
    }
  })
}
