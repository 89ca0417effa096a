/** The files of the open data, each as `publishedFiles` makes it. */
import type { APIRoute } from 'astro'
import { currentDataset } from '../../dataset/current.ts'
import { publishedFiles } from '../../dataset/published.ts'
import { absolute } from '../../site.ts'

const files = () => publishedFiles(currentDataset(), absolute('/data/'))

export const getStaticPaths = () => files().map(({ name }) => ({ params: { file: name } }))

export const GET: APIRoute = ({ params }) => {
  const file = files().find(({ name }) => name === params['file'])
  return file === undefined
    ? new Response('There is no such file.', { status: 404 })
    : new Response(file.content, { headers: { 'content-type': `${file.mediaType}; charset=utf-8` } })
}
