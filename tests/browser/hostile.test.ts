/** Pages over hostile data in a browser: nothing runs, nothing is asked of another server, the policy is never called upon. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOSTILE } from '../built.ts'
import { kindOf, pathsOf } from '../site/page.ts'
import { visit, WINDOWS, type Visitor } from './browser.ts'

const kinds = new Map<string, string[]>()
for (const path of pathsOf(HOSTILE)) kinds.set(kindOf(path), [...(kinds.get(kindOf(path)) ?? []), path])

let visitor: Visitor
beforeAll(async () => {
  visitor = await visit(HOSTILE)
})
afterAll(() => visitor.close())

// Several records, since each holds another string.
test.each([...kinds].map(([kind, paths]) => [kind, paths.slice(0, kind === '/incidents/*/' ? 6 : 1)] as const))(
  '%s',
  async (_kind, paths) => {
    for (const path of paths) {
      const { page, problems, close } = await visitor.open(path, { viewport: WINDOWS.phone })
      const dialogs: string[] = []
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message())
        void dialog.dismiss()
      })
      // Scripts put words into the page when they are asked to: lists, cards, results.
      for (const details of await page.locator('main details:visible > summary').all())
        await details.click({ timeout: 2_000 }).catch(() => undefined)
      const search = page.locator('input[type="search"]:visible').first()
      if ((await search.count()) > 0) await search.fill('alert')
      await page.evaluate(() => scrollBy(0, 3 * innerHeight))
      await page.waitForTimeout(100)
      expect(dialogs, path).toEqual([])
      // Pictures are left out of this site.
      expect(
        problems.filter((problem) => !/\.png$|Failed to load resource/.test(problem)),
        path,
      ).toEqual([])
      expect(
        await page
          .locator(
            '[onerror], [onload], [onclick], [onmouseover], main script:not([src]):not([type="application/ld+json"]):not([type="application/json"])',
          )
          .count(),
        path,
      ).toBe(0)
      await close()
    }
  },
)
