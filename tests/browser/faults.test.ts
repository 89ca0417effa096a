/** What goes wrong on the way to a reader: a script, data, a font, the canvas, storage. The still version stays and no error shows. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { serveSite, type Serving } from '../../scripts/static-server.ts'
import { BUILT } from '../built.ts'
import { launch, WINDOWS } from './browser.ts'

let site: Serving
let browser: Browser
beforeAll(async () => {
  site = await serveSite({ root: BUILT.root.root, base: BUILT.root.base })
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

interface Faulty {
  readonly page: Page
  /** Exceptions and rejections that nothing caught. */
  readonly errors: readonly string[]
  readonly close: () => Promise<void>
}

/** Opens a page in which something is broken first. */
async function open(path: string, breakIt: (context: BrowserContext) => Promise<unknown>): Promise<Faulty> {
  const context = await browser.newContext({ viewport: WINDOWS.phone })
  await breakIt(context)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(new URL(path.slice(1), site.url).href, { waitUntil: 'load' })
  return { page, errors, close: () => context.close() }
}

/** Goes through the story, so that everything that it fetches and does is tried. */
async function readOn(page: Page): Promise<void> {
  for (let step = 0; step < 8; step++) {
    await page.evaluate(() => scrollBy(0, innerHeight))
    await page.waitForTimeout(60)
  }
  await page.waitForLoadState('networkidle')
}

const opening = (page: Page): Promise<boolean> => page.locator('.opening.phone').isVisible()

describe('the story', () => {
  test('keeps its opening and its text where its script is blocked', async () => {
    const { page, errors, close } = await open('/', (context) => context.route(/\.js$/, (route) => route.abort()))
    await readOn(page)
    expect(await opening(page)).toBe(true)
    expect(await page.locator('.step').first().isVisible()).toBe(true)
    expect(errors).toEqual([])
    await close()
  })

  test.each([
    ['is not found', { status: 404, body: 'Not found', contentType: 'text/plain' }],
    ['is cut short', { status: 200, body: '{"width": 358, "hei', contentType: 'application/json' }],
    ['is something else', { status: 200, body: '<!doctype html><p>Sign in', contentType: 'text/html' }],
  ])('keeps its opening where the data of its scenes %s', async (_, answer) => {
    const { page, errors, close } = await open('/', (context) =>
      context.route(/\/scenes\//, (route) => route.fulfill(answer)),
    )
    await readOn(page)
    expect(await opening(page)).toBe(true)
    expect(errors).toEqual([])
    await close()
  })

  test('keeps its opening where the network fails', async () => {
    const { page, errors, close } = await open('/', (context) => context.route(/\/scenes\//, (route) => route.abort()))
    await readOn(page)
    expect(await opening(page)).toBe(true)
    expect(errors).toEqual([])
    await close()
  })

  test('keeps its opening where there is no canvas', async () => {
    const { page, errors, close } = await open('/', (context) =>
      context.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null
      }),
    )
    await readOn(page)
    expect(await opening(page)).toBe(true)
    expect(errors).toEqual([])
    await close()
  })

  test('throws nothing where the card of a record does not arrive', async () => {
    const { page, errors, close } = await open('/', (context) =>
      context.route(/\/cards\//, (route) => route.fulfill({ status: 404, body: '' })),
    )
    await readOn(page)
    const box = await page.locator('.field').boundingBox()
    for (const x of [0.3, 0.5, 0.7])
      for (const y of [0.4, 0.5, 0.6]) {
        await page.mouse.click((box?.x ?? 0) + x * (box?.width ?? 0), (box?.y ?? 0) + y * (box?.height ?? 0))
        await page.waitForTimeout(50)
      }
    expect(errors).toEqual([])
    await close()
  })
})

describe('every kind of page', () => {
  const paths = ['/', '/explore/', '/charts/frequency/', '/charts/network/', '/embed/frequency/', '/embed/']

  test.each(paths)('%s works where storage is denied', async (path) => {
    const { page, errors, close } = await open(path, (context) =>
      context.addInitScript(() => {
        const deny = {
          get(): never {
            throw new DOMException('denied', 'SecurityError')
          },
        }
        Object.defineProperty(window, 'localStorage', deny)
        Object.defineProperty(window, 'sessionStorage', deny)
      }),
    )
    const toggle = page.locator('.theme-toggle')
    if ((await toggle.count()) > 0 && (await toggle.isVisible())) {
      await toggle.click()
      expect(await page.locator('html').getAttribute('data-theme')).toMatch(/dark|light/)
    }
    expect(errors).toEqual([])
    await close()
  })

  test.each(paths)('%s keeps its words and its drawing where no font and no script arrives', async (path) => {
    const { page, errors, close } = await open(path, (context) =>
      context.route(/\.(?:woff2|js)$/, (route) => route.abort()),
    )
    expect(await page.locator('h1').first().innerText()).not.toBe('')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    expect(errors).toEqual([])
    await close()
  })
})
