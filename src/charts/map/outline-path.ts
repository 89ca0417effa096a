/** Outlines as compact path data: whole tenths of a pixel or coarser steps, relative moves, nothing repeated. */
import { geoPath, type GeoPath, type GeoProjection } from 'd3'
import type { GeoPermissibleObjects } from 'd3'

/** Writes d3's drawing calls as relative path data in steps of some tenths of a pixel. Kept in tenths, so that no error adds up. */
class Tenths {
  private out = ''
  private x = 0
  private y = 0
  private startX = 0
  private startY = 0
  private lines = 0
  private pending: [number, number] | null = null
  private readonly step: number

  /** The step in tenths of a pixel. */
  constructor(step: number) {
    this.step = step
  }

  private snap(value: number): number {
    return Math.round((value * 10) / this.step) * this.step
  }

  moveTo(x: number, y: number): void {
    this.pending = [this.snap(x), this.snap(y)]
    ;[this.startX, this.startY] = this.pending
    this.lines = 0
  }

  lineTo(x: number, y: number): void {
    const nextX = this.snap(x)
    const nextY = this.snap(y)
    if (this.pending !== null) {
      if (nextX === this.pending[0] && nextY === this.pending[1]) return
      this.out += `m${join(this.pending[0] - this.x, this.pending[1] - this.y)}l`
      ;[this.x, this.y] = this.pending
      this.pending = null
    }
    const dx = nextX - this.x
    const dy = nextY - this.y
    if (dx === 0 && dy === 0) return
    this.out += (this.lines > 0 && dx >= 0 ? ' ' : '') + join(dx, dy)
    this.lines++
    this.x = nextX
    this.y = nextY
  }

  closePath(): void {
    if (this.pending !== null || this.lines === 0) return
    this.out += 'z'
    this.x = this.startX
    this.y = this.startY
    this.lines = 0
  }

  arc(): void {
    // Points are marks, never outlines.
  }

  beginPath(): void {
    // One string holds all.
  }

  result(): string {
    return this.out
  }
}

const tenth = (value: number): string => {
  const text = (value / 10).toString()
  return text.replace(/^(-?)0\./, '$1.')
}
const join = (x: number, y: number): string => {
  const second = tenth(y)
  return tenth(x) + (second.startsWith('-') ? '' : ' ') + second
}

/** Path data of a shape, clipped to the box; starts at 0,0 so that several can be joined. The step is in tenths of a pixel. */
export function outlinePath(
  projection: GeoProjection,
  box: readonly [number, number, number, number],
  shape: GeoPermissibleObjects,
  step = 1,
): string {
  const before = projection.clipExtent()
  projection.clipExtent([
    [box[0], box[1]],
    [box[2], box[3]],
  ])
  const context = new Tenths(step)
  const path: GeoPath = geoPath(projection, context)
  path(shape)
  projection.clipExtent(before)
  return context.result()
}
