/** `/embed.js`: the loader that publishers include. */
import type { APIRoute } from 'astro'
import { classicScript } from '../embed/bundle.ts'

export const GET: APIRoute = async () =>
  new Response(await classicScript('src/embed/loader.ts'), { headers: { 'Content-Type': 'text/javascript' } })
