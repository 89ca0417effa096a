/** `/editions/<name>/charts/<chart>.png`, `@2x`, dark, and the share card. */
import type { APIRoute } from 'astro'
import { frozenCharts, frozenSource, type Frozen } from '../../../../charts/frozen.ts'
import { composeCard, composeImage } from '../../../../charts/image/compose.ts'
import { toPng } from '../../../../charts/image/render.ts'
import { currentDataset } from '../../../../dataset/current.ts'

const FORMS = ['', '@2x', '-dark', '-dark@2x', '-card'] as const

export const getStaticPaths = () =>
  frozenCharts().flatMap((frozen) =>
    FORMS.map((form) => ({
      params: { name: frozen.edition.name, chart: `${frozen.chart.id}${form}` },
      props: { frozen, form },
    })),
  )

export const GET: APIRoute<{ frozen: Frozen; form: (typeof FORMS)[number] }> = ({ props: { frozen, form } }) => {
  const source = frozenSource(frozen)
  const theme = form.startsWith('-dark') ? 'dark' : 'light'
  const png =
    form === '-card'
      ? toPng(composeCard(frozen.chart, currentDataset(), source))
      : toPng(composeImage(frozen.chart, currentDataset(), theme, source).svg, form.endsWith('@2x') ? 2 : 1)
  return new Response(Buffer.from(png), { headers: { 'Content-Type': 'image/png' } })
}
