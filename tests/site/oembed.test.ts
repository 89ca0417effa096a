/** oEmbed as an independent consumer finds it: from a page's address to a frame. */
import { createServer, type Server } from 'node:http'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unfurl } from 'unfurl.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { charts } from '../../src/charts/registry.ts'
import { BUILT, SITE } from '../built.ts'
import { fileOf } from '../../scripts/static-server.ts'

const { root } = BUILT.root
let server: Server
let origin = ''

// The site is built for its public address. A consumer that asks this server must find that address here.
beforeAll(
  () =>
    new Promise<void>((resolve) => {
      server = createServer((request, response) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname
        const file = fileOf(root, path)
        if (file === null || file === 'slash') return void response.writeHead(404).end()
        const type = file.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8'
        response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file, 'utf8').replaceAll(SITE, origin))
      })
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        origin = `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`
        resolve()
      })
    }),
)
afterAll(() => new Promise((done) => server.close(done)))

describe.each([
  '/charts/frequency/',
  '/embed/network/',
  '/incidents/2023-11-07-harir-1/',
  '/actors/ansar-allah-houthis/',
])('%s', (path) => {
  test('a consumer finds one plain frame with a title and a size', async () => {
    const { oEmbed } = await unfurl(`${origin}${path}`)
    expect(oEmbed?.type).toBe('rich')
    const rich = oEmbed as unknown as { html: string; width: number; height: number; title: string }
    expect(rich.title.length).toBeGreaterThan(5)
    expect(rich.width).toBeGreaterThanOrEqual(300)
    expect(rich.height).toBeGreaterThanOrEqual(200)
    expect(rich.html).toMatch(
      new RegExp(
        `^<iframe src="${origin}/embed/[^"]+" title="[^"]+" width="\\d+" height="\\d+" frameborder="0" loading="lazy"></iframe>$`,
      ),
    )
  })
  test('the link to the record stands in the head, within the first 150 kB', () => {
    const file = fileOf(root, path)
    if (file === null || file === 'slash') throw new Error(`${path} was not built.`)
    const html = readFileSync(file, 'utf8')
    const link = html.indexOf('application/json+oembed')
    expect(link).toBeGreaterThan(0)
    expect(link).toBeLessThan(html.indexOf('</head>'))
    expect(link).toBeLessThan(150_000)
  })
})

test('there is a record for each chart, and each names a frame that was built', () => {
  const files = readdirSync(join(root, 'oembed'))
  for (const { id } of charts) expect(files).toContain(`${id}.json`)
  for (const name of files) {
    const record = JSON.parse(readFileSync(join(root, 'oembed', name), 'utf8')) as { html: string }
    const src = /src="([^"]+)"/.exec(record.html)?.[1] ?? ''
    expect(fileOf(root, new URL(src).pathname), name).not.toBeNull()
  }
})
