/** A scene: a layout, the marks that matter in it, and what is written on the stage. Laid out when built. */
import { placeLabels } from '../charts/labels.ts'
import { PAGE_PAINT } from '../charts/palette.ts'
import { el } from '../charts/svg.ts'
import { Lettering, wrap, type Anchor } from '../charts/text.ts'
import type { LabelBox } from '../charts/chart.ts'
import type { Dataset, Incident } from '../dataset/dataset.ts'
import type { Query } from '../dataset/query.ts'
import type { Layout, LayoutContext, LayoutSpec } from './layout.ts'
import { layBands } from './layouts/bands.ts'
import { layMap } from './layouts/map.ts'
import { layTimeline } from './layouts/timeline.ts'
import { matching } from './roster.ts'
import type { Size } from './size.ts'

/** A line on the stage that points at a mark. Its words are computed. */
export interface Note {
  /** The record it points at. */
  readonly at: string
  readonly text: string | ((dataset: Dataset) => string)
}

export interface SceneSpec {
  /** Part of the step's address: `#step-<id>`. */
  readonly id: string
  /** What the scene shows, for its text alternative and the link to the same records. */
  readonly title: string
  readonly layout: LayoutSpec
  /** Marks that are there at all; everything where absent. Marks are kept away only for a reason that the text gives. */
  readonly show?: Query | readonly Query[]
  /** Marks at full strength; the others at a quarter. All where absent. */
  readonly focus?: Query | readonly Query[]
  readonly notes?: readonly Note[]
}

/** Strength of a mark in a scene. */
export const HIDDEN = 0
export const FAINT = 1
export const FULL = 2

export interface Scene {
  readonly spec: SceneSpec
  readonly layout: Layout
  /** HIDDEN, FAINT or FULL, a mark each. */
  readonly state: readonly number[]
  readonly under: string
  readonly over: string
  readonly labels: readonly LabelBox[]
  /** Text alternative. */
  readonly words: string
}

/** Lays marks out as a layout says. */
export function layOut(spec: LayoutSpec, context: LayoutContext): Layout {
  switch (spec.kind) {
    case 'timeline':
      return layTimeline(spec, context)
    case 'map':
      return layMap(spec, context)
    case 'bands':
      return layBands(spec, context)
  }
}

/** The scenes of a story at one size. Scenes with one layout and the same marks share it. */
export function buildScenes(
  specs: readonly SceneSpec[],
  dataset: Dataset,
  roster: readonly Incident[],
  size: Size,
): Scene[] {
  const layouts = new Map<string, Layout>()
  return specs.map((spec) => {
    // A timeline keeps its piles while days arrive, so that no mark moves when the next one lands. Rows and waiting areas are
    // counted, so they hold what the scene shows.
    const show = spec.layout.kind === 'timeline' ? {} : (spec.show ?? {})
    const shown = matching(roster, show, dataset)
    const key = JSON.stringify([spec.layout, show])
    const layout = layouts.get(key) ?? layOut(spec.layout, { dataset, roster, size, shown })
    layouts.set(key, layout)
    return buildScene(spec, layout, dataset, roster, size)
  })
}

function buildScene(spec: SceneSpec, layout: Layout, dataset: Dataset, roster: readonly Incident[], size: Size): Scene {
  const show = matching(roster, spec.show ?? {}, dataset)
  const focus = matching(roster, spec.focus ?? {}, dataset)
  const state = roster.map((_, i) =>
    layout.on[i] !== true || show[i] !== true ? HIDDEN : focus[i] === true ? FULL : FAINT,
  )
  const { markup, boxes } = writeNotes(spec, layout, state, dataset, roster, size)
  const full = state.filter((each) => each === FULL).length
  const faint = state.filter((each) => each === FAINT).length
  const notes = (spec.notes ?? []).map((note) => wordsOf(note, dataset)).join('; ')
  return {
    spec,
    layout,
    state,
    under: layout.under,
    over: layout.over + markup,
    labels: [...layout.labels, ...boxes],
    words: `${spec.title}. ${String(full)} ${full === 1 ? 'mark' : 'marks'}${
      faint === 0 ? '' : `, and ${String(faint)} faint`
    }. ${layout.words}${notes === '' ? '' : ` Marked: ${notes}.`}`,
  }
}

const wordsOf = (note: Note, dataset: Dataset): string =>
  typeof note.text === 'string' ? note.text : note.text(dataset)

