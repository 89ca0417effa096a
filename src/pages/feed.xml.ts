/** New and corrected records, as Atom. */
import type { APIRoute } from 'astro'
import { currentDataset } from '../dataset/current.ts'
import { atomFeed } from '../dataset/feed.ts'
import { absolute } from '../site.ts'

export const GET: APIRoute = () =>
  new Response(atomFeed(currentDataset(), absolute), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
