/** Bytes over the wire by type, as a browser fetches them, from the built files: gzip and brotli at their usual levels. */
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { launch } from '../../tests/browser/browser.ts'
import { serveSite } from '../static-server.ts'
import { round, type Bench, type Figure } from './figure.ts'
import { pagesOf, PHONE } from './visitor.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'HTML',
  '.css': 'styles',
  '.js': 'script',
  '.json': 'data',
  '.woff2': 'typefaces',
  '.svg': 'images',
  '.png': 'images',
}

interface Weight {
  files: number
  gzip: number
  brotli: number
}

function weigh(site: string, path: string): { type: string; gzip: number; brotli: number } {
  const file = path.endsWith('/') ? `${path}index.html` : path
  const body = readFileSync(join(site, decodeURIComponent(file)))
  const packed = /\.(?:woff2|png)$/.test(file)
  return {
    type: TYPES[extname(file)] ?? 'other',
    gzip: packed ? body.length : gzipSync(body).length,
    brotli: packed ? body.length : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
  }
}

function add(weights: Map<string, Weight>, site: string, paths: ReadonlySet<string>): void {
  for (const path of paths) {
    const { type, gzip, brotli } = weigh(site, path)
    for (const name of ['all', type]) {
      const sum = weights.get(name) ?? { files: 0, gzip: 0, brotli: 0 }
      weights.set(name, { files: sum.files + 1, gzip: sum.gzip + gzip, brotli: sum.brotli + brotli })
    }
  }
}

export const measureWire: Bench = async ({ site }) => {
  const server = await serveSite({ root: site })
  const browser = await launch()
  const figures: Figure[] = []
  try {
    for (const [name, path] of pagesOf(site)) {
      const context = await browser.newContext(PHONE)
      const page = await context.newPage()
      const asked = new Set<string>()
      page.on('response', (response) => {
        if (response.ok() && response.url().startsWith(server.url)) asked.add(new URL(response.url()).pathname)
      })
      await page.goto(new URL(path.slice(1), server.url).href, { waitUntil: 'networkidle' })
      const note = (paths: ReadonlySet<string>, what: string): void => {
        const weights = new Map<string, Weight>()
        add(weights, site, paths)
        for (const [type, { files, gzip, brotli }] of [...weights].sort(([a], [b]) =>
          a === 'all' ? -1 : b === 'all' ? 1 : a < b ? -1 : 1,
        ))
          figures.push({
            part: 'wire',
            what: `${name}, ${what}, ${type}`,
            value: round(gzip / 1000, 1),
            unit: 'kB',
            note: `gzip; brotli ${String(round(brotli / 1000, 1))} kB; ${String(files)} request${files === 1 ? '' : 's'}`,
          })
      }
      note(asked, 'first load')
      if (name === 'story') {
        const before = asked.size
        await page.evaluate(async () => {
          for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
            scrollTo(0, y)
            await new Promise((done) => setTimeout(done, 30))
          }
        })
        await page.waitForLoadState('networkidle')
        if (asked.size > before) note(asked, 'after the last step')
      }
      await context.close()
    }
  } finally {
    await browser.close()
    await server.close()
  }
  return figures
}
