/** The quiet base of a map, as path data: land, coast, borders. Shared by the charts, the story's stage and the locator maps. */
import type { Dataset } from '../../dataset/dataset.ts'
import { outlinePath } from './outline-path.ts'
import { extentOf, frameOf, type Frame, type MapId } from './projection.ts'
import { outlinesAt, type Extent, type ListedBorder } from './topology.ts'

/** What a map needs of the list of disputed borders. */
export type ListedBorders = readonly ListedBorder[]

export interface BaseMap extends Frame {
  /** Path data, in pixels of the frame, cut two pixels outside it. */
  readonly land: string
  readonly coast: string
  readonly borders: string
  /** Borders that `borders.json` lists: drawn dotted. */
  readonly disputed: string
  /** Pixels of a place; null outside the frame. */
  readonly project: (lon: number, lat: number) => readonly [number, number] | null
}

// Cut this far outside the frame, so that the outline of cut land runs out of sight.
const BLEED = 2

/** Pixels of detail that a line keeps: finer than this it only adds bytes. */
const DETAIL = 0.7

const made = new Map<string, BaseMap>()

/** The base of any extent at a width. Made once: themes, pages and images share it. The step is in tenths of a pixel. */
export function baseOf(extent: Extent, width: number, borders: ListedBorders, detail = DETAIL, step = 1): BaseMap {
  const listed = borders.map(({ countries, names }) => [countries, names])
  const key = JSON.stringify([extent, width, detail, step, listed])
  const base = made.get(key) ?? makeBase(extent, width, borders, detail, step)
  made.set(key, base)
  return base
}

function makeBase(extent: Extent, width: number, borders: ListedBorders, detail: number, step: number): BaseMap {
  const frame = frameOf(extent, width)
  const outlines = outlinesAt(detail / frame.pixelsPerDegree, borders)
  const box = [-BLEED, -BLEED, frame.width + BLEED, frame.height + BLEED] as const
  return {
    ...frame,
    land: outlinePath(frame.projection, box, outlines.land, step),
    coast: outlinePath(frame.projection, box, outlines.coast, step),
    borders: outlinePath(frame.projection, box, outlines.borders, step),
    disputed: outlinePath(frame.projection, box, outlines.disputed, step),
    project: (lon, lat) => {
      const point = frame.projection([lon, lat])
      return point !== null && point[0] >= 0 && point[0] <= frame.width && point[1] >= 0 && point[1] <= frame.height
        ? point
        : null
    },
  }
}

/** The base of a map at a width. The list of disputed borders comes from the dataset. */
export const baseMap = (id: MapId, width: number, dataset: Pick<Dataset, 'borders'>): BaseMap =>
  baseOf(extentOf(id, width), width, dataset.borders)
