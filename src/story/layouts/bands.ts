/** Bands: rows of marks, one a group, packed in columns; largest first, then time order. */
import { PAGE_PAINT } from '../../charts/palette.ts'
import { Lettering } from '../../charts/text.ts'
import type { Layout, LayoutContext, LayoutSpec } from '../layout.ts'
import { growth, matching, weightOf } from '../roster.ts'
import { largestFitting } from './fit.ts'

type Bands = Extract<LayoutSpec, { kind: 'bands' }>

interface Packed {
  readonly at: Map<number, { readonly x: number; readonly y: number }>
  readonly height: number
}

/** Packs marks into rows of a width, from the top left; large marks first. */
export function packRows(
  marks: readonly { readonly index: number; readonly r: number }[],
  width: number,
  gap: number,
): Packed {
  const order = [...marks].sort((a, b) => b.r - a.r || a.index - b.index)
  const at = new Map<number, { x: number; y: number }>()
  let x = 0
  let y = 0
  let row = 0
  for (const { index, r } of order) {
    const d = 2 * r + gap
    if (x + d > width + gap && x > 0) {
      x = 0
      y += row
      row = 0
    }
    row = Math.max(row, d)
    at.set(index, { x: x + r, y: y + row / 2 - gap / 2 })
    x += d
  }
  return { at, height: y + row }
}

/** Lays marks out in bands, one a group. A mark stands in the first group that it matches. */
export function layBands(spec: Bands, { dataset, roster, size, shown }: LayoutContext): Layout {
  const margin = size.name === 'phone' ? 14 : 24
  const width = size.width - 2 * margin
  const head = size.text + 9
  const after = size.name === 'phone' ? 7 : 16
  const gap = size.name === 'phone' ? 0.7 : 1.2
  const member = spec.groups.map((group) => matching(roster, group.query, dataset))
  const groupOf = roster.map((_, i) => member.findIndex((list) => list[i] === true))
  const on = groupOf.map((group, i) => group >= 0 && shown[i] === true)
  const room = size.height - 8 - spec.groups.length * head - (spec.groups.length - 1) * after
  const { radius, made: packs } = largestFitting(
    { limit: size.radius * 2.6, least: 1.4, step: 0.1 },
    (r) =>
      spec.groups.map((_, group) =>
        packRows(
          roster.flatMap((incident, index) =>
            on[index] === true && groupOf[index] === group ? [{ index, r: r * growth(weightOf(incident)) }] : [],
          ),
          width,
          gap,
        ),
      ),
    (made) => made.reduce((sum, pack) => sum + pack.height, 0) <= room,
  )
  const lettering = new Lettering(PAGE_PAINT.ink)
  const over: string[] = []
  const tops: number[] = []
  let y = 4
  spec.groups.forEach((group, index) => {
    const count = on.filter((shownHere, i) => shownHere && groupOf[i] === index).length
    const text = `${group.label}: ${String(count)} ${count === 1 ? 'record' : 'records'}`
    over.push(
      lettering.line({ text, x: margin, y: y + size.text, size: size.text, face: 'inter-600', halo: PAGE_PAINT.paper }),
    )
    if (group.note !== undefined) {
      const box = lettering.boxes.at(-1)
      over.push(
        lettering.line({
          text: group.note,
          x: (box?.x ?? 0) + (box?.width ?? 0) + 8,
          y: y + size.text,
          size: size.small,
          fill: PAGE_PAINT.quiet,
          halo: PAGE_PAINT.paper,
        }),
      )
    }
    tops[index] = y + head
    y += head + (packs[index]?.height ?? 0) + after
  })
  const place = (i: number) => {
    const group = groupOf[i] ?? -1
    const at = packs[group]?.at.get(i)
    return at === undefined
      ? { x: size.width / 2, y: size.height / 2 }
      : { x: margin + at.x, y: (tops[group] ?? 0) + at.y }
  }
  return {
    spec,
    size,
    radius,
    x: roster.map((_, i) => place(i).x),
    y: roster.map((_, i) => place(i).y),
    r: roster.map((incident) => radius * growth(weightOf(incident))),
    on,
    under: '',
    over: over.join(''),
    labels: lettering.boxes,
    taken: lettering.boxes,
    words: `Marks in rows: ${spec.groups
      .map((group, index) => `${group.label}, ${String(on.filter((here, i) => here && groupOf[i] === index).length)}`)
      .join('; ')}.`,
  }
}
