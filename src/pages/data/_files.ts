/** The files of the open data as endpoints. Each route carries its extension, which the server needs to tell a file from a page. */
import type { APIRoute } from 'astro'
import { currentDataset } from '../../dataset/current.ts'
import { publishedFiles } from '../../dataset/published.ts'
import { absolute } from '../../site.ts'

/** The names, without the extension, of the files that carry it. */
export const namesWith = (extension: string): { params: { name: string } }[] =>
  publishedFiles(currentDataset(), absolute('/data/'))
    .filter(({ name }) => name.endsWith(extension))
    .map(({ name }) => ({ params: { name: name.slice(0, -extension.length) } }))

/** Answers with the file of that extension, or with the one of a fixed name. */
export const fileWith =
  (extension: string, fixed: string | null = null): APIRoute =>
  ({ params }) => {
    const wanted = fixed ?? `${params['name'] ?? ''}${extension}`
    const file = publishedFiles(currentDataset(), absolute('/data/')).find(({ name }) => name === wanted)
    return file === undefined
      ? new Response('There is no such file.', { status: 404 })
      : new Response(file.content, { headers: { 'content-type': `${file.mediaType}; charset=utf-8` } })
  }
