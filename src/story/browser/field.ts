/** The field: the marks on a canvas, where they are and where they are going. Knows nothing of scrolling. */
import { unpackNumbers, unpackRuns, type SceneFile } from '../codec.ts'
import { createStamps, type Ground } from './sprites.ts'

/** A move takes this long, and marks leave one after another within the last part of it. */
const TRAVEL = 820
const STAGGER = 0.28

/** A finger or pointer reaches this far, in CSS pixels. */
const REACH = 24

const FAINT = 0.25

const ease = (t: number): number => (t < 0.5 ? 4 * t * t * t : 1 - (2 - 2 * t) ** 3 / 2)

export interface Field {
  /** Show a scene; travel there, or be there at once. */
  show(scene: number, travel: boolean): void
  /** The canvas has a new size, density or theme. */
  fit(): void
  /** The mark nearest to a point of the canvas within reach; -1 for none. */
  pick(x: number, y: number): number
  /** Ring a mark; -1 for none. */
  choose(mark: number): void
  /** Where a mark is, in CSS pixels of the canvas. */
  at(mark: number): { x: number; y: number; r: number }
  /** Marks that a scene shows at full strength, in time order. */
  marksOf(scene: number): number[]
  /** Whether a mark can be seen now. */
  seen(mark: number): boolean
}

/** A field on a canvas. `ring` is the element that follows the chosen mark. */
export function createField(
  canvas: HTMLCanvasElement,
  ring: HTMLElement,
  file: SceneFile,
  ground: () => Ground,
  settled: () => void,
): Field {
  const count = file.look.length
  const looks = Uint8Array.from(file.look, (digit) => parseInt(digit, 36))
  const kinds = Uint8Array.from(file.kind, Number)
  const many = new Uint8Array(count).fill(1)
  for (let i = 0; i < file.many.length; i += 2) many[file.many[i] ?? 0] = file.many[i + 1] ?? 1
  const growth = Float32Array.from(many, (number) => Math.sqrt(Math.sqrt(number)))
  const layouts = file.layouts.map((layout) => ({
    x: unpackNumbers(layout.x),
    y: unpackNumbers(layout.y),
    r: layout.s === undefined ? null : unpackRuns(layout.s),
    radius: layout.r / 10,
  }))
  const states = file.scenes.map((scene) => unpackRuns(scene.state))
  // Position, radius and strength: now, where the move began, and where it ends.
  const now = new Float32Array(count * 4)
  const from = new Float32Array(count * 4)
  const goal = new Float32Array(count * 4)
  let began = 0
  let frame = 0
  let chosen = -1
  let scale = 1
  let density = 1
  let stamps = createStamps(1, ground())
  const context = canvas.getContext('2d')

  const draw = (): void => {
    if (context === null) return
    context.clearRect(0, 0, canvas.width, canvas.height)
    const k = scale * density
    // Faint marks lie below: two passes over one list.
    for (let pass = 0; pass < 2; pass++) {
      for (let i = 0; i < count; i++) {
        const strength = now[i * 4 + 3] ?? 0
        if (strength < 0.02 || strength > 0.6 !== (pass === 1)) continue
        const stamp = stamps(looks[i] ?? 0, kinds[i] ?? 0, (now[i * 4 + 2] ?? 0) * scale, many[i] ?? 1)
        context.globalAlpha = strength
        context.drawImage(
          stamp.image,
          Math.round((now[i * 4] ?? 0) * k) - stamp.half,
          Math.round((now[i * 4 + 1] ?? 0) * k) - stamp.half,
        )
      }
    }
    context.globalAlpha = 1
    follow()
  }

  const at = (mark: number) => ({
    x: (now[mark * 4] ?? 0) * scale,
    y: (now[mark * 4 + 1] ?? 0) * scale,
    r: (now[mark * 4 + 2] ?? 0) * scale,
  })

  const follow = (): void => {
    ring.hidden = chosen < 0
    if (chosen < 0) return
    const { x, y, r } = at(chosen)
    const size = Math.max(12, 2 * r + 8)
    ring.style.width = ring.style.height = `${String(size)}px`
    ring.style.transform = `translate(${String(x - size / 2)}px, ${String(y - size / 2)}px)`
  }

  const arrive = (): void => {
    now.set(goal)
    draw()
    settled()
  }

  const tick = (time: number): void => {
    const done = (time - began) / TRAVEL
    if (done >= 1) {
      frame = 0
      arrive()
      return
    }
    for (let i = 0; i < count; i++) {
      const t = ease(Math.min(1, Math.max(0, (done - (STAGGER * i) / count) / (1 - STAGGER))))
      for (let j = i * 4; j < i * 4 + 4; j++) now[j] = (from[j] ?? 0) + ((goal[j] ?? 0) - (from[j] ?? 0)) * t
    }
    draw()
    frame = requestAnimationFrame(tick)
  }

  const beyond = (x: number): boolean => x < 0 || x > file.width
  const copy = (source: Float32Array, target: Float32Array, i: number): void => {
    for (let j = i * 4; j < i * 4 + 3; j++) target[j] = source[j] ?? 0
  }

  return {
    show(scene, travel) {
      const entry = file.scenes[scene]
      const layout = layouts[entry?.layout ?? 0]
      const state = states[scene]
      if (layout === undefined || state === undefined) return
      for (let i = 0; i < count; i++) {
        goal[i * 4] = layout.x[i] ?? 0
        goal[i * 4 + 1] = layout.y[i] ?? 0
        goal[i * 4 + 2] = layout.radius * (growth[i] ?? 1) * (layout.r === null ? 1 : (layout.r[i] ?? 100) / 100)
        goal[i * 4 + 3] = state[i] === 2 ? 1 : state[i] === 1 ? FAINT : 0
        // A mark that nobody saw comes up in its place, and one that goes fades where it stands; only what lies beyond the
        // field's sides slides in and out.
        if ((now[i * 4 + 3] ?? 0) < 0.02 && !beyond(now[i * 4] ?? 0)) copy(goal, now, i)
        else if (state[i] === 0 && !beyond(goal[i * 4] ?? 0)) copy(now, goal, i)
      }
      if (frame !== 0) cancelAnimationFrame(frame)
      frame = 0
      if (!travel) {
        arrive()
        return
      }
      from.set(now)
      began = performance.now()
      frame = requestAnimationFrame(tick)
    },
    fit() {
      const width = canvas.clientWidth
      density = Math.min(2, window.devicePixelRatio || 1)
      scale = width / file.width
      canvas.width = Math.round(width * density)
      canvas.height = Math.round(canvas.clientHeight * density)
      stamps = createStamps(density, ground())
      draw()
    },
    pick(x, y) {
      let best = -1
      let least = REACH
      for (let i = 0; i < count; i++) {
        const strength = now[i * 4 + 3] ?? 0
        if (strength < 0.1) continue
        const mark = at(i)
        // A faint mark yields to a full one that is nearly as near.
        const far = Math.hypot(mark.x - x, mark.y - y) - mark.r + (strength < 0.6 ? 6 : 0)
        if (far < least) {
          least = far
          best = i
        }
      }
      return best
    },
    choose(mark) {
      chosen = mark
      follow()
    },
    at,
    marksOf: (scene) => [...(states[scene] ?? [])].flatMap((state, i) => (state === 2 ? [i] : [])),
    seen: (mark) => (goal[mark * 4 + 3] ?? 0) > 0,
  }
}
