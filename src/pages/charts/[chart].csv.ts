/** `/charts/<chart>.csv`: the chart's table. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { modelOf } from '../../charts/model.ts'
import { chartById, charts } from '../../charts/registry.ts'
import { tableCsv } from '../../charts/table.ts'
import { currentDataset } from '../../dataset/current.ts'

export const getStaticPaths = (() => charts.map(({ id }) => ({ params: { chart: id } }))) satisfies GetStaticPaths

export const GET: APIRoute = ({ params }) => {
  const chart = chartById(params['chart'] ?? '')
  if (chart === undefined) return new Response(null, { status: 404 })
  const csv = tableCsv(chart.table(modelOf(chart, currentDataset())))
  return new Response(csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } })
}
