/** Bytes over the wire, gzip, as a browser fetches them. The budgets stand in package.json. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUILT } from '../built.ts'
import { pathsOf } from '../site/page.ts'
import { visit, WINDOWS, type Visitor } from './browser.ts'

interface Budgets {
  readonly story: {
    readonly firstLoad: number
    readonly afterLastStep: number
    readonly script: number
    readonly typefaces: number
  }
  readonly embed: { readonly firstLoad: number; readonly script: number }
  readonly loader: number
}

const { budgets } = JSON.parse(readFileSync('package.json', 'utf8')) as { budgets: Budgets }

let visitor: Visitor
beforeAll(async () => {
  visitor = await visit(BUILT.root)
})
afterAll(() => visitor.close())

interface Weight {
  readonly all: () => number
  readonly script: () => number
  readonly typefaces: () => number
}

/** Opens a page and weighs what it fetches, from the files themselves. */
async function weigh(
  path: string,
): Promise<Weight & { readonly scroll: () => Promise<void>; readonly close: () => Promise<void> }> {
  const { page, close } = await visitor.open('/robots.txt', { viewport: WINDOWS.phone })
  const files = new Set<string>()
  page.on('request', (request) => files.add(new URL(request.url()).pathname))
  await page.goto(new URL(path.slice(1), visitor.site.url).href, { waitUntil: 'networkidle' })
  const size = (file: string): number => {
    const body = readFileSync(join(BUILT.root.root, file.endsWith('/') ? `${file}index.html` : file))
    return /\.(?:woff2|png)$/.test(file) ? body.length : gzipSync(body).length
  }
  const sum = (keep: (file: string) => boolean): number =>
    [...files].filter(keep).reduce((total, file) => total + size(file), 0)
  return {
    all: () => sum(() => true),
    script: () => sum((file) => file.endsWith('.js')),
    typefaces: () => [...files].filter((file) => file.endsWith('.woff2')).length,
    scroll: async () => {
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      for (let y = 0; y < height; y += 600) {
        await page.evaluate((top) => scrollTo(0, top), y)
        await page.waitForTimeout(30)
      }
      await page.waitForLoadState('networkidle')
    },
    close,
  }
}

test('the story keeps within its budget before the first scroll and after the last step', async () => {
  const story = await weigh('/')
  expect(story.all()).toBeLessThanOrEqual(budgets.story.firstLoad)
  expect(story.typefaces()).toBeLessThanOrEqual(budgets.story.typefaces)
  await story.scroll()
  expect(story.all()).toBeLessThanOrEqual(budgets.story.afterLastStep)
  expect(story.script()).toBeLessThanOrEqual(budgets.story.script)
  await story.close()
})

describe('embeds', () => {
  // Every chart, live and frozen, and of the cards one of each kind: those with names in Arabic fetch a face more.
  const embeds = [
    ...pathsOf(BUILT.root).filter((path) => /^(?:\/editions\/[^/]+)?\/embed\/[^/]+\/$/.test(path)),
    ...['incident/2023-11-07-harir-1', 'actor/ansar-allah-houthis', 'place/ain-al-asad'].map(
      (card) => `/embed/${card}/`,
    ),
  ]
  test.runIf(embeds.length > 0).each(embeds.map((path) => [path]))('%s keeps within its budget', async (path) => {
    const embed = await weigh(path)
    expect(embed.all()).toBeLessThanOrEqual(budgets.embed.firstLoad)
    expect(embed.script()).toBeLessThanOrEqual(budgets.embed.script)
    await embed.close()
  })

  test('the loader keeps within its budget', () => {
    expect(gzipSync(readFileSync(join(BUILT.root.root, 'embed.js'))).length).toBeLessThanOrEqual(budgets.loader)
  })
})
