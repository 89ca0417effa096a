/** How tall an embed is, for snippets that keep room before it arrives and for frames that cannot grow. */
import type { Chart } from '../charts/chart.ts'
import { PAGE_PAINT } from '../charts/palette.ts'

/** Article columns that the gallery shows: phone, column, full width; CSS pixels. */
export const COLUMNS = { phone: 360, column: 640, full: 1040 } as const

// Widths from which the figure's style sheet shows the second and the third drawing (44rem, 65rem), less the frame's padding.
const STEPS = [704, 1040] as const
const PADDING = 24
const LINE = 28

/**
 * Height in CSS pixels of a chart's embed in a frame of that width: the drawing that is shown there, scaled, and the lines of
 * title, subtitle and source around it. Rounded up to ten, so that a small change of the text does not change snippets.
 */
export function embedHeight(chart: Chart, model: unknown, width: number): number {
  const inner = width - PADDING
  const index = Math.min(chart.widths.length - 1, STEPS.filter((step) => inner >= step).length)
  const drawn = chart.draw(model, {
    width: chart.widths[index] ?? inner,
    paint: PAGE_PAINT,
    prefix: 'h',
    href: null,
    standalone: false,
  })
  const shown = index === 0 ? Math.min(inner, 544) : inner
  const lines =
    Math.ceil((chart.title(model).length * 11) / inner) + Math.ceil((chart.subtitle(model).length * 8) / inner)
  return Math.ceil((drawn.height * (shown / drawn.width) + lines * LINE + 80) / 10) * 10
}
