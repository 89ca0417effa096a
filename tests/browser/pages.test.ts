/** Every kind of page in a browser: nothing fails, nothing is asked of others, nobody is shut out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUILT } from '../built.ts'
import { kindOf, pathsOf } from '../site/page.ts'
import { axe, visit, WINDOWS, type Visitor } from './browser.ts'

/** One page of each kind: the first. Charts are each a kind, since each draws something else. */
const kinds = new Map<string, string>()
for (const path of pathsOf(BUILT.root)) if (!kinds.has(kindOf(path))) kinds.set(kindOf(path), path)

let visitor: Visitor
beforeAll(async () => {
  visitor = await visit(BUILT.root)
})
afterAll(() => visitor.close())

describe.each([...kinds])('%s (%s)', (_kind, path) => {
  test.each([
    ['phone', 'light'],
    ['desktop', 'dark'],
  ] as const)(
    'on a %s, %s: no error, no foreign request, no sideways scroll, nothing for axe to find',
    async (window, theme) => {
      const { page, problems, close } = await visitor.open(path, { viewport: WINDOWS[window], colorScheme: theme })
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBe(0)
      expect(await axe(page)).toEqual([])
      expect(problems).toEqual([])
      await close()
    },
  )

  test('without script the text and a drawing are there', async () => {
    const { page, problems, close } = await visitor.open(path, { javaScriptEnabled: false, viewport: WINDOWS.phone })
    expect(await page.locator('h1').isVisible()).toBe(true)
    for (const figure of await page.locator('figure.figure').all())
      expect(await figure.locator('.drawing:visible').count()).toBe(1)
    expect(problems).toEqual([])
    await close()
  })
})

test('the site works under a sub-path', async () => {
  const sub = await visit(BUILT.sub)
  const { page, problems } = await sub.open('/')
  await page.locator('.masthead .name').click()
  await page.waitForLoadState('load')
  expect(new URL(page.url()).pathname).toBe(BUILT.sub.base)
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(/Source Serif 4/)
  expect(problems).toEqual([])
  await sub.close()
})
