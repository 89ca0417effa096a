/** The root of a drawing. */
import type { Canvas, Drawing } from './chart.ts'
import { patterns, type Hue } from './marks.ts'
import { el } from './svg.ts'
import type { Lettering } from './text.ts'

/** What text is set in where nothing else is said. Images set literal faces in its stead. */
const SANS = 'var(--sans)'

/**
 * The whole `<svg>`: in pages a group whose marks answer (a role of `img` would hide them from assistive technology), in images an
 * image. `name` is what assistive technology hears; `hues` are those whose patterns the drawing uses.
 */
export function drawing(
  canvas: Canvas,
  size: { readonly width: number; readonly height: number },
  name: string,
  hues: Iterable<Hue>,
  lettering: Lettering,
  ...content: readonly string[]
): Drawing {
  const height = Math.ceil(size.height)
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${size.width} ${height}`,
      width: size.width,
      height,
      role: canvas.href === null ? 'img' : 'group',
      'aria-label': name,
      class: 'chart',
      'font-family': SANS,
      'font-size': 12,
    },
    el('defs', {}, patterns(hues, canvas)),
    ...content,
  )
  return { svg, width: size.width, height, labels: lettering.boxes }
}
