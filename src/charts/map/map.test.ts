import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { currentDataset } from '../../dataset/current.ts'
import type { Dataset } from '../../dataset/dataset.ts'
import { pointOf } from '../../dataset/point.ts'
import { select } from '../../dataset/query.ts'
import { WIDTHS, type Canvas } from '../chart.ts'
import { overlapping } from '../labels.ts'
import { PAGE_PAINT, paintOf } from '../palette.ts'
import { LEAST_SIZE } from '../text.ts'
import { baseMap } from './base.ts'
import { locatorMap } from './locator.ts'
import { datasetOf, incident, place, SAMPLE } from './map.fixtures.ts'
import { mapChart } from './map-chart.ts'
import { mapModel, shortName, spreadOf } from './model.ts'
import { extentOf, frameOf, scaleLength, type MapId } from './projection.ts'
import { MAPS } from './spec.ts'
import { spreadDiscs } from './spread.ts'
import { isListed, regionTopology } from './topology.ts'

const ids = Object.keys(MAPS) as MapId[]
const page = (prefix: string, width: number): Canvas => ({
  width,
  paint: PAGE_PAINT,
  prefix,
  href: (path) => path,
  standalone: false,
})
const draw = (dataset: Dataset, id: MapId, canvas: Canvas) => {
  const chart = mapChart(MAPS[id])
  return chart.draw(chart.model(dataset), canvas)
}
const real = currentDataset()

test.each(ids.flatMap((id) => WIDTHS.map((width) => [id, width] as const)))(
  'on the real data no label of %s at %i px overlaps another, is small, or leaves the drawing',
  (id, width) => {
    const { labels, height } = draw(real, id, page('t', width))
    expect(labels.length).toBeGreaterThan(10)
    expect(overlapping(labels).map(([a, b]) => `${a.text} ~ ${b.text}`)).toEqual([])
    for (const label of labels) {
      expect(label.size, label.text).toBeGreaterThanOrEqual(LEAST_SIZE)
      expect(label.x, label.text).toBeGreaterThanOrEqual(-1)
      expect(label.x + label.width, label.text).toBeLessThanOrEqual(width + 1)
      expect(label.y + label.height, label.text).toBeLessThanOrEqual(height + 1)
    }
  },
)

test.each(ids)('the table of %s has a row for each record of its query, and none twice', (id) => {
  const chart = mapChart(MAPS[id])
  const rows = chart.table(chart.model(real)).rows
  const wanted = select(real, chart.query)
  expect(rows.map((row) => row['id']).sort()).toEqual(wanted.map((item) => item.id).sort())
  expect(wanted.every((item) => item.kind !== 'event')).toBe(true)
  const located = wanted.filter((item) => pointOf(item, real) !== null)
  expect(
    rows
      .filter((row) => row['drawn'] === 'place' || row['drawn'] === 'position')
      .map((row) => row['id'])
      .sort(),
  ).toEqual(located.map((item) => item.id).sort())
  expect(chart.model(real)).toMatchObject({ total: wanted.length, located: located.length })
  expect(chart.title(chart.model(real))).toContain(String(located.length))
})

test.each(ids)('no record of %s that names only an area or a country has a point', (id) => {
  const model = mapModel(real, MAPS[id])
  for (const spot of model.spots) {
    for (const { id: record } of spot.records) {
      const item = real.byId.get(record)
      expect(
        item?.position !== null || item.place.precision === 'site' || item.place.precision === 'town',
        record,
      ).toBe(true)
    }
  }
})

test.each(ids)('every position at sea on %s says how it was obtained', (id) => {
  const chart = mapChart(MAPS[id])
  for (const row of chart.table(chart.model(real)).rows)
    if (row['drawn'] === 'position') expect(String(row['how'])).not.toBe('')
})

test.each(ids)('the drawing of %s for a phone stays under 30 kB, all its widths under 70 kB (gzip)', (id) => {
  const all = WIDTHS.map((width) => draw(real, id, page(`${id}-${String(width)}`, width)).svg)
  expect(gzipSync(all[0] ?? '').length).toBeLessThan(30_000)
  expect(gzipSync(all.join('')).length).toBeLessThan(70_000)
})

test.each(ids)('the drawing of %s has no inline style, and is the same when drawn again', (id) => {
  const { svg } = draw(real, id, page('t', 358))
  expect(svg).not.toMatch(/\sstyle=/)
  expect(svg).not.toContain('NaN')
  expect(svg).not.toContain('undefined')
  expect(draw(real, id, page('t', 358)).svg).toBe(svg)
})

