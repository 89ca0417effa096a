/** New and corrected records, as JSON Feed. */
import type { APIRoute } from 'astro'
import { currentDataset } from '../dataset/current.ts'
import { jsonFeed } from '../dataset/feed.ts'
import { absolute } from '../site.ts'

export const GET: APIRoute = () =>
  new Response(jsonFeed(currentDataset(), absolute), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  })
