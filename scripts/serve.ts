/** `npm run preview`: serves dist/ as any host would. PORT (4321), BASE_PATH, OUT_DIR. */
import { existsSync } from 'node:fs'
import { serveSite } from './static-server.ts'

const root = process.env['OUT_DIR'] ?? 'dist'
if (!existsSync(`${root}/index.html`)) {
  console.error(`There is no built site in ${root}/. Build it first: npm run build`)
  process.exit(1)
}
const base = `/${(process.env['BASE_PATH'] ?? '').replace(/^\/|\/$/g, '')}/`.replace('//', '/')
const { url } = await serveSite({ root, base, port: Number(process.env['PORT'] ?? 4321) })
console.log(`Serving ${root}/ at ${url}  (Ctrl-C stops)`)
