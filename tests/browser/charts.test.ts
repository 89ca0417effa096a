/** The charts' pages in a browser: marks answer the pointer, the finger and the keyboard, and filters stand in the address. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUILT } from '../built.ts'
import { axe, visit, WINDOWS, type Visitor } from './browser.ts'

let visitor: Visitor
beforeAll(async () => {
  visitor = await visit(BUILT.root)
})
afterAll(() => visitor.close())

const FIRST = 'svg.chart:visible a[aria-label]'

test('one stop of the Tab key leads in, arrows move, Enter opens the record', async () => {
  const { page, problems, close } = await visitor.open('/charts/vessels/')
  const svg = page.locator('svg.chart:visible').first()
  expect(await svg.locator('a[tabindex="0"]').count()).toBe(1)
  await svg.locator('a[tabindex="0"]').focus()
  expect(await page.locator('.mark-card').isVisible()).toBe(true)
  const before = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).not.toBe(before)
  expect(await svg.locator('a[tabindex="0"]').count()).toBe(1)
  await page.keyboard.press('Escape')
  expect(await page.locator('.mark-card').isVisible()).toBe(false)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('svg.chart') === null)).toBe(true)
  await page.keyboard.press('Shift+Tab')
  const target = await page.evaluate(() => document.activeElement?.getAttribute('href'))
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === target)
  expect(problems).toEqual([])
  await close()
})

test('a pointer or a finger near a small mark finds it', async () => {
  const mouse = await visitor.open('/charts/vessels/')
  const mark = mouse.page.locator('svg.chart:visible a[data-id]').first()
  await mark.hover()
  expect(await mouse.page.locator('.mark-card p').textContent()).toBe(await mark.getAttribute('aria-label'))
  await mouse.close()

  const touch = await visitor.open('/charts/map-red-sea/', { viewport: WINDOWS.phone, hasTouch: true })
  const alone = touch.page.locator(FIRST).last()
  await alone.scrollIntoViewIfNeeded()
  const box = await alone.boundingBox()
  expect(box).not.toBeNull()
  if (box !== null) await touch.page.touchscreen.tap(box.x - 8, box.y + box.height / 2)
  expect(await touch.page.locator('.mark-card a').isVisible()).toBe(true)
  expect(new URL(touch.page.url()).pathname).toBe('/charts/map-red-sea/')
  await touch.close()
})

test('filters narrow the marks, stand in the address and survive a reload', async () => {
  const { page, problems, close } = await visitor.open('/charts/vessels/')
  const button = page.locator('[data-filters] button[data-field="evidence"]').first()
  await button.click()
  expect(await page.locator('svg.chart:visible a.off').count()).toBeGreaterThan(0)
  expect(new URL(page.url()).searchParams.get('vessels-evidence')).toBe(await button.getAttribute('data-value'))
  const words = await page.locator('[data-filters] output').textContent()
  await page.reload()
  expect(await page.locator('[data-filters] output').textContent()).toBe(words)
  expect(await axe(page)).toEqual([])
  expect(problems).toEqual([])
  await close()
})
