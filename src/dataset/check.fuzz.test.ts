/** Valid records, broken at random: the checker never crashes, never lets pass what the published schema forbids, never writes. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { baseFiles } from './check.fixtures.ts'
import { checkData } from './check.ts'
import { memoryFiles } from './load-files.ts'
import type { Problem } from './problem.ts'
import { jsonSchemas } from './schema/json-schema.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const ajv = new Ajv2020({ strict: false })
const validateIncident = ajv.compile(jsonSchemas().get('incident') ?? {})

const base = baseFiles()
const FILE = 'data/incidents/2023/2023-11-07-erbil-air-base-1.json'
const sound = new TextDecoder().decode(base.get(FILE))

const real = readdirSync(join('data', 'incidents', '2024'))
  .filter((_, index) => index % 40 === 0)
  .map((file) => readFileSync(join('data', 'incidents', '2024', file), 'utf8'))

const errorsWith = (content: string | Uint8Array, file = FILE): readonly Problem[] =>
  checkData('data', {
    files: memoryFiles(new Map<string, string | Uint8Array>(base).set(file, content)),
  }).problems.filter(({ level }) => level === 'error')

/** Every way to a value in a tree. */
function ways(value: Json, way: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [way]
  const entries: [string | number, Json][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [way, ...entries.flatMap(([key, item]) => ways(item, [...way, key]))]
}

const hostile = fc.constantFrom<Json>(
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  '',
  ' ',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  'https://user:secret@example.org/',
  '2023-02-30',
  '\u202eright to left',
  '\u0000',
  '__proto__',
  'constructor',
  '=1+1',
  '{{x}}',
  'x'.repeat(5000),
  [],
  {},
  [[]],
  { __proto__: null },
)

// What is put in place of a value: anything, or something hostile.
const junk: fc.Arbitrary<Json> = fc.oneof(hostile, fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>)

type Mutation = { at: number; how: 'replace' | 'remove' | 'add' | 'double'; value: Json; key: string }
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add', 'double'),
  value: junk,
  key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'evidence', 'wepons')),
})

function mutate(record: Json, { at, how, value, key }: Mutation): Json {
  const copy = structuredClone(record)
  const all = ways(copy).filter((way) => way.length > 0)
  const way = all[at % all.length] ?? []
  let holder: Json = copy
  for (const step of way.slice(0, -1)) holder = (holder as { [key: string]: Json })[step] ?? null
  const last = way.at(-1)
  if (holder === null || typeof holder !== 'object' || last === undefined) return copy
  const own = holder as { [key: string]: Json }
  if (how === 'replace') own[last] = value
  else if (how === 'remove' && Array.isArray(holder)) holder.splice(Number(last), 1)
  else if (how === 'remove') delete own[last]
  else if (how === 'double' && Array.isArray(holder)) holder.push(structuredClone(holder[Number(last)] ?? null))
  else if (!Array.isArray(holder))
    Object.defineProperty(own, key, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

describe('records broken at random', () => {
  it('never pass where the published schema forbids them, and never crash the checker', () => {
    let refused = 0
    fc.assert(
      fc.property(
        fc.constantFrom(sound, ...real),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        (text, changes) => {
          const broken = changes.reduce<Json>(mutate, JSON.parse(text) as Json)
          const written = JSON.stringify(broken, null, 2)
          const errors = errorsWith(written)
          for (const { file, line, message } of errors) {
            expect(file.startsWith('data')).toBe(true)
            expect(line === null || line >= 1).toBe(true)
            expect(message).toMatch(/[.?]$/)
            expect(message).not.toMatch(/Invalid|expected|Unrecognized|\[object|undefined/)
          }
          if (!validateIncident(JSON.parse(written))) {
            refused++
            expect(errors.filter(({ file }) => file === FILE)).not.toEqual([])
          }
        },
      ),
      { numRuns: 400 },
    )
    expect(refused).toBeGreaterThan(100)
  })

  it('never pass with one of these, wherever it is put in place of text, a number or a list', () => {
    const never: Json[] = [
      '',
      ' x',
      'x ',
      '<b>',
      '&amp;',
      '{{x}}',
      'a\u0000b',
      'a\u202eb',
      '\ud800',
      -1,
      0.5,
      true,
      [[]],
      {},
    ]
    const record = JSON.parse(sound) as Json
    const free = (way: (string | number)[]): boolean =>
      // A note to the editor's tools, and the two switches that take true.
      way[0] === '$schema' || way.at(-1) === 'assumed' || way.at(-1) === 'countedElsewhere' || way.at(-1) === 'context'
    const passed: string[] = []
    for (const way of ways(record).filter((one) => one.length > 0 && !free(one)))
      for (const value of never) {
        const copy = structuredClone(record)
        let holder: Json = copy
        for (const step of way.slice(0, -1)) holder = (holder as { [key: string]: Json })[step] ?? null
        ;(holder as { [key: string]: Json })[way.at(-1) ?? ''] = value
        if (errorsWith(JSON.stringify(copy)).length === 0) passed.push(`${way.join('.')} = ${JSON.stringify(value)}`)
      }
    expect(passed).toEqual([])
  })

  it('never crash the checker where the bytes themselves are cut, changed or noise', () => {
    const bytes = new TextEncoder().encode(sound)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(bytes.length).map((end) => bytes.slice(0, end)),
          fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)).map(([at, byte]) => bytes.with(at, byte)),
          fc.uint8Array({ maxLength: 200 }),
          fc.string().map((text) => new TextEncoder().encode(text)),
        ),
        (content) => {
          let value: unknown
          try {
            value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
          } catch {
            value = undefined
          }
          if (value === undefined || !validateIncident(value)) expect(errorsWith(content)).not.toEqual([])
          else errorsWith(content)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never crash the checker in the other files of a data folder', () => {
    const names = ['actors', 'places', 'parties', 'relations', 'tallies', 'borders', 'dataset']
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(mutation, { minLength: 1, maxLength: 2 }), (name, changes) => {
        const file = `data/${name}.json`
        const broken = changes.reduce<Json>(mutate, JSON.parse(new TextDecoder().decode(base.get(file))) as Json)
        const written = JSON.stringify(broken)
        const errors = errorsWith(written, file)
        const schema = jsonSchemas().get(name) ?? {}
        const validate = ajv.getSchema(String(schema['$id'])) ?? ajv.compile(schema)
        if (validate(JSON.parse(written)) !== true) expect(errors.filter((one) => one.file === file)).not.toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

describe('a check', () => {
  it('changes no file of the folder, not even its time', () => {
    const state = (): string[] =>
      readdirSync('data', { recursive: true, encoding: 'utf8' })
        .sort()
        .map((path) => {
          const { size, mtimeMs } = statSync(join('data', path))
          return `${path} ${String(size)} ${String(mtimeMs)}`
        })
    const before = state()
    checkData('data')
    expect(state()).toEqual(before)
  })
})
