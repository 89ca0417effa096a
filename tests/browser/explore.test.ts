/** Explore and the search as readers use them: filters, keyboard, addresses, paging, and downloads of exactly what is shown. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { currentDataset } from '../../src/dataset/current.ts'
import { readCsv } from '../../src/dataset/csv.ts'
import { incidentsCsv, incidentsGeoJson, incidentsJson } from '../../src/dataset/export.ts'
import { select, type Query } from '../../src/dataset/query.ts'
import { figure } from '../../src/dataset/words.ts'
import { BUILT } from '../built.ts'
import { axe, visit, WINDOWS, type Visitor } from './browser.ts'

const dataset = currentDataset()
const idsOf = (query: Query): string[] => select(dataset, query).map(({ id }) => id)

let visitor: Visitor
beforeAll(async () => {
  visitor = await visit(BUILT.root)
})
afterAll(() => visitor.close())

const ready = (page: Page): Promise<void> => page.locator('#explore[data-ready]').waitFor()

const open = async (path: string, options = {}) => {
  const opened = await visitor.open(path, options)
  await ready(opened.page)
  return opened
}

const words = (page: Page): Promise<string> => page.locator('.result').innerText()

/** The ids of the rows on this page of the table. */
const shown = (page: Page): Promise<string[]> =>
  page
    .locator('.explore tbody a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? ''))

async function saved(page: Page, format: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-format="${format}"]`)])
  expect(download.suggestedFilename()).toBe(`since-october-17.${format}`)
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

describe('Explore', () => {
  const FILTERS: readonly [string, string, Query][] = [
    ['fronts', 'sea', { fronts: ['sea'] }],
    ['evidence', 'disputed', { evidence: ['disputed'] }],
    ['kinds', 'seizure', { kinds: ['seizure'] }],
    ['actors', 'ansar-allah-houthis', { actors: ['ansar-allah-houthis'] }],
    ['weapons', 'one-way-drone', { weapons: ['one-way-drone'] }],
    ['targetTypes', 'base', { targetTypes: ['base'] }],
    ['outcomes', 'hit', { outcomes: ['hit'] }],
  ]

  test.each(FILTERS)('filters by %s with table, weeks, map and words', async (name, value, query) => {
    const { page, problems, close } = await open('/explore/')
    const before = await page.locator('.weeks svg > g').innerHTML()
    await page.locator(`[data-facet="${name}"] summary`).click()
    await page.locator(`input[name="${name}"][value="${value}"]`).check()
    const ids = idsOf(query)
    expect(ids.length).toBeGreaterThan(0)
    expect(await words(page)).toContain(`${figure(ids.length)} of ${figure(dataset.incidents.length)} records`)
    expect(await shown(page)).toEqual(ids.slice(0, 50))
    expect(await page.locator('.weeks svg > g').innerHTML()).not.toBe(before)
    expect(await page.locator('.map figcaption').innerText()).toContain(`of ${figure(ids.length)} records lie`)
    expect(new URL(page.url()).searchParams.get(name)).toBe(value)
    expect(problems).toEqual([])
    await close()
  })

  test('filters by days, by the rule that a record lies in every window it overlaps', async () => {
    const { page, close } = await open('/explore/')
    await page.fill('input[name="from"]', '2024-01-01')
    await page.fill('input[name="to"]', '2024-01-02')
    const ids = idsOf({ from: '2024-01-01', to: '2024-01-02' })
    expect(await shown(page)).toEqual(ids.slice(0, 50))
    const straddling = ids.filter((id) => (dataset.byId.get(id)?.date.start ?? '') < '2024-01-01')
    expect(straddling.length).toBeGreaterThan(0)
    await close()
  })

  test('finds Arabic names however they are spelt', async () => {
    const { page, close } = await open('/explore/')
    await page.fill('input[name="q"]', 'عَيْن الأسد')
    const first = await shown(page)
    expect(first.length).toBeGreaterThan(10)
    await page.fill('input[name="q"]', 'عين الاسد')
    expect(await shown(page)).toEqual(first)
    await close()
  })

  test('keeps its view in the address: a reload, a link and the way back show the same', async () => {
    const { page, close } = await open('/explore/?fronts=sea&evidence=claimed&sort=title&order=down&q=missile')
    const first = await shown(page)
    expect(first.length).toBeGreaterThan(3)
    expect(await page.locator('input[name="fronts"][value="sea"]').isChecked()).toBe(true)
    expect(await page.locator('input[name="q"]').inputValue()).toBe('missile')
    expect(await page.locator('th[aria-sort="descending"]').innerText()).toContain('Record')
    await page.reload()
    await ready(page)
    expect(await shown(page)).toEqual(first)
    await page.locator('.explore tbody a').first().click()
    await page.waitForURL(/\/incidents\//)
    await page.goBack()
    await ready(page)
    expect(await shown(page)).toEqual(first)
    await page.click('button[type="reset"]')
    expect(await words(page)).toContain(`${figure(dataset.incidents.length)} of`)
    await close()
  })

  test('keeps and tells filters that no control shows', async () => {
    const { page, close } = await open('/explore/?places=red-sea')
    expect(await page.locator('.more-filters').innerText()).toContain('red-sea')
    await page.locator('[data-facet="evidence"] summary').click()
    await page.locator('input[value="claimed"]').check()
    expect(await shown(page)).toEqual(idsOf({ places: ['red-sea'], evidence: ['claimed'] }).slice(0, 50))
    await close()
  })

  test('sorts, and turns pages without losing or doubling a record', async () => {
    const { page, close } = await open('/explore/?fronts=israel')
    const all: string[] = []
    for (;;) {
      all.push(...(await shown(page)))
      const next = page.locator('[data-page="1"]')
      if (await next.isDisabled()) break
      await next.click()
    }
    expect(all).toEqual(idsOf({ fronts: ['israel'] }))
    await page.click('[data-sort="date"]')
    expect((await shown(page))[0]).toBe(all.at(-1))
    expect(await page.locator('.page-of').innerText()).toMatch(/^1 of /)
    await close()
  })

  test('works by keyboard alone', async () => {
    const { page, close } = await open('/explore/')
    await page.locator('[data-facet="evidence"] summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await shown(page)).toEqual(idsOf({ evidence: ['confirmed'] }).slice(0, 50))
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
    expect(await page.locator('[data-facet="evidence"]').getAttribute('open')).toBeNull()
    await close()
  })

  test('downloads exactly what is shown, in its order, as the published files have it', async () => {
    const { page, problems, close } = await open('/explore/?fronts=sea&evidence=disputed,claimed&sort=date&order=down')
    const chosen = select(dataset, { fronts: ['sea'], evidence: ['disputed', 'claimed'] }).reverse()
    const csv = await saved(page, 'csv')
    expect(readCsv(new TextEncoder().encode(csv)).rows.map(({ cells }) => cells[0])).toEqual(chosen.map(({ id }) => id))
    expect(csv).toBe(incidentsCsv(dataset, chosen))
    expect(JSON.parse(await saved(page, 'json'))).toEqual(JSON.parse(incidentsJson(dataset, chosen)))
    expect(JSON.parse(await saved(page, 'geojson'))).toEqual(JSON.parse(incidentsGeoJson(dataset, chosen)))
    expect(problems).toEqual([])
    await close()
  })

  test('says so where nothing matches, and offers the way out', async () => {
    const { page, close } = await open('/explore/?q=zzzzqqqq')
    expect(await words(page)).toBe(`None of ${figure(dataset.incidents.length)} records matches these filters.`)
    expect(await page.locator('button[type="reset"]').isVisible()).toBe(true)
    await close()
  })

  test('fits a phone, filters open', async () => {
    const { page, close } = await open('/explore/', { viewport: WINDOWS.phone })
    await page.locator('[data-facet="actors"] summary').click()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await axe(page)).toEqual([])
    await close()
  })

  test('its filters are no dead controls where the script does not come', async () => {
    const { page, close } = await visitor.open('/explore/', { javaScriptEnabled: false })
    expect(await page.locator('.filters').isVisible()).toBe(false)
    expect(await page.locator('.explore tbody tr').count()).toBe(50)
    expect(await page.locator('.map svg > g circle').count()).toBeGreaterThan(50)
    await close()
    const failing = await visitor.open('/404.html')
    await failing.page.route('**/*.js', (route) =>
      /theme/.test(route.request().url()) ? route.continue() : route.abort(),
    )
    await failing.page.goto(new URL('explore/', visitor.site.url).href)
    expect(await failing.page.locator('.filters').getAttribute('inert')).not.toBeNull()
    expect(await failing.page.locator('.bar').getAttribute('inert')).not.toBeNull()
    await failing.close()
  })
})

describe('the search', () => {
  const find = async (page: Page, text: string): Promise<string[]> => {
    await page.fill('dialog.search input', text)
    return page
      .locator('dialog.search li a')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
  }

  test('finds records, actors and places; Arabic however it is spelt; and is closed by Escape', async () => {
    const { page, problems, close } = await visitor.open('/methodology/')
    await page.locator('.search-link').focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog.search[open] input').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    expect(await find(page, 'galaxy leader')).toContain('/incidents/2023-11-19-galaxy-leader-1/')
    expect(await find(page, 'kataib hezbollah')).toContain('/actors/kataib-hezbollah/')
    expect(await find(page, 'كتائب حزب الله')).toContain('/actors/kataib-hezbollah/')
    expect(await find(page, 'كتايب حزب الله')).toContain('/actors/kataib-hezbollah/')
    expect(await find(page, 'عين الاسد')).toContain('/places/ain-al-asad/')
    expect(await find(page, 'zzzzqqqq')).toEqual([])
    expect(await page.locator('dialog.search [role="status"]').innerText()).toBe('Nothing found.')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog.search[open]').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('search-link')
    expect(problems).toEqual([])
    await close()
  })

  test('Enter opens the first that was found', async () => {
    const { page, close } = await visitor.open('/')
    await page.locator('.search-link').click()
    await page.locator('dialog.search[open] input').waitFor()
    await find(page, 'kataib hezbollah')
    const first = await page.locator('dialog.search li a').first().getAttribute('href')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${first ?? ''}`)
    await close()
  })
})
