/** Every address that an edition is promised to have, read from the built site. */
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { frozenCharts } from '../../src/charts/frozen.ts'
import { BUILT, SITE } from '../built.ts'
import { pageOf } from './page.ts'

const charts = frozenCharts().map((frozen) => [`${frozen.edition.name} ${frozen.chart.id}`, frozen] as const)
const file = (path: string): Buffer => readFileSync(join(BUILT.root.root, path))
// Width and height stand in a PNG's first chunk.
const sizeOf = (png: Buffer): readonly [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]

test('two editions ship, with every chart', () => {
  expect([...new Set(charts.map(([, { edition }]) => edition.name))]).toEqual(['2023-11-08', '2025-04-23'])
})

describe.each(charts)('%s', (_, { chart, edition, label, root }) => {
  const title = chart.title(null)

  test('has an embed page with the kept title, the exact label and a link back, kept out of search engines', () => {
    const page = pageOf(BUILT.root, `${root}/embed/${chart.id}/`)
    expect(page.title).toBe(title)
    expect(page.html).toContain(label)
    const links = page.head.filter(({ name }) => name === 'link').map(({ attributes }) => attributes)
    expect(links.find(({ rel }) => rel === 'canonical')?.['href']).toBe(`${SITE}/charts/${chart.id}/`)
    expect(links.find(({ type }) => type === 'application/json+oembed')?.['href']).toBe(
      `${SITE}${root}/oembed/${chart.id}.json`,
    )
    expect(page.head.find(({ attributes }) => attributes['name'] === 'robots')?.attributes['content']).toBe('noindex')
    expect(page.links.some(({ element, url }) => element === 'a' && url === `/charts/${chart.id}/`)).toBe(true)
  })

  test('has pictures, light and dark, once and twice as large, and a card', () => {
    for (const theme of ['', '-dark']) {
      const svg = file(`${root}/charts/${chart.id}${theme}.svg`).toString('utf8')
      expect(svg).toMatch(/^<svg[^>]*viewBox=/)
      const [width, height] = sizeOf(file(`${root}/charts/${chart.id}${theme}.png`))
      const [twice, tall] = sizeOf(file(`${root}/charts/${chart.id}${theme}@2x.png`))
      expect(width).toBeGreaterThan(300)
      expect([twice, tall]).toEqual([2 * width, 2 * height])
    }
    expect(sizeOf(file(`${root}/charts/${chart.id}-card.png`))).toEqual([1200, 630])
  })

  test('has its table as it was kept', () => {
    const rows = parse(file(`${root}/charts/${chart.id}.csv`), { columns: true, bom: true }) as unknown[]
    expect(rows).toHaveLength(edition.charts[chart.id]?.table.rows.length ?? -1)
  })

  test('has an oEmbed record: one plain frame of the frozen page', () => {
    const record = JSON.parse(file(`${root}/oembed/${chart.id}.json`).toString('utf8')) as Record<string, unknown>
    expect(record).toMatchObject({ version: '1.0', type: 'rich', title })
    expect(record['thumbnail_url']).toBe(`${SITE}${root}/charts/${chart.id}-card.png`)
    expect(String(record['html'])).toMatch(
      new RegExp(`^<iframe src="${SITE}${root}/embed/${chart.id}/" title="[^"]+" width="\\d+" height="\\d+"`),
    )
  })
})
