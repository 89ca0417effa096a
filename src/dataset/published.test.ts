import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { currentDataset } from './current.ts'
import { atomFeed, feedEntries, jsonFeed } from './feed.ts'
import { publishedFiles } from './published.ts'

const dataset = currentDataset()
const files = publishedFiles(dataset, 'https://example.org/data/')
const content = (name: string): string => files.find((file) => file.name === name)?.content ?? ''

describe('the published files', () => {
  it('match their checksums and their package', () => {
    const sums = content('SHA256SUMS').trimEnd().split('\n')
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ')
      expect(createHash('sha256').update(content(name)).digest('hex')).toBe(sum)
    }
    const pack = JSON.parse(content('datapackage.json')) as {
      resources: { path: string; bytes: number; schema?: { fields: { name: string }[] } }[]
    }
    for (const { path, bytes, schema } of pack.resources) {
      expect(Buffer.byteLength(content(path))).toBe(bytes)
      if (schema !== undefined)
        expect(schema.fields.map(({ name }) => name).join(',')).toBe(content(path).split('\n', 1)[0])
    }
  })

  it('holds records of the published schema, with what follows from them', () => {
    const schema = JSON.parse(readFileSync('public/data/schema/incident.schema.json', 'utf8')) as object
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const valid = ajv.compile(schema)
    const { incidents } = JSON.parse(content('incidents.json')) as { incidents: Record<string, unknown>[] }
    expect(incidents.length).toBe(dataset.incidents.length)
    for (const { id, front, evidence, ...record } of incidents) {
      expect(valid(record), `${String(id)}: ${JSON.stringify(valid.errors)}`).toBe(true)
      expect([typeof front, typeof evidence]).toEqual(['string', 'object'])
    }
  })
})

describe('the feeds', () => {
  const absolute = (path: string): string => `https://example.org${path}`
  it('have ids that know no host, each once', () => {
    const ids = feedEntries(dataset).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.join(' ')).not.toContain('example.org')
    const ours = JSON.parse(jsonFeed(dataset, absolute)) as { items: { id: string }[] }
    expect(ours.items.map(({ id }) => id)).toEqual(ids)
  })

  it('escape what would break XML', () => {
    const hostile = { ...dataset, card: { ...dataset.card, title: 'a <b> & "c" \u0001' } }
    expect(atomFeed(hostile, absolute)).toContain('<title>a &lt;b&gt; &amp; &quot;c&quot; : new')
  })
})
