/** The network's page in a browser: an actor is chosen by pointer and keyboard, and the choice stands in the address. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUILT } from '../built.ts'
import { axe, visit, type Visitor } from './browser.ts'

let visitor: Visitor
beforeAll(async () => {
  visitor = await visit(BUILT.root)
})
afterAll(() => visitor.close())

test.each(['light', 'dark'] as const)('a click chooses an actor, Escape clears, %s', async (colorScheme) => {
  const { page, problems, close } = await visitor.open('/charts/network/', { colorScheme })
  const node = page.locator('svg.chart:visible [data-node="ansar-allah"], svg.chart:visible .node').first()
  const id = await node.getAttribute('data-node')
  await node.click()
  expect(new URL(page.url()).searchParams.get('actor')).toBe(id)
  expect(await page.locator('.network-panel').isVisible()).toBe(true)
  expect(await axe(page)).toEqual([])
  await page.reload()
  expect(await page.locator('.network-panel').isVisible()).toBe(true)
  await page.locator('.network-close').focus()
  await page.keyboard.press('Escape')
  expect(new URL(page.url()).searchParams.get('actor')).toBeNull()
  expect(problems).toEqual([])
  await close()
})

test('one stop leads in, an arrow moves, Enter chooses', async () => {
  const { page, problems, close } = await visitor.open('/charts/network/')
  const svg = page.locator('svg.chart:visible').first()
  expect(await svg.locator('[tabindex="0"]').count()).toBe(1)
  await svg.locator('[tabindex="0"]').focus()
  const before = await page.evaluate(() => document.activeElement?.getAttribute('data-node'))
  await page.keyboard.press('ArrowDown')
  const after = await page.evaluate(() => document.activeElement?.getAttribute('data-node'))
  expect(after).not.toBe(before)
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).searchParams.get('actor')).toBe(after)
  expect(problems).toEqual([])
  await close()
})

test('what waits to be asked for is shown, and the address says so', async () => {
  const { page, problems, close } = await visitor.open('/charts/network/')
  const hidden = page.locator('svg.chart:visible [data-ask][display="none"]')
  const before = await hidden.count()
  const button = page.locator('.network-asks button').first()
  await button.click()
  expect(await hidden.count()).toBeLessThan(before)
  expect(new URL(page.url()).searchParams.get('show')).toBe(await button.getAttribute('data-ask'))
  await page.reload()
  expect(await button.getAttribute('aria-pressed')).toBe('true')
  expect(problems).toEqual([])
  await close()
})
