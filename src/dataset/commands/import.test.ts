import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { baseFiles } from '../check.fixtures.ts'
import { memoryDisk, testEffects } from '../effects.fixtures.ts'
import { runData } from './data.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const tools = { charts: () => Promise.resolve([]) }
const ID = '2023-11-07-erbil-air-base-1'
const PATH = `data/incidents/2023/${ID}.json`
const bytes = (text: string) => new TextEncoder().encode(text)
const textAt = (files: ReadonlyMap<string, Uint8Array>, path: string) => new TextDecoder().decode(files.get(path))
const snapshot = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([path, content]) => [path, new TextDecoder().decode(content)]))

describe('a broken spreadsheet', () => {
  const cases = readdirSync(FIXTURES).filter((name) => name.endsWith('.csv'))
  it('comes in many kinds', () => {
    expect(cases.length).toBeGreaterThan(30)
  })
  it.each(cases)('%s says what is wrong, and writes nothing', async (name) => {
    const files = baseFiles()
    files.set(name, readFileSync(join(FIXTURES, name)))
    const before = snapshot(files)
    const effects = testEffects(memoryDisk(files))
    const code = await runData(['import', name, '--write'], effects, tools)
    const text = `exit ${String(code)}\n${effects.output()}${effects.errors()}`
    await expect(text).toMatchFileSnapshot(join(FIXTURES, name.replace(/\.csv$/, '.txt')))
    // A computed column is a warning, and the rest of its row is taken.
    if (name === 'computed-column.csv') return
    expect(code).toBe(1)
    expect(snapshot(files)).toEqual(before)
  })
})

describe('import', () => {
  const run = async (csv: string | Readonly<Record<string, string>>, ...options: string[]) => {
    const files = baseFiles()
    if (typeof csv === 'string') files.set('edit.csv', bytes(csv))
    else for (const [name, text] of Object.entries(csv)) files.set(`work/${name}`, bytes(text))
    const effects = testEffects(memoryDisk(files))
    const code = await runData(['import', typeof csv === 'string' ? 'edit.csv' : 'work', ...options], effects, tools)
    return { code, files, output: effects.output(), errors: effects.errors() }
  }

  it('shows each change and writes nothing until it is asked to', async () => {
    const { code, files, output } = await run(`id,title,munitions_high\n${ID},New title,\n`)
    expect(code).toBe(0)
    expect(output).toMatchInlineSnapshot(`
      "~ 2023-11-07-erbil-air-base-1  edit.csv:2
          title  "Drones at Erbil air base" → "New title"
          munitions.high  2 → nothing

      1 record changes (2 fields), 0 are new, 0 stay as they are.
      A published record that changes needs a revision note: add --what and --why, or write it in the file.
      Nothing was written. Add --write to write it.
      "
    `)
    expect(textAt(files, PATH)).toBe(textAt(baseFiles(), PATH))
  })

  it('changes the fields of its columns and no other', async () => {
    const { files } = await run(`id,title\n${ID},New title\n`, '--write')
    const before = textAt(baseFiles(), PATH)
    expect(textAt(files, PATH)).toBe(before.replace('"Drones at Erbil air base"', '"New title"'))
  })

  it('adds a revision note with the fields before and after', async () => {
    const { files } = await run(`id,title\n${ID},New title\n`, '--write', '--what', 'Title.', '--why', 'Shorter.')
    const { revisions } = JSON.parse(textAt(files, PATH)) as { revisions: unknown[] }
    expect(revisions.at(-1)).toEqual({
      date: '2026-12-01',
      what: 'Title.',
      why: 'Shorter.',
      changes: [{ field: 'title', before: 'Drones at Erbil air base', after: 'New title' }],
    })
  })

  it('makes a new record from rows in three files', async () => {
    const id = '2023-11-20-erbil-air-base-1'
    const { code, files, output } = await run(
      {
        'incidents.csv': `id,date_start,kind,title,theatre,place_id,place_name,place_country,place_precision,attribution,target_type,target_actors,weapons,attacks\n${id},2023-11-20,attack,"'=Drones, again",iraq,erbil-air-base,Erbil air base,Iraq,site,none,base,united-states,rocket,1\n`,
        'accounts.csv': `id,n,party,stance,basis,sources\n${id},1,us-defense,confirms,own-knowledge,1; 2\n`,
        'sources.csv': `id,n,url,publisher,date,via\n${id},1,https://example.org/c,Example Wire,2023-11-20,original\n${id},2,https://example.net/d,Other Wire,2023-11,original\n`,
      },
      '--write',
    )
    expect(output).toContain('1 is new')
    expect(code).toBe(0)
    expect(JSON.parse(textAt(files, `data/incidents/2023/${id}.json`))).toMatchObject({
      title: '=Drones, again',
      date: { start: '2023-11-20', end: '2023-11-20', precision: 'day' },
      recorded: '2026-12-01',
      accounts: [{ party: 'us-defense', of: null, sources: [0, 1] }],
    })
  })

  it('moves the sources of accounts along when a source goes', async () => {
    const { files } = await run(
      {
        'accounts.csv': `id,n,party,stance,of,basis,said,sources\n${ID},2,us-defense,confirms,,own-knowledge,,2\n`,
        'sources.csv': `id,n,url,publisher,date,via,archive\n${ID},2,https://example.org/b,Example Wire,2023-11-07,original,\n`,
      },
      '--write',
    )
    expect(JSON.parse(textAt(files, PATH))).toMatchObject({
      accounts: [{ party: 'us-defense', sources: [0] }],
      sources: [{ url: 'https://example.org/b' }],
    })
  })

  it.each(['ENOSPC', 'EACCES', 'EROFS'])('leaves everything as it was when writing fails with %s', async (code) => {
    for (const operation of ['write', 'rename'] as const) {
      const files = baseFiles()
      files.set('edit.csv', bytes(`id,title\n${ID},New title\n2023-11-19-galaxy-1,Other title\n`))
      const before = snapshot(files)
      let times = 0
      const disk = memoryDisk(files, (doing) => (doing === operation && ++times === 2 ? code : null))
      const effects = testEffects(disk)
      expect(await runData(['import', 'edit.csv', '--write'], effects, tools)).toBe(1)
      expect(effects.errors()).toMatch(/^Cannot write data\/incidents\/.*(full|read-only).*Nothing was changed\.$/m)
      expect(snapshot(files)).toEqual(before)
    }
  })

  it('writes nothing once Ctrl-C was pressed', async () => {
    const files = baseFiles()
    files.set('edit.csv', bytes(`id,title\n${ID},New title\n`))
    const before = snapshot(files)
    const effects = testEffects(memoryDisk(files), { signal: AbortSignal.abort() })
    expect(await runData(['import', 'edit.csv', '--write'], effects, tools)).toBe(130)
    expect(effects.errors()).toBe('Stopped. Nothing was written.\n')
    expect(snapshot(files)).toEqual(before)
  })
})
