/**
 * Label placement, greedy and deterministic: labels in order of importance, each at the first of its positions that is free.
 * What finds no place is left out and returned, so that the caller can number it or say it below the figure.
 */
import type { LabelBox } from './chart.ts'
import { boxOf, collide, type Anchor, type Face } from './text.ts'

type Box = Pick<LabelBox, 'x' | 'y' | 'width' | 'height'>

/** A label that wants a place. */
export interface LabelRequest<T = unknown> {
  readonly lines: readonly string[]
  readonly size: number
  readonly face?: Face
  /** Where it may stand, best first: the baseline of its first line. */
  readonly positions: readonly { readonly x: number; readonly y: number; readonly anchor: Anchor }[]
  /** Higher goes first; ties go by order. */
  readonly priority?: number
  readonly of: T
}

export interface PlacedLabel<T = unknown> {
  readonly request: LabelRequest<T>
  readonly x: number
  readonly y: number
  readonly anchor: Anchor
  readonly box: Box
}

/** The box around all lines of a label at a position. */
export function boxOfLines(
  request: Pick<LabelRequest, 'lines' | 'size' | 'face'>,
  position: { readonly x: number; readonly y: number; readonly anchor: Anchor },
  leading = 1.25,
): Box {
  const boxes = request.lines.map((text, i) =>
    boxOf({
      text,
      x: position.x,
      y: position.y + i * request.size * leading,
      size: request.size,
      anchor: position.anchor,
      ...(request.face === undefined ? {} : { face: request.face }),
    }),
  )
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

/** Places labels. `taken` are boxes that no label may touch; `bounds` is where labels must stay within. */
export function placeLabels<T>(
  requests: readonly LabelRequest<T>[],
  bounds: Box,
  taken: readonly Box[] = [],
  gap = 2,
): { placed: PlacedLabel<T>[]; left: LabelRequest<T>[] } {
  const order = requests
    .map((request, index) => ({ request, index }))
    .sort((a, b) => (b.request.priority ?? 0) - (a.request.priority ?? 0) || a.index - b.index)
  const occupied = [...taken]
  const placed: PlacedLabel<T>[] = []
  const left: LabelRequest<T>[] = []
  for (const { request } of order) {
    const free = request.positions.find((position) => {
      const box = boxOfLines(request, position)
      const inside =
        box.x >= bounds.x &&
        box.y >= bounds.y &&
        box.x + box.width <= bounds.x + bounds.width &&
        box.y + box.height <= bounds.y + bounds.height
      const wide = { x: box.x - gap, y: box.y - gap, width: box.width + 2 * gap, height: box.height + 2 * gap }
      return inside && !occupied.some((other) => collide(wide, other))
    })
    if (free === undefined) {
      left.push(request)
      continue
    }
    const box = boxOfLines(request, free)
    occupied.push(box)
    placed.push({ request, ...free, box })
  }
  return { placed, left }
}

/** Pairs of labels that overlap, for tests: none is the promise. Half a pixel is rounding. */
export function overlapping(labels: readonly LabelBox[]): [LabelBox, LabelBox][] {
  const pairs: [LabelBox, LabelBox][] = []
  const shrink = (box: LabelBox): Box => ({
    x: box.x + 0.25,
    y: box.y + 0.25,
    width: box.width - 0.5,
    height: box.height - 0.5,
  })
  const sorted = [...labels].sort((a, b) => a.y - b.y)
  sorted.forEach((a, i) => {
    for (const b of sorted.slice(i + 1)) {
      if (b.y > a.y + a.height) break
      if (collide(shrink(a), shrink(b))) pairs.push([a, b])
    }
  })
  return pairs
}
