/** The whole record for Explore, packed. */
import type { APIRoute } from 'astro'
import { packDataset } from '../../components/record/explore/pack.ts'
import { currentDataset } from '../../dataset/current.ts'

export const GET: APIRoute = () =>
  new Response(JSON.stringify(packDataset(currentDataset())), { headers: { 'content-type': 'application/json' } })
