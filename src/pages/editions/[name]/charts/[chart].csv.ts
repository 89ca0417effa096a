/** `/editions/<name>/charts/<chart>.csv`: the table as it was kept. */
import type { APIRoute } from 'astro'
import type { Chart } from '../../../../charts/chart.ts'
import { frozenCharts } from '../../../../charts/frozen.ts'
import { tableCsv } from '../../../../charts/table.ts'

export const getStaticPaths = () =>
  frozenCharts().map(({ chart, edition }) => ({ params: { name: edition.name, chart: chart.id }, props: { chart } }))

export const GET: APIRoute<{ chart: Chart }> = ({ props: { chart } }) =>
  new Response(tableCsv(chart.table(null)), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } })
