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

test('one key is one step: a single script moves the focus, to names that are no links too', async () => {
  const { page, problems, close } = await visitor.open('/charts/network/')
  const svg = page.locator('svg.chart:visible').first()
  await svg.locator('[tabindex="0"]').focus()
  await page.evaluate(() => {
    document.addEventListener('focusin', () => {
      document.body.dataset['steps'] = String(Number(document.body.dataset['steps'] ?? '0') + 1)
    })
  })
  const seen = new Set<string | null | undefined>()
  for (const key of [
    'Home',
    ...Array.from({ length: 12 }, (_, i) => (i % 3 === 2 ? 'ArrowRight' : 'ArrowDown')),
    'End',
  ]) {
    const before = await page.evaluate(() => document.activeElement?.getAttribute('data-node'))
    await page.evaluate(() => delete document.body.dataset['steps'])
    await page.keyboard.press(key)
    const after = await page.evaluate(() => document.activeElement?.getAttribute('data-node'))
    const steps = await page.evaluate(() => Number(document.body.dataset['steps'] ?? '0'))
    expect(steps, key).toBe(after === before ? 0 : 1)
    expect(await svg.locator('[tabindex="0"]').count()).toBe(1)
    seen.add(after)
  }
  expect(seen.size).toBeGreaterThan(4)
  const plain = svg.locator('g[data-node][role="button"]').first()
  expect(await plain.getAttribute('aria-label')).not.toBeNull()
  await plain.focus()
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).searchParams.get('actor')).toBe(await plain.getAttribute('data-node'))
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