const GOLDEN = join(import.meta.dirname, 'golden')
const cases = ids.flatMap((id) =>
  WIDTHS.flatMap((width) =>
    (['light', 'dark'] as const).map((theme) => ({ id, width, theme, file: `${id}-${String(width)}-${theme}.svg` })),
  ),
)

test.each(cases)('$file is as it was', ({ id, width, theme, file }) => {
  const chart = mapChart(MAPS[id])
  const { svg } = chart.draw(chart.model(SAMPLE), {
    width,
    paint: paintOf(theme),
    prefix: 'golden',
    href: null,
    standalone: true,
  })
  const golden = join(GOLDEN, file)
  mkdirSync(GOLDEN, { recursive: true })
  const before = existsSync(golden) ? readFileSync(golden, 'utf8') : ''
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, svg)
  else if (before !== svg) writeFileSync(golden.replace('.svg', '.changed.svg'), svg)
  expect(
    process.env['UPDATE_GOLDEN'] === '1' || before === svg,
    `differs: look at ${file.replace('.svg', '.changed.svg')}`,
  ).toBe(true)
})

test('no golden drawing is left over', () => {
  const known = new Set(cases.map(({ file }) => file))
  expect(readdirSync(GOLDEN).filter((file) => !file.includes('.changed.') && !known.has(file))).toEqual([])
})

test('an empty dataset draws a map without marks', () => {
  for (const id of ids) {
    const chart = mapChart(MAPS[id])
    const model = chart.model(datasetOf([]))
    expect(chart.draw(model, page('t', 358)).svg).toContain('<svg')
    expect(chart.title(model)).toContain('no records')
    expect(chart.describe(model)).toContain('no records')
    expect(chart.table(model).rows).toEqual([])
  }
})

test('one record draws one link to its page', () => {
  const { svg } = draw(datasetOf([incident({ id: 'one' })]), 'map-iraq-syria', page('t', 704))
  expect(svg.match(/<a /g)).toHaveLength(1)
  expect(svg).toContain('href="/incidents/one/"')
})

test('ten thousand records at one place are one mark with its number, and at one position too', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => incident({ id: `r-${String(i)}` }))
  const { svg, labels } = draw(datasetOf(many), 'map-iraq-syria', page('t', 358))
  expect(labels.some((label) => label.text.includes('10,000'))).toBe(true)
  expect(svg.length).toBeLessThan(60_000)
  const position = { lat: 14.2, lon: 42.3, how: 'printed' }
  const ships = many.map((item) => ({ ...item, theatre: 'red-sea', front: 'sea', position }) as const)
  expect(draw(datasetOf(ships), 'map-red-sea', page('t', 358)).svg.length).toBeLessThan(90_000)
  const held = many.map((item) => ({ ...item, place: { ...item.place, id: 'iraq', precision: 'country' } }) as const)
  const waiting = draw(datasetOf(held), 'map-iraq-syria', page('t', 358))
  expect(waiting.labels.some((label) => label.text === '10,000')).toBe(true)
  expect(waiting.height).toBeLessThan(2_000)
})

test('names of sixty characters are cut, overlap nothing and stay in the drawing', () => {
  const long = Array.from({ length: 12 }, (_, i) =>
    place([
      `long-${String(i)}`,
      `${'Wadi al-Wadi '.repeat(5)}${String(i)}`.slice(0, 60),
      'base',
      'Iraq',
      null,
      33 + i * 0.2,
      42 + i * 0.2,
      'exact',
    ]),
  )
  const records = long.flatMap(({ id }, i) =>
    Array.from({ length: i + 1 }, (_, n) => incident({ id: `${id}-${String(n)}`, place: id })),
  )
  for (const width of WIDTHS) {
    const { labels } = draw(datasetOf(records, long), 'map-iraq-syria', page('t', width))
    expect(overlapping(labels)).toEqual([])
    for (const label of labels) expect(label.x + label.width).toBeLessThanOrEqual(width + 1)
  }
})

test('hostile text comes out as text', () => {
  const { svg } = draw(
    datasetOf([incident({ id: 'x', title: '"><script>alert(1)</script>' })]),
    'map-iraq-syria',
    page('t', 358),
  )
  expect(svg).not.toContain('<script')
})

test('a site whose coordinates stand for its surroundings is soft, and not located', () => {
  const model = mapModel(SAMPLE, MAPS['map-iraq-syria'])
  expect(model.spots.find((spot) => spot.place === 'charlie')).toMatchObject({ soft: true })
  expect(model).toMatchObject({ total: 55, located: 31, soft: 9 })
  expect(model.holdings.map(({ name, records }) => [name, records.length])).toEqual([
    ['Iraq', 14],
    ['No open coordinates', 1],
  ])
})

