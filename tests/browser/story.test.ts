/** The stories, as readers meet them: scrolling, linking, touching, typing, printing, without script, with reduced motion. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { BUILT } from '../built.ts'
import { axe, visit, WINDOWS, type Visitor } from './browser.ts'
import { STORIES } from '../../src/story/stories.ts'

let visitor: Visitor
beforeAll(async () => {
  visitor = await visit(BUILT.root)
})
afterAll(() => visitor.close())

const [main, second, third] = STORIES
if (main === undefined || second === undefined || third === undefined) throw new Error('three stories')
const ids = main.scenes.map((scene) => scene.id)

const sceneOf = (page: Page): Promise<string> =>
  page.$eval('.stage', (stage) => (stage as HTMLElement).dataset['scene'] ?? '')

/** Waits until the stage shows a scene and every mark has arrived. */
const shows = (page: Page, id: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => {
      const stage = document.querySelector<HTMLElement>('.stage')
      return stage?.dataset['scene'] === wanted && stage.dataset['settled'] === 'true'
    },
    id,
    { timeout: 15_000 },
  )

const scrollTo = (page: Page, id: string): Promise<void> =>
  page.$eval(`#step-${id}`, (step) => {
    step.scrollIntoView()
  })

/** A point of the canvas where something is drawn. */
const inkAt = (page: Page): Promise<{ x: number; y: number }> =>
  page.$eval('.field canvas', (element) => {
    const canvas = element as HTMLCanvasElement
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
    const box = canvas.getBoundingClientRect()
    for (let i = 3; data !== undefined && i < data.length; i += 4) {
      const pixel = (i - 3) / 4
      const y = Math.floor(pixel / canvas.width)
      if ((data[i] ?? 0) > 200 && y > canvas.height * 0.2)
        return {
          x: box.left + ((pixel % canvas.width) / canvas.width) * box.width,
          y: box.top + (y / canvas.height) * box.height,
        }
    }
    throw new Error('nothing is drawn')
  })

describe('the opening', () => {
  test.each(['phone', 'desktop'] as const)('is drawn in the page before any script, at once, on a %s', async (size) => {
    const { page, problems, close } = await visitor.open('/', { viewport: WINDOWS[size], javaScriptEnabled: false })
    expect(await page.locator(`.opening.${size}`).isVisible()).toBe(true)
    expect(await page.locator(`.opening.${size} path`).count()).toBeGreaterThan(10)
    expect(problems).toEqual([])
    await close()
  })

  test('fetches no scene before the reader moves, and gives way to the canvas without a jump', async () => {
    const { page, problems, close } = await visitor.open('/', { viewport: WINDOWS.phone })
    expect(await page.locator('.opening').count()).toBe(2)
    const before = await page.locator('.field').boundingBox()
    await page.mouse.wheel(0, 4)
    await page.waitForFunction(() => document.querySelector('.opening') === null)
    const after = await page.locator('.field').boundingBox()
    expect(after?.width).toBe(before?.width)
    expect(await sceneOf(page)).toBe('cover')
    expect(problems).toEqual([])
    await close()
  })
})

