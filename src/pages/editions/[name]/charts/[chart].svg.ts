/** `/editions/<name>/charts/<chart>.svg` and `-dark.svg`: letters as outlines. */
import type { APIRoute } from 'astro'
import { frozenCharts, frozenSource, type Frozen } from '../../../../charts/frozen.ts'
import { composeImage } from '../../../../charts/image/compose.ts'
import { toOutlines } from '../../../../charts/image/render.ts'
import { currentDataset } from '../../../../dataset/current.ts'

const THEMES = ['light', 'dark'] as const

export const getStaticPaths = () =>
  frozenCharts().flatMap((frozen) =>
    THEMES.map((theme) => ({
      params: { name: frozen.edition.name, chart: `${frozen.chart.id}${theme === 'dark' ? '-dark' : ''}` },
      props: { frozen, theme },
    })),
  )

export const GET: APIRoute<{ frozen: Frozen; theme: (typeof THEMES)[number] }> = ({ props: { frozen, theme } }) => {
  const { svg } = composeImage(frozen.chart, currentDataset(), theme, frozenSource(frozen))
  return new Response(Buffer.from(toOutlines(svg)), { headers: { 'Content-Type': 'image/svg+xml' } })
}
