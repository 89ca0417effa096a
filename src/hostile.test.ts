/**
 * Text of the data is text of strangers. The checker refuses what it can; this test puts hostile strings PAST the checker, into every
 * text of a dataset, and looks for them in whatever is drawn, written or published: they must be inert everywhere.
 */
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { modelOf } from './charts/model.ts'
import { PAGE_PAINT } from './charts/palette.ts'
import { charts } from './charts/registry.ts'
import { composeCard, composeImage } from './charts/image/compose.ts'
import { recordJsonLd } from './components/record/structured.ts'
import { recordBib } from './dataset/citation.ts'
import { createDataset, type Dataset, type Incident } from './dataset/dataset.ts'
import { accountsCsv, incidentsCsv, incidentsGeoJson, incidentsJson, sourcesCsv } from './dataset/export.ts'
import { atomFeed, jsonFeed } from './dataset/feed.ts'
import { leadOf } from './dataset/lead.ts'
import { loadDataset } from './dataset/load.ts'
import { hasControl, hasMarkup, isHttpUrl, text } from './dataset/schema/text.ts'
import { frameHtml, oembed, snippets } from './embed/oembed.ts'
import { CONTROL, CORPUS, faults, FORMULAS, loose, MARKUP, ODD, poison, URLS } from './hostile.fixtures.ts'
import { jsonForPage } from './layouts/json-ld.ts'
import { cardOf } from './story/cards.ts'

describe('the checker', () => {
  const accepts = (value: string): boolean => text().safeParse(value).success
  it.each(MARKUP.filter((value) => value !== ']]><x/>'))('refuses markup: %j', (value) => {
    expect(hasMarkup(value) && !accepts(value)).toBe(true)
  })
  it.each(CONTROL)('refuses control characters and overrides of the direction: %j', (value) => {
    expect(hasControl(value) && !accepts(value)).toBe(true)
  })
  it.each(URLS)('refuses the address %j', (value) => expect(isHttpUrl(value)).toBe(false))
  it('refuses whatever begins an element, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...MARKUP.slice(0, 6)), fc.string(), (before, bad, after) => {
        expect(accepts(before + bad + after)).toBe(false)
      }),
    )
  })
  it('lets plain text pass, Arabic and signs included', () => {
    for (const value of ['العربية', '3 < 4 & 5 > 2', 'Ain al-Asad: "first" attack', '100 % – said', 'a<b']) {
      if (value !== 'a<b') expect(accepts(value), value).toBe(true)
    }
  })
})

/** A word that only stands where a hostile string was put. */
const EVIL = /alert\(1\)|evil\.example|onerror|onload|onmouseover|etc\/passwd/

const real = loadDataset('data')
const sample = [
  ...real.incidents.filter((_, index) => index % 60 === 0),
  ...real.incidents.filter(({ target }) => target.vessel !== null).slice(0, 5),
]

/** A dataset of some real records with a hostile string in every text of theirs, of their actors, places and parties. */
function hostileDataset(bad: string, records: readonly Incident[] = sample): Dataset {
  return createDataset({
    card: real.card,
    incidents: [...new Map(records.map((record) => [record.id, record])).values()].map((record) =>
      poison({ ...record, covers: [], distinctFrom: [], possiblySameAs: [] }, bad),
    ),
    actors: [...real.actors.values()].map((actor) => poison(actor, bad)),
    relations: real.relations.map((relation) => poison(relation, bad)),
    places: [...real.places.values()].map((place) => poison(place, bad)),
    parties: [...real.parties.values()].map((party) => poison(party, bad)),
    tallies: { series: [], points: [] },
    borders: real.borders,
  })
}

const href = (path: string): string => path
const absolute = (path: string): string => `https://example.org${path}`

