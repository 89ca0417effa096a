/** The index of the search, loaded on its first use. */
import type { APIRoute } from 'astro'
import { searchIndex } from '../components/search-index.ts'
import { currentDataset } from '../dataset/current.ts'

export const GET: APIRoute = () =>
  new Response(searchIndex(currentDataset()), { headers: { 'content-type': 'application/json' } })
