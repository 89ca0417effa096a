/** The cards of all marks, in shards, and the captions of all marks for the list box. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { currentDataset } from '../../../dataset/current.ts'
import { href } from '../../../site.ts'
import { captionOf, shardsOf } from '../../../story/cards.ts'
import { currentRoster } from '../../../story/stories.ts'

export const getStaticPaths: GetStaticPaths = () => [
  { params: { name: 'captions' }, props: { list: currentRoster().map(captionOf) } },
  ...shardsOf(currentRoster(), currentDataset(), href).map((list, i) => ({
    params: { name: String(i) },
    props: { list },
  })),
]

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props['list']), { headers: { 'Content-Type': 'application/json' } })