describe.each(['phone', 'desktop'] as const)('every step on a %s', (size) => {
  test('shows its scene when it is scrolled to, forwards and back', async () => {
    const { page, problems, close } = await visitor.open('/', { viewport: WINDOWS[size], reducedMotion: 'reduce' })
    // The cover is there before anything is fetched, so the way starts at the second step.
    for (const id of [...ids.slice(1), ...[...ids].reverse()]) {
      await scrollTo(page, id)
      await shows(page, id)
    }
    expect(problems).toEqual([])
    await close()
  })

  test('is reached by its link, and by going back and forward between links', async () => {
    const { page, problems, close } = await visitor.open('/', { viewport: WINDOWS[size], reducedMotion: 'reduce' })
    const steps = ids.slice(1)
    for (const id of steps) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, `#step-${id}`)
      await shows(page, id)
    }
    for (const id of steps.slice(-6, -1).reverse()) {
      await page.goBack()
      await shows(page, id)
    }
    await page.goForward()
    await shows(page, steps.at(-5) ?? '')
    expect(problems).toEqual([])
    await close()
  })

  test('is reached by a link from elsewhere, at once, and after a reload', async () => {
    for (const id of ['first-days', 'names', 'tower-22', 'ships', 'spring-map', 'closing']) {
      const { page, problems, close } = await visitor.open(`/#step-${id}`, { viewport: WINDOWS[size] })
      await shows(page, id)
      await page.reload()
      await shows(page, id)
      expect(problems).toEqual([])
      await close()
    }
  })

  test('stays where it is after a reload in the middle of every chapter', async () => {
    const reached = new Set<string>()
    for (const { id: chapter } of main.chapters) {
      const { page, problems, close } = await visitor.open(`/#chapter-${chapter}`, { viewport: WINDOWS[size] })
      await page.mouse.wheel(0, 500)
      await page.waitForTimeout(600)
      const id = await sceneOf(page)
      await shows(page, id)
      await page.reload()
      await shows(page, id)
      reached.add(id)
      expect(problems).toEqual([])
      await close()
    }
    expect(reached.size).toBe(main.chapters.length)
  })

  test.each([second, third].map((story) => [story.path, story] as const))(
    'of %s shows its scene when it is scrolled to',
    async (path, story) => {
      const { page, problems, close } = await visitor.open(path, { viewport: WINDOWS[size], reducedMotion: 'reduce' })
      for (const { id } of story.scenes.slice(1)) {
        await scrollTo(page, id)
        await shows(page, id)
      }
      expect(problems).toEqual([])
      await close()
    },
  )
})

test('the page’s own keys reach the scenes in order, and End and Home reach the last and the first', async () => {
  const { page, close } = await visitor.open('/', { viewport: WINDOWS.desktop, reducedMotion: 'reduce' })
  const seen = new Set<string>()
  const atEnd = () => page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2)
  do {
    for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(40)
    seen.add(await sceneOf(page))
  } while (!(await atEnd()))
  expect([...seen]).toEqual(ids)
  await page.keyboard.press('End')
  await shows(page, ids.at(-1) ?? '')
  await page.keyboard.press('Home')
  await shows(page, 'cover')
  await close()
})

test('a fast flick, a resize and a turn of the phone end at the scene of the place that was reached', async () => {
  const { page, problems, close } = await visitor.open('/', { viewport: WINDOWS.phone })
  await page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight * 0.5)
  })
  await page.evaluate(() => {
    window.scrollTo(0, 0)
  })
  await shows(page, 'cover')
  await scrollTo(page, 'bases')
  await shows(page, 'bases')
  await page.setViewportSize(WINDOWS.desktop)
  await scrollTo(page, 'bases')
  await shows(page, 'bases')
  await page.waitForFunction(() => document.querySelector<HTMLElement>('.stage')?.dataset['size'] === 'desktop')
  await page.setViewportSize({ width: 844, height: 390 })
  await scrollTo(page, 'names')
  await shows(page, 'names')
  expect(problems).toEqual([])
  await close()
})

describe('a card', () => {
  test('opens by pointer with who says so and links, and closes by Escape', async () => {
    const { page, problems, close } = await visitor.open('/#step-tower-22', {
      viewport: WINDOWS.desktop,
      reducedMotion: 'reduce',
    })
    await shows(page, 'tower-22')
    const { x, y } = await inkAt(page)
    await page.mouse.click(x + 2, y + 2)
    await page.locator('.record-card').waitFor({ state: 'visible' })
    expect(await page.locator('.record-card h2').innerText()).not.toBe('')
    expect(await page.locator('.record-card .says').count()).toBeGreaterThan(0)
    expect(await page.locator('.record-card a[href*="/incidents/"]').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page
      .locator('.record-card')
      .waitFor({ state: 'hidden' })
      .catch(() => page.locator('.record-card .close').click())
    expect(problems).toEqual([])
    await close()
  })

  test('opens by touch, from below, within reach of the finger', async () => {
    const { page, problems, close } = await visitor.open('/#step-first-night', {
      viewport: WINDOWS.phone,
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    })
    await shows(page, 'first-night')
    const { x, y } = await inkAt(page)
    await page.touchscreen.tap(x + 18, y)
    const card = page.locator('.record-card')
    await card.waitFor({ state: 'visible' })
    const box = await card.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(WINDOWS.phone.height - 2)
    expect(await card.locator('h2').innerText()).toContain('Ain al-Asad')
    await card.locator('.close').tap()
    await card.waitFor({ state: 'hidden' })
    expect(problems).toEqual([])
    await close()
  })

  test('opens by keyboard from the list of the scene’s marks; Escape gives the focus back', async () => {
    const { page, problems, close } = await visitor.open('/#step-first-days', {
      viewport: WINDOWS.desktop,
      reducedMotion: 'reduce',
    })
    await shows(page, 'first-days')
    const button = page.locator('.browse button')
    await button.focus()
    await page.keyboard.press('Enter')
    await page.locator('[role=option]').first().waitFor()
    const first = await page.locator('[aria-selected=true]').innerText()
    expect(first).toContain('18 Oct. 2023')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('[aria-selected=true]').innerText()).not.toBe(first)
    const title = await page.locator('[aria-selected=true]').innerText()
    await page.keyboard.press('Enter')
    await page.locator('.record-card').waitFor({ state: 'visible' })
    expect(title).toContain(await page.locator('.record-card h2').innerText())
    await page.keyboard.press('Escape')
    await page.locator('.record-card').waitFor({ state: 'hidden' })
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(problems).toEqual([])
    await close()
  })
})

