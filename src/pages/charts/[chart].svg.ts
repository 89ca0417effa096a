/** `/charts/<chart>.svg` and `-dark.svg`: letters as outlines. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { composeImage } from '../../charts/image/compose.ts'
import { toOutlines } from '../../charts/image/render.ts'
import { chartById, charts } from '../../charts/registry.ts'
import { currentDataset } from '../../dataset/current.ts'

export const getStaticPaths = (() =>
  charts.flatMap(({ id }) => [
    { params: { chart: id }, props: { id, theme: 'light' as const } },
    { params: { chart: `${id}-dark` }, props: { id, theme: 'dark' as const } },
  ])) satisfies GetStaticPaths

export const GET: APIRoute<{ id: string; theme: 'light' | 'dark' }> = ({ props: { id, theme } }) => {
  const chart = chartById(id)
  if (chart === undefined) return new Response(null, { status: 404 })
  const svg = toOutlines(composeImage(chart, currentDataset(), theme).svg)
  return new Response(Buffer.from(svg), { headers: { 'Content-Type': 'image/svg+xml' } })
}
