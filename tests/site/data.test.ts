/** The open data and the feeds of a built site, read by other people's validators. */
import { check } from '@placemarkio/check-geojson'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { currentDataset } from '../../src/dataset/current.ts'
import { placesInUse } from '../../src/dataset/connections.ts'
import { BUILT, SITE } from '../built.ts'

const dataset = currentDataset()
const at = (path: string): string => join(BUILT.root.root, path)
const textOf = (path: string): string => readFileSync(at(path), 'utf8')
const jsonOf = (path: string): unknown => JSON.parse(textOf(path))

interface Resource {
  readonly name: string
  readonly tabular: boolean
  /** Reads the table, checks every cell and key; throws with `errors` where one is wrong. */
  readonly read: (options: { keyed: boolean; relations: boolean }) => Promise<readonly Record<string, unknown>[]>
}

interface DataPackage {
  readonly valid: boolean
  readonly errors: readonly Error[]
  readonly resources: readonly Resource[]
}

// The library of the Frictionless project; it brings no types.
const { Package } = createRequire(import.meta.url)('datapackage') as {
  Package: { load: (descriptor: unknown, options: { basePath: string }) => Promise<DataPackage> }
}

describe('the open data', () => {
  test('is a data package whose tables hold what their schemas promise, keys and references included', async () => {
    const read = await Package.load(jsonOf('data/datapackage.json'), { basePath: at('data') })
    expect(read.errors.map(({ message }) => message)).toEqual([])
    const rows: Record<string, number> = {}
    for (const resource of read.resources)
      if (resource.tabular) rows[resource.name] = (await resource.read({ keyed: true, relations: true })).length
    expect(rows).toEqual({
      incidents: dataset.incidents.length,
      accounts: dataset.incidents.reduce((sum, { accounts }) => sum + accounts.length, 0),
      sources: dataset.incidents.reduce((sum, { sources }) => sum + sources.length, 0),
    })
  })

  test('names every file of the package with its true size and sum', () => {
    const { resources } = jsonOf('data/datapackage.json') as {
      resources: { path: string; bytes: number; hash: string }[]
    }
    expect(resources.length).toBeGreaterThan(5)
    for (const { path, bytes, hash } of resources) {
      const content = readFileSync(at(`data/${path}`))
      expect([path, content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]).toEqual([
        path,
        bytes,
        hash,
      ])
    }
  })

  test('has checksums that match, for every file of its folder', () => {
    const sums = new Map(
      textOf('data/SHA256SUMS')
        .trim()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    )
    for (const [name, sum] of sums)
      expect([
        name,
        createHash('sha256')
          .update(readFileSync(at(`data/${name}`)))
          .digest('hex'),
      ]).toEqual([name, sum])
    const files = readdirSync(at('data')).filter((name) => /\.(csv|json|geojson|bib)$/.test(name))
    expect(files.filter((name) => !sums.has(name))).toEqual([])
  })

  test('has GeoJSON by RFC 7946, a feature a record', () => {
    const { features } = check(textOf('data/incidents.geojson')) as { features: { id?: string | number }[] }
    expect(features.map(({ id }) => id)).toEqual(dataset.incidents.map(({ id }) => id))
    expect(() => check('{"type":"Feature","geometry":{"type":"Point","coordinates":[1]},"properties":{}}')).toThrow()
  })

  test('has a JSON Schema that every record of data/ meets, and that refuses another', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false })
    addFormats.default(ajv)
    const valid = ajv.compile(jsonOf('data/schema/incident.schema.json') as object)
    const files = readdirSync('data/incidents', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    )
    expect(files).toHaveLength(dataset.incidents.length)
    for (const file of files) {
      const record = JSON.parse(readFileSync(join('data/incidents', file), 'utf8')) as object
      expect(valid(record) ? [] : valid.errors, file).toEqual([])
    }
    expect(valid({ title: 'Without all else' })).toBe(false)
  })

  test('can be cited: BibTeX and CSL-JSON say title, version and address', () => {
    const [csl] = jsonOf('data/citation.json') as { type: string; version: string; URL: string }[]
    expect(csl).toMatchObject({ type: 'dataset', version: dataset.card.version, URL: `${SITE}/data/` })
    expect(textOf('data/citation.bib')).toContain(dataset.card.version)
  })
})

