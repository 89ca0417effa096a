/**
 * A scene as a still drawing. Dots are drawn as one path a look, each a line of no length with round ends: a few bytes a mark.
 * The same few lines serve the opening in the page, the images for readers without script, and print.
 */

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
}

const whole = (value: number): string => String(Math.round(value * 2) / 2)

/** Dots as SVG markup. `paper` is what a ring is filled with. */
export function dots(list: readonly Dot[], paper: string): string {
  const groups = new Map<string, { dot: Dot; at: Dot[] }>()
  // Larger marks lie at the bottom, faint ones below full ones.
  const order = [...list].sort((a, b) => Number(b.faint) - Number(a.faint) || b.r - a.r)
  for (const dot of order) {
    const key = [dot.faint, dot.r.toFixed(1), dot.hue, dot.form < 2 ? 0 : dot.form].join()
    const group = groups.get(key) ?? { dot, at: [] }
    group.at.push(dot)
    groups.set(key, group)
  }
  return [...groups.values()]
    .map(({ dot, at }) => {
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
    .join('')
}