function writeNotes(
  spec: SceneSpec,
  layout: Layout,
  state: readonly number[],
  dataset: Dataset,
  roster: readonly Incident[],
  size: Size,
): { markup: string; boxes: readonly LabelBox[] } {
  const lettering = new Lettering(PAGE_PAINT.ink)
  const out: string[] = []
  const marks = roster.flatMap((_, i) => {
    if (state[i] === HIDDEN) return []
    const r = layout.r[i] ?? 0
    return [{ x: (layout.x[i] ?? 0) - r, y: (layout.y[i] ?? 0) - r, width: 2 * r, height: 2 * r }]
  })
  const targets = (spec.notes ?? []).map((note) => {
    const index = roster.findIndex((incident) => incident.id === note.at)
    if (index < 0) throw new Error(`Scene "${spec.id}": no mark of the stage is "${note.at}".`)
    if (state[index] === HIDDEN) throw new Error(`Scene "${spec.id}": the mark "${note.at}" is not shown in it.`)
    return { note, x: layout.x[index] ?? 0, y: layout.y[index] ?? 0, r: layout.r[index] ?? 0 }
  })
  // A hairline never runs through what is written.
  const written = layout.taken.map((box) => ({ ...box, right: box.x + box.width, bottom: box.y + box.height }))
  const crosses = (from: { x: number; y: number }, to: { x: number; y: number }): boolean =>
    written.some((box) => {
      for (let k = 0; k <= 1; k += 1 / 24) {
        const x = from.x + (to.x - from.x) * k
        const y = from.y + (to.y - from.y) * k
        if (x > box.x && x < box.right && y > box.y && y < box.bottom) return true
      }
      return false
    })
  const requests = targets.map((target, order) => {
    const lines = wrap(wordsOf(target.note, dataset), size.name === 'phone' ? 128 : 190, size.small, 'inter-600')
    const tall = lines.length * size.small * 1.25
    const positions: { x: number; y: number; anchor: Anchor; end: { x: number; y: number } }[] = []
    for (const away of [14, 24, 36, 52, 72, 96, 124, 156, 190, 230, 280]) {
      for (const [dx, dy] of [
        [0, -1],
        [0.5, -1],
        [-0.5, -1],
        [1, -0.6],
        [-1, -0.6],
        [1, 0],
        [-1, 0],
        [0, 1],
        [0.6, 1],
        [-0.6, 1],
        [1, 0.6],
        [-1, 0.6],
      ] as const) {
        const x = target.x + dx * (target.r + away)
        const y = target.y + dy * (target.r + away)
        if (crosses(target, { x, y })) continue
        positions.push({
          x,
          y: dy < 0 ? y - tall + size.small : dy > 0 ? y + size.small : y + size.small / 2 - tall / 2 + 4,
          anchor: dx > 0.2 ? 'start' : dx < -0.2 ? 'end' : 'middle',
          end: { x, y },
        })
      }
    }
    return { lines, size: size.small, face: 'inter-600' as const, positions, priority: 100 - order, of: target }
  })
  const bounds = { x: 3, y: 2, width: size.width - 6, height: size.height - 4 }
  // First where the ground is clear and the hairline passes no other mark; then where the ground is clear.
  const discs = roster.flatMap((_, i) =>
    state[i] === FULL ? [{ x: layout.x[i] ?? 0, y: layout.y[i] ?? 0, r: layout.r[i] ?? 0 }] : [],
  )
  const passes = (target: { x: number; y: number; r: number }, to: { x: number; y: number }): boolean =>
    discs.some((disc) => {
      const dx = to.x - target.x
      const dy = to.y - target.y
      const along = ((disc.x - target.x) * dx + (disc.y - target.y) * dy) / (dx * dx + dy * dy || 1)
      if (along <= 0 || along >= 1 || (disc.x === target.x && disc.y === target.y)) return false
      return Math.hypot(target.x + along * dx - disc.x, target.y + along * dy - disc.y) < disc.r
    })
  const free = requests.map((request) => ({
    ...request,
    positions: request.positions.filter(({ end }) => !passes(request.of, end)),
  }))
  const first = placeLabels(free, bounds, [...layout.taken, ...marks], 3)
  const rest = (left: readonly { of: unknown }[]) => requests.filter(({ of }) => left.some((each) => each.of === of))
  const boxesOf = (placed: typeof first.placed) => placed.map((each) => each.box)
  const second = placeLabels(rest(first.left), bounds, [...layout.taken, ...marks, ...boxesOf(first.placed)], 3)
  // What finds no clear ground may lie over marks, never over another label; the halo keeps it legible.
  const earlier = [...first.placed, ...second.placed]
  const over = placeLabels(rest(second.left), bounds, [...layout.taken, ...boxesOf(earlier)], 2)
  const placed = [...earlier, ...over.placed]
  const { left } = over
  if (left.length > 0)
    throw new Error(`Scene "${spec.id}" (${size.name}): no room for the note "${left[0]?.lines.join(' ') ?? ''}".`)
  for (const { request, x, y, anchor, box } of placed) {
    const { x: mx, y: my, r } = request.of
    const tx = Math.min(box.x + box.width, Math.max(box.x, mx))
    const ty = my < box.y ? box.y - 1 : my > box.y + box.height ? box.y + box.height + 1 : box.y + box.height / 2
    const sx = ty === box.y + box.height / 2 ? (mx < box.x ? box.x - 2 : box.x + box.width + 2) : tx
    const length = Math.hypot(sx - mx, ty - my)
    if (length > r + 2) {
      const k = (r + 1.5) / length
      out.push(
        el('path', {
          d: `M${(mx + (sx - mx) * k).toFixed(1)} ${(my + (ty - my) * k).toFixed(1)}L${sx.toFixed(1)} ${ty.toFixed(1)}`,
          stroke: PAGE_PAINT.ink,
          'stroke-width': 0.9,
        }),
      )
    }
    out.push(el('circle', { cx: mx, cy: my, r: r + 2.2, fill: 'none', stroke: PAGE_PAINT.ink, 'stroke-width': 1.2 }))
    out.push(
      lettering.block(request.lines, { x, y, anchor, size: size.small, face: 'inter-600', halo: PAGE_PAINT.paper }),
    )
  }
  return { markup: out.join(''), boxes: lettering.boxes }
}