describe('without script', () => {
  test.each([main, second, third].map((story) => [story.path, story] as const))(
    '%s has every scene as a still beside the same text',
    async (path, story) => {
      const { page, problems, close } = await visitor.open(path, { viewport: WINDOWS.phone, javaScriptEnabled: false })
      const stills = page.locator('.step picture img')
      expect(await stills.count()).toBe(story.scenes.length - 1)
      for (const still of await stills.all()) {
        await still.scrollIntoViewIfNeeded()
        expect((await still.getAttribute('alt'))?.length).toBeGreaterThan(40)
      }
      expect(problems).toEqual([])
      await close()
    },
  )
})

test('with reduced motion marks are at their places at once', async () => {
  const { page, close } = await visitor.open('/#step-names', { viewport: WINDOWS.phone, reducedMotion: 'reduce' })
  await shows(page, 'names')
  await scrollTo(page, 'umbrella')
  await page.waitForFunction(() => document.querySelector<HTMLElement>('.stage')?.dataset['scene'] === 'umbrella')
  expect(await page.$eval('.stage', (stage) => (stage as HTMLElement).dataset['settled'])).toBe('true')
  await close()
})

test('in print every step has its still', async () => {
  const { page, close } = await visitor.open('/#step-names', { viewport: WINDOWS.desktop })
  await shows(page, 'names')
  await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
  })
  expect(await page.locator('.print-still > svg').count()).toBe(ids.length)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#step-names .print-still > svg').isVisible()).toBe(true)
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(50_000)
  await close()
})

test.each([
  ['320 px wide', { viewport: { width: 320, height: 640 } }],
  ['390 px wide', { viewport: WINDOWS.phone }],
] as const)('%s, and with text twice as large, nothing runs out of the page', async (_, options) => {
  const { page, close } = await visitor.open('/', options)
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect(await overflow()).toBeLessThanOrEqual(0)
  await close()
})

test('the layout does not shift while the page loads and the stage takes over', async () => {
  const { page, close } = await visitor.open('/', { viewport: WINDOWS.phone })
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean }
            if (!hadRecentInput) sum += value
          }
        }).observe({ type: 'layout-shift', buffered: true })
        window.scrollBy(0, 30)
        setTimeout(() => {
          done(sum)
        }, 1500)
      }),
  )
  expect(shift).toBeLessThan(0.02)
  await close()
})

test.each([main, second, third].flatMap((story) => [[story.path, 'light'] as const, [story.path, 'dark'] as const]))(
  '%s, %s: axe finds nothing, with the card open too',
  async (path, colorScheme) => {
    const { page, close } = await visitor.open(path, {
      viewport: WINDOWS.desktop,
      colorScheme,
      reducedMotion: 'reduce',
    })
    expect(await axe(page)).toEqual([])
    await page.mouse.wheel(0, 900)
    await page.waitForFunction(() => document.querySelector('.opening') === null)
    await page.waitForTimeout(300)
    const { x, y } = await inkAt(page)
    await page.mouse.click(x + 1, y + 1)
    await page.locator('.record-card').waitFor({ state: 'visible' })
    expect(await axe(page)).toEqual([])
    await close()
  },
)