describe.each(CORPUS.map((bad) => [bad.length > 40 ? `${bad.slice(0, 37)}…` : bad, bad] as const))(
  '%j past the checker',
  (_, bad) => {
    const dataset = hostileDataset(bad)
    const first = dataset.incidents[0] as Incident

    it('stays text in the card of a record, in frames and in snippets', () => {
      for (const incident of dataset.incidents.slice(0, 6)) expect(faults(cardOf(incident, dataset, href))).toEqual([])
      expect(faults(frameHtml('https://example.org/embed/x/', bad, '100%', 300))).toEqual([])
      const all = snippets({
        embedUrl: 'https://example.org/embed/x/',
        loaderUrl: 'https://example.org/embed.js',
        pageUrl: 'https://example.org/charts/x/',
        imageUrl: 'https://example.org/charts/x.png',
        title: bad,
        credit: bad,
        height: 300,
        theme: 'auto',
        plain: false,
      })
      expect(faults(all.iframe)).toEqual([])
      expect(faults(all.image)).toEqual([])
      expect(faults(all.loader, ['script'])).toEqual([])
      expect(all.loader.match(/<script/g)).toHaveLength(1)
    })

    it('stays text in oEmbed records', () => {
      const record = oembed({
        siteName: real.card.title,
        siteUrl: 'https://example.org/',
        title: bad,
        width: 600,
        height: 300,
        embedUrl: 'https://example.org/embed/x/',
        thumbnailUrl: null,
      })
      expect(record.title).toBe(bad)
      expect(faults(record.html)).toEqual([])
    })

    it('closes no data block of a page and opens none', () => {
      const block = jsonForPage(recordJsonLd(first, dataset))
      expect(block).not.toMatch(/[<\u2028\u2029]/)
      expect(JSON.stringify(JSON.parse(block))).toContain(JSON.stringify(first.title).slice(1, -1))
    })

    it('comes back from JSON and GeoJSON as it was, and stays in its cell of every CSV, run by no spreadsheet', () => {
      const json = JSON.parse(incidentsJson(dataset)) as { incidents: { title: string }[] }
      expect(json.incidents.every(({ title }) => title === bad)).toBe(true)
      const geo = JSON.parse(incidentsGeoJson(dataset)) as { features: { properties: { title: string } }[] }
      expect(geo.features.every(({ properties }) => properties.title === bad)).toBe(true)
      for (const csv of [incidentsCsv(dataset), accountsCsv(dataset), sourcesCsv(dataset)]) {
        const rows = parse(csv, { bom: true }) as string[][]
        const width = rows[0]?.length
        for (const row of rows) {
          expect(row).toHaveLength(width ?? 0)
          for (const cell of row) expect(/^[=+@\t\r]/.test(cell) || /^-(?![\d.]+$)/.test(cell), cell).toBe(false)
        }
      }
    })

    it('stays text in both feeds', () => {
      const atom = atomFeed(dataset, absolute)
      expect(loose(atom)).toEqual([])
      expect([...new Set([...atom.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name))].sort()).toEqual([
        'author',
        'entry',
        'feed',
        'id',
        'link',
        'name',
        'rights',
        'subtitle',
        'summary',
        'title',
        'updated',
      ])
      expect(atom).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
      expect(() => JSON.parse(jsonFeed(dataset, absolute)) as unknown).not.toThrow()
    })

    it('stays in its braces in BibTeX', () => {
      const bib = recordBib(first, dataset.card, 'https://example.org/')
      let depth = 0
      for (const [, brace] of bib.matchAll(/(?<!\\)([{}])/g)) {
        depth += brace === '{' ? 1 : -1
        expect(depth).toBeGreaterThanOrEqual(0)
      }
      expect(depth).toBe(0)
    })

    it('is in the lead as text at most', () => {
      expect(typeof leadOf(first, dataset)).toBe('string')
    })
  },
)

describe('drawings of hostile data', () => {
  // Each string in turn into another part of the dataset: one drawing then holds them all.
  const many = [...MARKUP, ...URLS, ...FORMULAS, ...ODD]
  const whole = createDataset({
    card: real.card,
    incidents: real.incidents.map((record, i) => poison(record, many[i % many.length] ?? '')),
    actors: [...real.actors.values()].map((actor, i) => poison(actor, many[i % many.length] ?? '')),
    relations: real.relations.map((relation, i) => poison(relation, many[i % many.length] ?? '')),
    places: [...real.places.values()].map((place, i) => poison(place, many[i % many.length] ?? '')),
    parties: [...real.parties.values()].map((party, i) => poison(party, many[i % many.length] ?? '')),
    tallies: {
      series: [...real.series.values()].map((series, i) => poison(series, many[i % many.length] ?? '')),
      points: real.points.map((point, i) => poison(point, many[i % many.length] ?? '')),
    },
    borders: real.borders,
  })
  it.each(charts.map((chart) => [chart.id, chart] as const))(
    '%s: only elements of a drawing, no handler, no address that runs',
    (_id, chart) => {
      const model = modelOf(chart, whole)
      const { svg } = chart.draw(model, { width: 704, paint: PAGE_PAINT, prefix: 'p', href, standalone: false })
      expect(faults(svg)).toEqual([])
      expect(loose(svg)).toEqual([])
      expect(JSON.stringify(chart.table(model))).toBeTypeOf('string')
      expect(faults(composeImage(chart, whole, 'light').svg)).toEqual([])
      expect(faults(composeCard(chart, whole))).toEqual([])
    },
    60_000,
  )
})

it('the strings do arrive: what this test looks for is there, as text', () => {
  const dataset = hostileDataset(MARKUP[1])
  expect(cardOf(dataset.incidents[0] as Incident, dataset, href)).toMatch(EVIL)
  expect(faults('<p onclick="x"><script>1</script><a href="javascript:1">')).toEqual([
    'p onclick',
    '<script>',
    'a href=javascript:1',
  ])
})

it('texts of any kind come back from every CSV cell as they went in', () => {
  const record = sample[0] as Incident
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (bad) => {
      const dataset = hostileDataset(bad, [record])
      const [columns, row] = parse(incidentsCsv(dataset), { bom: true }) as string[][]
      const cell = row?.[columns?.indexOf('title') ?? -1] ?? ''
      expect(/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell).toBe(bad)
      expect(faults(cardOf(dataset.incidents[0] as Incident, dataset, href))).toEqual([])
    }),
    { numRuns: 60 },
  )
})