describe('the feeds', () => {
  test('are Atom and JSON Feed to an independent reader, with the same entries', () => {
    const atom = parseAtomFeed(textOf('feed.xml'))
    const json = parseJsonFeed(textOf('feed.json'))
    const ids = (atom.entries ?? []).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
    expect((json.items ?? []).map(({ id }) => id)).toEqual(ids)
    for (const { id, title, updated, links } of atom.entries ?? []) {
      // Ids outlive a move to another host.
      expect(id).not.toContain(new URL(SITE).host)
      expect(title).toBeTruthy()
      expect(Number.isNaN(Date.parse(String(updated)))).toBe(false)
      const address = links?.[0]?.href ?? ''
      expect(existsSync(at(`${new URL(address).pathname}index.html`)), address).toBe(true)
    }
  })
})

describe('the pages of the record', () => {
  test('are there for every record, every actor, every place in use and every month', () => {
    const months = new Set(dataset.incidents.map(({ date }) => date.start.slice(0, 7)))
    const paths = [
      ...dataset.incidents.map(({ id }) => `incidents/${id}`),
      ...[...dataset.actors.keys()].map((id) => `actors/${id}`),
      ...placesInUse(dataset).map((id) => `places/${id}`),
      ...[...months].map((month) => `explore/${month}`),
    ]
    expect(paths.filter((path) => !existsSync(at(`${path}/index.html`)))).toEqual([])
  })

  test('hold every account and link every source of a record, safely', () => {
    for (const { id, sources, accounts } of dataset.incidents) {
      const html = textOf(`incidents/${id}/index.html`)
      for (const { url, archive } of sources)
        for (const address of archive === null ? [url] : [url, archive])
          expect(
            html.includes(
              `href="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" rel="noopener noreferrer nofollow external"`,
            ) ||
              html.includes(
                `href="${address.replaceAll('&', '&#38;').replaceAll('"', '&#34;')}" rel="noopener noreferrer nofollow external"`,
              ),
            `${id}: ${address}`,
          ).toBe(true)
      expect(html.match(/Decides the level of evidence|Basis: /g)?.length ?? 0, id).toBeGreaterThanOrEqual(
        accounts.length,
      )
    }
  })

  test('the tables by month hold the whole record without script', () => {
    const months = [...new Set(dataset.incidents.map(({ date }) => date.start.slice(0, 7)))]
    const tables = new Map(months.map((month) => [month, textOf(`explore/${month}/index.html`)]))
    expect(
      dataset.incidents.filter(
        ({ id, date }) => tables.get(date.start.slice(0, 7))?.includes(`/incidents/${id}/"`) !== true,
      ),
    ).toEqual([])
  })

  test('their structured data has absolute ids and addresses, and trails that exist', () => {
    const paths = ['incidents/2023-11-19-galaxy-leader-1', 'actors/ansar-allah-houthis', 'places/red-sea', 'data']
    for (const path of paths) {
      const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(textOf(`${path}/index.html`))?.[1]
      const data = JSON.parse(block ?? 'null') as object
      const walk = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return
        for (const [key, inner] of Object.entries(value)) {
          if ((key === '@id' || key === 'item' || key === 'url' || key === 'contentUrl') && typeof inner === 'string') {
            expect(inner.startsWith(`${SITE}/`), `${path}: ${key} ${inner}`).toBe(true)
            const file = new URL(inner).pathname
            expect(existsSync(at(file.endsWith('/') ? `${file}index.html` : file)), inner).toBe(true)
          } else walk(inner)
        }
      }
      expect(data).not.toBeNull()
      walk(data)
    }
  })
})
