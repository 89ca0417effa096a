/**
 * Notes above a time axis: each stands in a lane, with a hairline straight down to its day, and no hairline crosses another's text.
 *
 * 1. A note begins at its hairline, or ends at the right edge where it would run over it.
 * 2. A note that lies over another's day must stand above that note, whose hairline only goes down.
 * 3. Where two would each have to stand above the other, the shorter forms are tried; then the less important is left out.
 */
import { measure } from './text.ts'

export interface LaneNote<T> {
  readonly x: number
  /** Forms of the note, from the full one to the shortest. */
  readonly forms: readonly string[]
  readonly of: T
}

export interface PlacedNote<T> {
  readonly of: T
  readonly text: string
  /** Where its hairline stands, and where its text begins. */
  readonly x: number
  readonly textX: number
  /** 0 is the lowest. */
  readonly lane: number
}

/** Places notes in as few lanes as the rules allow. Earlier notes are the more important. */
export function placeInLanes<T>(
  notes: readonly LaneNote<T>[],
  bounds: { readonly left: number; readonly right: number },
  size: number,
  mostLanes = 6,
): { placed: PlacedNote<T>[]; lanes: number } {
  const forms = Math.max(0, ...notes.map((note) => note.forms.length))
  const place = (some: readonly LaneNote<T>[]): PlacedNote<T>[] | null => {
    for (let form = 0; form < forms; form++) {
      const placed = tryLanes(some, form, bounds, size, mostLanes)
      if (placed !== null) return placed
    }
    return null
  }
  let placed = place(notes)
  if (placed === null) {
    // Each in turn joins those before it, or is left out.
    const kept: LaneNote<T>[] = []
    for (const note of notes) {
      const wider = place([...kept, note])
      if (wider === null) continue
      kept.push(note)
      placed = wider
    }
  }
  return placed === null
    ? { placed: [], lanes: 0 }
    : { placed, lanes: 1 + Math.max(-1, ...placed.map(({ lane }) => lane)) }
}

function tryLanes<T>(
  notes: readonly LaneNote<T>[],
  form: number,
  bounds: { readonly left: number; readonly right: number },
  size: number,
  mostLanes: number,
): PlacedNote<T>[] | null {
  const gap = 4
  const boxes = notes.map((note) => {
    const text = note.forms[Math.min(form, note.forms.length - 1)] ?? ''
    const width = measure(text, size)
    const from = Math.max(bounds.left, Math.min(note.x + gap, bounds.right - width))
    return { note, text, from, to: from + width }
  })
  if (boxes.some((box) => box.to > bounds.right + 0.01)) return null
  const lanes = new Map<number, number>()
  const open = new Set<number>()
  const laneOf = (i: number): number | null => {
    const known = lanes.get(i)
    if (known !== undefined) return known
    if (open.has(i)) return null
    open.add(i)
    const own = boxes[i]
    let lane = 0
    for (const [j, other] of boxes.entries()) {
      if (own === undefined || j === i) continue
      if (other.note.x <= own.from - gap || other.note.x >= own.to + gap) continue
      const below = laneOf(j)
      if (below === null) return null
      lane = Math.max(lane, below + 1)
    }
    open.delete(i)
    lanes.set(i, lane)
    return lane
  }
  const order = boxes.map((_, i) => i).sort((a, b) => (boxes[b]?.note.x ?? 0) - (boxes[a]?.note.x ?? 0))
  for (const i of order) if (laneOf(i) === null) return null
  // Texts that share a lane and still touch (one clamped at the edge) are lifted, lowest first.
  const placed: PlacedNote<T>[] = []
  for (const i of [...order].sort((a, b) => (lanes.get(a) ?? 0) - (lanes.get(b) ?? 0))) {
    const own = boxes[i]
    if (own === undefined) continue
    const lane = lanes.get(i) ?? 0
    const touches = placed.some(
      (other) =>
        other.lane === lane && other.textX < own.to + gap && own.from < other.textX + measure(other.text, size) + gap,
    )
    if (touches || lane >= mostLanes) return null
    placed.push({ of: own.note.of, text: own.text, x: own.note.x, textX: own.from, lane })
  }
  return placed
}
