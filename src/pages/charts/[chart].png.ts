/** `/charts/<chart>.png`, `@2x`, dark, and the share card. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { composeCard, composeImage } from '../../charts/image/compose.ts'
import { toPng } from '../../charts/image/render.ts'
import { chartById, charts } from '../../charts/registry.ts'
import { currentDataset } from '../../dataset/current.ts'

const FORMS = ['', '@2x', '-dark', '-dark@2x', '-card'] as const

export const getStaticPaths = (() =>
  charts.flatMap(({ id }) =>
    FORMS.map((form) => ({ params: { chart: `${id}${form}` }, props: { id, form } })),
  )) satisfies GetStaticPaths

export const GET: APIRoute<{ id: string; form: (typeof FORMS)[number] }> = ({ props: { id, form } }) => {
  const chart = chartById(id)
  if (chart === undefined) return new Response(null, { status: 404 })
  const dataset = currentDataset()
  const png =
    form === '-card'
      ? toPng(composeCard(chart, dataset))
      : toPng(
          composeImage(chart, dataset, form.startsWith('-dark') ? 'dark' : 'light').svg,
          form.endsWith('@2x') ? 2 : 1,
        )
  return new Response(Buffer.from(png), { headers: { 'Content-Type': 'image/png' } })
}
