/** Marks drawn once, then stamped: moving a thousand of them costs no path drawing. */
import { outline } from './shapes.ts'

/** From this radius in CSS pixels a mark tells its kind by its shape and "reported" by a hatch. */
const FULL_RADIUS = 6

export interface Ground {
  readonly paper: string
  readonly ink: string
  /** In the order of the scene file's colours. */
  readonly hues: readonly string[]
}

export interface Stamp {
  readonly image: HTMLCanvasElement
  /** Half its side, in device pixels. */
  readonly half: number
}

/** Stamps of marks by look, kind, radius and number, for one pixel density and one theme. */
export function createStamps(
  density: number,
  ground: Ground,
): (look: number, kind: number, radius: number, many: number) => Stamp {
  const made = new Map<number, Stamp>()
  return (look, kind, radius, many) => {
    const r = Math.max(1, Math.round(radius * density * 2) / 2)
    const shape = radius < FULL_RADIUS ? 0 : kind
    const number = radius < 7.5 ? 1 : many
    const key = ((Math.round(r * 2) * 32 + look) * 8 + shape) * 128 + Math.min(127, number)
    let stamp = made.get(key)
    if (stamp === undefined) {
      stamp = draw(look, shape, r, number, radius >= FULL_RADIUS, ground)
      made.set(key, stamp)
    }
    return stamp
  }
}

function draw(look: number, shape: number, r: number, number: number, full: boolean, ground: Ground): Stamp {
  const half = Math.ceil(r * 1.5) + 1
  const image = document.createElement('canvas')
  image.width = image.height = half * 2
  const to = image.getContext('2d')
  if (to === null) return { image, half }
  const hue = ground.hues[look >> 2] ?? ground.ink
  const form = look & 3
  const width = Math.max(1, full ? r * 0.2 : r * 0.32)
  to.translate(half, half)
  const path = outline(shape, form === 0 && !full ? r : r - width / 2)
  to.fillStyle = form === 0 || (form === 1 && !full) ? hue : ground.paper
  to.strokeStyle = hue
  to.lineWidth = width
  to.lineJoin = 'round'
  to.fill(path)
  if (form > 0 && (full || form > 1)) {
    if (form === 1) {
      to.save()
      to.clip(path)
      to.beginPath()
      const gap = Math.max(3, r / 2.2)
      for (let x = -3 * r; x < 3 * r; x += gap) {
        to.moveTo(x - r, r)
        to.lineTo(x + r, -r)
      }
      to.lineWidth = gap * 0.45
      to.stroke()
      to.restore()
      to.lineWidth = width
    }
    to.stroke(path)
  }
  if (form === 3) {
    const d = r * 1.05
    to.beginPath()
    to.moveTo(-d, d)
    to.lineTo(d, -d)
    to.stroke()
  }
  if (number > 1) {
    to.fillStyle = form === 0 ? ground.paper : ground.ink
    to.font = `600 ${String(Math.round(r * (number > 9 ? 0.95 : 1.15)))}px Inter, sans-serif`
    to.textAlign = 'center'
    to.textBaseline = 'middle'
    to.fillText(String(number), 0, r * 0.06)
  }
  return { image, half }
}
