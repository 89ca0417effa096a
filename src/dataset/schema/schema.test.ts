import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { publicRecord } from '../export.ts'
import { loadDataset } from '../load.ts'
import { codebook } from './codebook.ts'
import { fieldOf, type Field } from './field.ts'
import { FILES, incidentFile } from './file.ts'
import { jsonSchemas } from './json-schema.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const published = join(root, 'public', 'data', 'schema')
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8')) as unknown

describe('what follows from the schema', () => {
  it('stands in public/data/schema as it would be written today (npm run schema)', () => {
    expect(readdirSync(published).sort()).toEqual([...jsonSchemas().keys()].map((name) => `${name}.schema.json`).sort())
    for (const [name, schema] of jsonSchemas())
      expect(readFileSync(join(published, `${name}.schema.json`), 'utf8')).toBe(`${JSON.stringify(schema, null, 2)}\n`)
  })

  it('stands in docs/codebook.md as it would be written today (npm run schema)', () => {
    expect(readFileSync(join(root, 'docs', 'codebook.md'), 'utf8')).toBe(codebook())
  })

  it('says of every field what it means', () => {
    const silent: string[] = []
    const walk = (field: Field, path: string): void => {
      for (const [name, child] of field.fields) {
        if (child.description === null) silent.push(`${path}${name}`)
        walk(child, `${path}${name}.`)
        if (child.item !== null) walk(child.item, `${path}${name}[].`)
      }
    }
    walk(fieldOf(incidentFile), '')
    for (const [name, schema] of Object.entries(FILES)) walk(fieldOf(schema), `${name}:`)
    expect(silent).toEqual([])
  })
})

describe('the published schemas', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false })
  const validators = new Map([...jsonSchemas()].map(([name, schema]) => [name, ajv.compile(schema)]))
  const errors = (name: string, value: unknown): unknown => {
    const validate = validators.get(name)
    return validate === undefined || validate(value) ? [] : validate.errors
  }

  it('fit every file of the record', () => {
    for (const name of Object.keys(FILES)) expect(errors(name, read('data', `${name}.json`))).toEqual([])
    for (const year of readdirSync(join(root, 'data', 'incidents')))
      for (const file of readdirSync(join(root, 'data', 'incidents', year)))
        expect(errors('incident', read('data', 'incidents', year, file)), file).toEqual([])
  })

  it('fit every record as it is published', () => {
    for (const incident of loadDataset('data').incidents) expect(errors('incident', publicRecord(incident))).toEqual([])
  })

  it('refuse what the rules between fields refuse', () => {
    const [incident] = loadDataset('data').incidents
    const record = { ...incident, evidence: undefined }
    expect(incident?.kind).toBe('event')
    expect(errors('incident', { ...record, attacks: 1 })).not.toEqual([])
    expect(errors('incident', { ...record, title: ' Blank ends ' })).not.toEqual([])
    expect(errors('incident', { ...record, title: '<b>Markup</b>' })).not.toEqual([])
  })

  it('are what every file of the record points to', () => {
    const of = (value: unknown): unknown => (value as { $schema?: unknown }).$schema
    for (const name of Object.keys(FILES))
      expect(of(read('data', `${name}.json`))).toBe(`../public/data/schema/${name}.schema.json`)
    for (const year of readdirSync(join(root, 'data', 'incidents')))
      for (const file of readdirSync(join(root, 'data', 'incidents', year)))
        expect(of(read('data', 'incidents', year, file)), file).toBe('../../../public/data/schema/incident.schema.json')
  })
})
