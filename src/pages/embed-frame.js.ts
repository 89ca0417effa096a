/** `/embed-frame.js`: the one classic script of every embed page. */
import type { APIRoute } from 'astro'
import { classicScript } from '../embed/bundle.ts'

export const GET: APIRoute = async () =>
  new Response(await classicScript('src/embed/frame.ts'), { headers: { 'Content-Type': 'text/javascript' } })
