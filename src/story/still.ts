/**
 * A scene as a still drawing. Large marks tell their kind and their number, as on the canvas (browser/sprites.ts). Dots are drawn as one path a look, each a line of no length with round ends: a few bytes a mark.
 * The same few lines serve the opening in the page, the images for readers without script, and print.
 */

import { POINTS } from './shapes.ts'

/** What the drawing of marks needs to know of each. */
export interface Dot {
  readonly x: number
  readonly y: number
  readonly r: number
  /** A paint of who acted. */
  readonly hue: string
  /** Index in the order of evidence: confirmed, reported, claimed, disputed. */
  readonly form: number
  readonly faint: boolean
  /** Index of the kind in the vocabulary. */
  readonly kind: number
  /** How many attacks or strikes it stands for. */
  readonly many: number
}

/** From this radius a mark tells its kind by its shape and "reported" by a hatch; from the next one, its number. */
const FULL_RADIUS = 6
const NUMBER_RADIUS = 7.5

const whole = (value: number): string => String(Math.round(value * 2) / 2)

/** Dots as SVG markup. `paper` is what a ring is filled with. */
export function dots(list: readonly Dot[], paper: string): string {
  const groups = new Map<string, { dot: Dot; at: Dot[] }>()
  // Larger marks lie at the bottom, faint ones below full ones.
  const order = [...list].sort((a, b) => Number(b.faint) - Number(a.faint) || b.r - a.r)
  const large = order.filter((dot) => dot.r >= FULL_RADIUS).map((dot) => shape(dot, paper))
  for (const dot of order) {
    if (dot.r >= FULL_RADIUS) continue
    const key = [dot.faint, dot.r.toFixed(1), dot.hue, dot.form < 2 ? 0 : dot.form].join()
    const group = groups.get(key) ?? { dot, at: [] }
    group.at.push(dot)
    groups.set(key, group)
  }
  const small = [...groups.values()].map(({ dot, at }) => {
    const d = at.map(({ x, y }) => `M${whole(x)} ${whole(y)}h0`).join('')
    const width = Math.max(1, Math.min(2.4, dot.r * 0.32))
    const line = (diameter: number, stroke: string) =>
      `<path d="${d}" stroke="${stroke}" stroke-width="${diameter.toFixed(1)}" stroke-linecap="round"/>`
    let out = line(2 * dot.r, dot.hue)
    if (dot.form >= 2) out += line(2 * (dot.r - width), paper)
    if (dot.form === 3) {
      const k = dot.r * 0.9
      const slash = at.map(({ x, y }) => `M${whole(x - k)} ${whole(y + k)}L${whole(x + k)} ${whole(y - k)}`).join('')
      out += `<path d="${slash}" stroke="${dot.hue}" stroke-width="${width.toFixed(1)}"/>`
    }
    return dot.faint ? `<g opacity=".25">${out}</g>` : out
  })
  return [...large, ...small].join('')
}

// A large mark. Its hatch lies within a circle that every shape holds.
function shape({ x, y, r, hue, form, faint, kind, many }: Dot, paper: string): string {
  const width = r * 0.2
  const points = POINTS[kind]
  const to = (px: number, py: number): string => `${(x + px).toFixed(1)} ${(y + py).toFixed(1)}`
  const k = r - width / 2
  const outline =
    points === undefined
      ? `<circle cx="${whole(x)}" cy="${whole(y)}" r="${k.toFixed(1)}"`
      : `<path d="M${Array.from({ length: points.length / 2 }, (_, i) => to((points[2 * i] ?? 0) * k, (points[2 * i + 1] ?? 0) * k)).join('L')}Z"`
  let out = `${outline} fill="${form === 0 ? hue : paper}" stroke="${hue}" stroke-width="${width.toFixed(1)}"/>`
  let lines = ''
  if (form === 1)
    for (const away of [-0.4, 0, 0.4]) {
      const half = Math.sqrt(0.5 - away * away) * Math.SQRT1_2 * r
      const aside = away * Math.SQRT1_2 * r
      lines += `M${to(aside - half, aside + half)}L${to(aside + half, aside - half)}`
    }
  if (form === 3) lines = `M${to(-r, r)}L${to(r, -r)}`
  if (lines !== '') out += `<path d="${lines}" stroke="${hue}" stroke-width="${width.toFixed(1)}"/>`
  if (many > 1 && r >= NUMBER_RADIUS)
    out += `<text x="${whole(x)}" y="${(y + r * 0.4).toFixed(1)}" text-anchor="middle" font-family="var(--sans)" font-weight="600" font-size="${(r * (many > 9 ? 0.95 : 1.15)).toFixed(1)}" fill="${form === 0 ? paper : 'var(--ink)'}">${String(many)}</text>`
  return faint ? `<g opacity=".25">${out}</g>` : out
}