test('the half-width of a computed position follows from its distance; a printed one has none', () => {
  expect(spreadOf('approx., computed from 50 nm W of Hodeidah')).toBe(35)
  expect(spreadOf("approx., computed from '100 nm SW of Aden'")).toBe(71)
  expect(spreadOf('printed in the alert; about 77 nm west of Hodeidah')).toBeNull()
})

test('short names keep what tells places apart', () => {
  expect(shortName('Ain al-Asad Air Base')).toBe('Ain al-Asad air base')
  expect(shortName('Conoco base (Mission Support Site Euphrates)')).toBe('Conoco base')
  expect(shortName('Al-Qaim / Albu Kamal border crossing')).toBe('Al-Qaim crossing')
  expect(shortName('Port of Haifa')).toBe('Haifa port')
})

test('discs that would overlap part, and none goes further than it may', () => {
  const discs = Array.from({ length: 12 }, (_, i) => ({ x: 100 + (i % 3), y: 100, r: 5 }))
  const moved = spreadDiscs(discs, 60)
  moved.forEach((a, i) => {
    for (const b of moved.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(9)
    expect(Math.hypot(a.x - (discs[i]?.x ?? 0), a.y - (discs[i]?.y ?? 0))).toBeLessThanOrEqual(60.01)
  })
})

test('every listed border is found in the atlas, and only between its pair', () => {
  const shapes = regionTopology().objects.countries.geometries
  const known = (name: string) => shapes.some((shape) => (shape.properties as { name: string }).name === name)
  for (const border of real.borders) expect(border.names.every(known), border.names.join(' and ')).toBe(true)
  const by = (name: string) => {
    const shape = shapes.find((item) => (item.properties as { name: string }).name === name)
    if (shape === undefined) throw new Error(name)
    return shape as Parameters<typeof isListed>[1]
  }
  const somaliland = { countries: ['706', null], names: ['Somalia', 'Somaliland'] }
  expect(isListed(somaliland, by('Somaliland'), by('Somalia'))).toBe(true)
  expect(isListed(somaliland, by('Somaliland'), by('Ethiopia'))).toBe(false)
  expect(isListed(somaliland, by('Somalia'), by('Ethiopia'))).toBe(false)
})

test('a listed border is drawn dotted and no longer among the others', () => {
  const none = baseMap('map-region', 358, { borders: [] })
  const some = baseMap('map-region', 358, real)
  expect(none.disputed).toBe('')
  expect(some.disputed).not.toBe('')
  expect(some.borders.length).toBeLessThan(none.borders.length)
  expect(some.land).toBe(none.land)
})

test.each(ids)('%s is conformal and true to scale at its centre', (id) => {
  const { projection, extent, width, height, kilometresPerPixel } = frameOf(extentOf(id, 704), 704)
  const lon = (extent.west + extent.east) / 2
  const lat = (extent.south + extent.north) / 2
  const at = (x: number, y: number) => projection([x, y]) ?? [0, 0]
  const [x, y] = at(lon, lat)
  expect(x).toBeCloseTo(width / 2, 0)
  const step = 0.01
  const east = Math.hypot(at(lon + step, lat)[0] - x, at(lon + step, lat)[1] - y) / Math.cos((lat * Math.PI) / 180)
  const north = Math.hypot(at(lon, lat + step)[0] - x, at(lon, lat + step)[1] - y)
  expect(east / north).toBeCloseTo(1, 2)
  expect((step * 111.195) / north / kilometresPerPixel).toBeCloseTo(1, 1)
  expect(height).toBeGreaterThan(300)
})

test('scale bars are round', () => {
  expect(scaleLength(1, 150)).toBe(100)
  expect(scaleLength(2, 150)).toBe(200)
  expect(scaleLength(4, 150)).toBe(500)
})

test('a locator map of any place of the gazetteer is under 6 kB, its labels apart', () => {
  for (const item of real.places.values()) {
    if (item.lat === null || item.lon === null) continue
    const { svg, labels } = locatorMap(
      { lat: item.lat, lon: item.lon, name: item.name, soft: item.precision === 'area' },
      real,
      page('t', 280),
    )
    expect(svg.length, item.id).toBeLessThan(6_000)
    expect(overlapping(labels).map(([a, b]) => `${item.id}: ${a.text} ~ ${b.text}`)).toEqual([])
  }
})
