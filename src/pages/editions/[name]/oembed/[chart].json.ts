/** `/editions/<name>/oembed/<chart>.json`: how other sites turn a link to a frozen chart into a frame. */
import type { APIRoute } from 'astro'
import { frozenCharts, type Frozen } from '../../../../charts/frozen.ts'
import { COLUMNS, embedHeight } from '../../../../embed/height.ts'
import { oembed } from '../../../../embed/oembed.ts'
import { absolute } from '../../../../site.ts'

export const getStaticPaths = () =>
  frozenCharts().map((frozen) => ({ params: { name: frozen.edition.name, chart: frozen.chart.id }, props: { frozen } }))

export const GET: APIRoute<{ frozen: Frozen }> = ({ props: { frozen } }) => {
  const { chart, edition, root } = frozen
  const record = oembed({
    title: chart.title(null),
    embedUrl: absolute(`${root}/embed/${chart.id}/`),
    siteUrl: absolute('/'),
    siteName: edition.source.title,
    width: COLUMNS.column,
    height: embedHeight(chart, edition.charts[chart.id]?.model, COLUMNS.column),
    thumbnailUrl: absolute(`${root}/charts/${chart.id}-card.png`),
  })
  return new Response(JSON.stringify(record), { headers: { 'Content-Type': 'application/json' } })
}
