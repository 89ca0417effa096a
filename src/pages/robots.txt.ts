/** `/robots.txt`: everything may be read; embeds name the page that they are a part of. */
import type { APIRoute } from 'astro'
import { absolute } from '../site.ts'

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
