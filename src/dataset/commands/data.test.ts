import { describe, expect, it } from 'vitest'
import { baseFiles } from '../check.fixtures.ts'
import { isWholeEdition } from '../edition.ts'
import { memoryDisk, testEffects } from '../effects.fixtures.ts'
import { COMMANDS, runData } from './data.ts'

const chart = {
  id: 'count',
  model: ({ incidents, card }: { incidents: readonly unknown[]; card: { asOf: string } }) => ({
    records: incidents.length,
    asOf: card.asOf,
  }),
  title: () => 'Title',
  subtitle: () => 'Subtitle',
  describe: () => 'Text',
  method: () => [],
  table: () => ({ caption: 'Table', columns: [], rows: [] }),
}
const tools = { charts: () => Promise.resolve([chart]) }

async function run(argv: readonly string[], options: Parameters<typeof testEffects>[1] = {}, files = baseFiles()) {
  const effects = testEffects(memoryDisk(files), options)
  const code = await runData(argv, effects, tools)
  return { code, files, output: effects.output(), errors: effects.errors() }
}
const textAt = (files: ReadonlyMap<string, Uint8Array>, path: string) => new TextDecoder().decode(files.get(path))

describe('manners', () => {
  it.each(COMMANDS.map(({ name }) => name))('%s --help shows examples that can be typed', async (name) => {
    const { code, output } = await run([name, '--help'])
    expect(code).toBe(0)
    expect(output).toContain(`npm run data -- ${name}`)
    expect(output).toContain('Examples')
    for (const line of output.split('\n')) expect(line.length).toBeLessThan(120)
  })

  it.each([
    [['chekc'], 'There is no command "chekc". Did you mean check?\nSee: npm run data -- --help\n'],
    [
      ['check', '--vebose'],
      'check has no option --vebose. Did you mean --verbose?\nSee: npm run data -- check --help\n',
    ],
    [['check', '--format', 'jsn'], '--format cannot be "jsn". Did you mean json?\nSee: npm run data -- check --help\n'],
    [['import'], 'import needs FILE.csv | DIR.\nSee: npm run data -- import --help\n'],
    [['export'], 'Say in which form: --format csv, json or geojson.\nSee: npm run data -- export --help\n'],
    [['edition', 'A b'], undefined],
  ])('%j is answered with what would be right, and exit code 2', async (argv, message) => {
    const { code, output, errors } = await run(argv)
    expect(code).toBe(2)
    expect(output).toBe('')
    if (message !== undefined) expect(errors).toBe(message)
  })

  it('the report ends well on a small record', async () => {
    const { code, output } = await run(['report'])
    expect(code).toBe(0)
    expect(output).toContain('Our counts beside theirs')
    const json = JSON.parse((await run(['report', '--format', 'json'])).output) as { records: number }
    expect(json.records).toBe(4)
  })
})

