/** The frame of the pages: theme, keyboard, typefaces, print. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GROUND } from '../../src/charts/palette.ts'
import { BUILT } from '../built.ts'
import { visit, WINDOWS, type Visitor } from './browser.ts'

let visitor: Visitor
beforeAll(async () => {
  visitor = await visit(BUILT.root)
})
afterAll(() => visitor.close())

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => String(Number.parseInt(hex.slice(at, at + 2), 16))).join(', ')})`
const background = 'getComputedStyle(document.documentElement).backgroundColor'

test('the theme follows the system until the toggle is used, and then the choice is remembered', async () => {
  const { page, problems, close } = await visitor.open('/', { colorScheme: 'dark' })
  expect(await page.evaluate(background)).toBe(rgb(GROUND.dark.paper))
  const toggle = page.getByRole('button', { name: 'Dark page' })
  expect(await toggle.getAttribute('aria-pressed')).toBe('true')
  await toggle.click()
  expect(await page.evaluate(background)).toBe(rgb(GROUND.light.paper))
  expect(await toggle.getAttribute('aria-pressed')).toBe('false')
  await page.reload()
  expect(await page.evaluate(background)).toBe(rgb(GROUND.light.paper))
  expect(problems).toEqual([])
  await close()
})

test('where storage is denied the toggle still works', async () => {
  const { page, problems, close } = await visitor.open('/404.html', { colorScheme: 'light' })
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await page.reload()
  await page.getByRole('button', { name: 'Dark page' }).click()
  expect(await page.evaluate(background)).toBe(rgb(GROUND.dark.paper))
  expect(problems).toEqual([])
  await close()
})

test('the first stop of the keyboard skips to the text', async () => {
  const { page, close } = await visitor.open('/404.html')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to the text')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await close()
})

test('pages are set in our own typefaces, and paper is always light', async () => {
  const { page, close } = await visitor.open('/404.html', { colorScheme: 'dark' })
  expect(await page.evaluate(() => document.fonts.check('600 32px "Source Serif 4"'))).toBe(true)
  expect(await page.evaluate(() => document.fonts.check('14px "Inter"'))).toBe(true)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.evaluate(background)).toBe(rgb(GROUND.light.paper))
  expect(await page.locator('.masthead nav').isVisible()).toBe(false)
  await close()
})

test('when the typefaces arrive late, hardly anything moves', async () => {
  const { page, close } = await visitor.open('/404.html', { viewport: WINDOWS.phone })
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0))
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(0), 500)
      }),
  )
  expect(shift).toBeLessThan(0.02)
  await close()
})
