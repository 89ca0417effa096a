/** How tall an embed is, for snippets that keep room before it arrives and for frames that cannot grow. */
import type { Chart } from '../charts/chart.ts'
import { embedded, shownAt, widthShown } from '../charts/embedded.ts'
import { href } from '../site.ts'

/** Article columns that the gallery shows: phone, column, full width; CSS pixels. */
export const COLUMNS = { phone: 360, column: 640, full: 1040 } as const

// The frame's padding; in a narrow frame there is none beside the drawing.
const PADDING = 24
const LINE = 28

/**
 * Height in CSS pixels of a chart's embed in a frame of that width: the drawing that is shown there, scaled, and the lines of
 * title, subtitle and source around it. Rounded up to ten, so that a small change of the text does not change snippets.
 */
export function embedHeight(chart: Chart, model: unknown, width: number): number {
  const inner = width < 584 ? width : width - PADDING
  const drawn = shownAt(embedded(chart, model, href).drawings, inner)
  const lines =
    Math.ceil((chart.title(model).length * 11) / inner) + Math.ceil((chart.subtitle(model).length * 8) / inner)
  return Math.ceil((drawn.height * (widthShown(drawn, inner) / drawn.width) + lines * LINE + 80) / 10) * 10
}