describe('check', () => {
  it('gives the same to machines', async () => {
    const { code, output } = await run(['check', '--format', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({ ok: true, counts: { errors: 0, incidents: 4 } })
  })

  const path = 'data/incidents/2023/2023-11-07-erbil-air-base-1.json'
  const since = (old: string, status = 'M') => ({
    git: (args: readonly string[]) => {
      if (args[2] === 'diff') return `${status}\0incidents/2023/2023-11-07-erbil-air-base-1.json\0`
      return args[2] === 'show' ? old : 'abc\n'
    },
  })
  it('refuses a published record that changed without a note', async () => {
    const old = textAt(baseFiles(), path).replace('Drones at Erbil air base', 'Another title')
    const { code, output } = await run(['check', '--since', 'v1'], since(old))
    expect(code).toBe(1)
    expect(output).toContain('The published record changed (title) and has no new revision note.')
  })
  it('takes a change of layout for none', async () => {
    const old = JSON.stringify(JSON.parse(textAt(baseFiles(), path)))
    expect((await run(['check', '--since', 'v1'], since(old))).code).toBe(0)
  })
  it('refuses a published record that is gone', async () => {
    const { code, output } = await run(['check', '--since', 'v1'], since('', 'D'))
    expect(code).toBe(1)
    expect(output).toContain('is gone. Restore it')
  })
})

describe('add', () => {
  const given = {
    date: { start: '2023-11-07' },
    kind: 'attack',
    title: 'Rockets at Erbil air base',
    theatre: 'iraq',
    place: { id: 'erbil-air-base', country: 'Iraq', precision: 'site' },
    target: { type: 'base', actors: ['united-states'] },
    attribution: 'none',
    weapons: ['rocket'],
    attacks: 1,
    accounts: [{ party: 'us-defense', stance: 'confirms', basis: 'own-knowledge', sources: [0] }],
    sources: [{ url: 'https://example.org/n', publisher: 'Example Wire', via: 'original' }],
  }
  it('makes the next free id, and takes the day from outside', async () => {
    const { code, files, errors } = await run(['add', '--json', '-'], { input: JSON.stringify(given) })
    expect(errors).toContain('Wrote data/incidents/2023/2023-11-07-erbil-air-base-2.json')
    expect(code).toBe(0)
    expect(JSON.parse(textAt(files, 'data/incidents/2023/2023-11-07-erbil-air-base-2.json'))).toMatchObject({
      recorded: '2026-12-01',
      date: { end: '2023-11-07', precision: 'day' },
    })
  })
  it('tells an error where it stands in what was given, and writes nothing', async () => {
    const input = JSON.stringify({ ...given, weapons: ['dron'] }, null, 2)
    const { code, files, errors } = await run(['add', '--json', '-'], { input })
    expect(code).toBe(1)
    expect(errors).toMatch(/^input:\d+:\d+ {2}weapons\[0\]\n {2}"dron" is not a weapon/)
    expect([...files.keys()]).toEqual([...baseFiles().keys()])
  })
  it('asks, and writes nothing when the input ends', async () => {
    const { code, files, errors } = await run(['add'], { answers: ['2023-13-01', '2023-11-07', '', 'atack', 'attack'] })
    expect(code).toBe(1)
    expect(errors).toContain('is not a day')
    expect(errors).toContain('Did you mean "attack"?')
    expect(errors).toContain('The input ended before the record was complete. Nothing was written.')
    expect([...files.keys()]).toEqual([...baseFiles().keys()])
  })
})

describe('edition', () => {
  it('keeps the models of the record cut to a day, with a checksum, once', async () => {
    const files = baseFiles()
    expect((await run(['edition', 'first', '--until', '2023-11-12'], {}, files)).code).toBe(0)
    const text = textAt(files, 'data/editions/first.json')
    const edition = JSON.parse(text) as { charts: Record<string, unknown> }
    expect(edition.charts['count']).toMatchObject({ model: { records: 2, asOf: '2023-11-12' } })
    expect(edition).toMatchObject({ until: '2023-11-12', asOf: '2025-12-31' })
    expect(isWholeEdition(edition)).toBe(true)
    expect(isWholeEdition({ ...edition, asOf: '2024-01-01' })).toBe(false)
    const again = await run(['edition', 'first'], {}, files)
    expect(again.code).toBe(1)
    expect(again.errors).toContain('Editions are not written over')
    expect(textAt(files, 'data/editions/first.json')).toBe(text)
  })
})

describe('export', () => {
  it('keeps a file that somebody may have edited', async () => {
    const files = baseFiles()
    files.set('work/incidents.csv', new TextEncoder().encode('id,title\nedited,by hand\n'))
    const { code } = await run(['export', '--format', 'csv', '--out', 'work'], {}, files)
    expect(code).toBe(0)
    expect(textAt(files, 'work/incidents.before.csv')).toBe('id,title\nedited,by hand\n')
    expect([...files.keys()].filter((name) => name.startsWith('work/')).sort()).toEqual([
      'work/accounts.csv',
      'work/incidents.before.csv',
      'work/incidents.csv',
      'work/sources.csv',
    ])
  })
})
