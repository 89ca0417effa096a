import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { drawFrequency } from '../charts/frequency/draw.ts'
import { frequencyModel } from '../charts/frequency/model.ts'
import { PAGE_PAINT } from '../charts/palette.ts'
import type { Part } from '../charts/stack.ts'
import { countAttacks } from '../dataset/count.ts'
import { currentDataset } from '../dataset/current.ts'
import { loadDataset } from '../dataset/load.ts'
import { select } from '../dataset/query.ts'
import { checkQuery, countOf, pointOf, recordOf, tallyOf } from './figures.ts'
import { withPlaces } from './locate.ts'
import { rosterOf } from './roster.ts'
import { buildScenes, FULL } from './scene.ts'
import { SIZES } from './size.ts'
import { STORIES } from './stories.ts'

const dataset = currentDataset()
const AT = 'src/content/stories/x.mdx:12'

describe('figures in prose', () => {
  it('are counted from the record', () => {
    expect(countOf({ attacks: true }, 'attacks', dataset, AT).count).toBe(
      countAttacks(select(dataset, { attacks: true })).count,
    )
    expect(countOf({ fronts: ['sea'], attacks: true }, 'records', dataset, AT).count).toBe(
      select(dataset, { fronts: ['sea'], attacks: true }).length,
    )
  })

  it('stop the build with file, line and a remedy where a query cannot be', () => {
    const refused = (query: Record<string, unknown>) => () => checkQuery(query, dataset, AT)
    expect(refused({ evidense: ['confirmed'] })).toThrow(
      `${AT}\n  "evidense" is not a field of a query. Did you mean "evidence"?`,
    )
    expect(refused({ evidence: ['confirmd'] })).toThrow(
      '"confirmd" is no value of "evidence". Did you mean "confirmed"?',
    )
    expect(refused({ places: ['ain-al-assad'] })).toThrow('Did you mean "ain-al-asad"?')
    expect(refused({ ids: ['2023-11-07-erbil-air-base-9'] })).toThrow('is no record')
    expect(refused({ from: '2023-02-30' })).toThrow('not a day')
    expect(refused({ from: '2024-01-02', to: '2024-01-01' })).toThrow('swap them')
    expect(refused({ fronts: 'sea' })).toThrow('takes a list')
  })

  it('stop the build where a sentence would speak of nothing', () => {
    expect(() => countOf({ fronts: ['sea'], places: ['erbil-air-base'] }, 'attacks', dataset, AT)).toThrow(
      `${AT}\n  No record matches`,
    )
  })

  it('stop the build for an unknown record, series or day', () => {
    expect(() => recordOf('2023-11-07-erbil-air-base-3', dataset, AT)).toThrow(
      'Did you mean "2023-11-07-erbil-air-base-',
    )
    expect(() => pointOf('sohr-siria', '2023-11-08', dataset, AT)).toThrow('Did you mean "sohr-syria"?')
    expect(() => tallyOf('sohr-syria', '2023-11-07', dataset, AT)).toThrow('has no figure as of 2023-11-07')
    expect(() => tallyOf('airwars-civilians-killed-2025', '2025-05-06', dataset, AT)).toThrow('Nothing in the record')
  })

  it('know their line', () => {
    expect(withPlaces('One.\n\n<Count attacks /> and <Cite id="a" />', 'a.mdx')).toBe(
      'One.\n\n<Count at="a.mdx:3" attacks /> and <Cite at="a.mdx:3" id="a" />',
    )
  })
})

describe('an edited record', () => {
  const dir = mkdtempSync(join(tmpdir(), 'story-'))
  afterAll(() => {
    rmSync(dir, { recursive: true })
  })

  it('moves the sentence, the scene, the tally and the chart together', () => {
    cpSync('data', dir, { recursive: true })
    const file = join(dir, 'incidents/2023/2023-11-07-erbil-air-base-1.json')
    const record = JSON.parse(readFileSync(file, 'utf8')) as { accounts: { stance: string }[] }
    record.accounts = record.accounts.filter((account) => account.stance === 'claims')
    writeFileSync(file, JSON.stringify(record))
    const edited = loadDataset(dir)
    const query = { attacks: true, to: '2023-11-07', targetSides: ['us-coalition'], evidence: ['confirmed'] }
    expect(countOf(query, 'attacks', edited, AT).count).toBe(countOf(query, 'attacks', dataset, AT).count - 1)

    const series = 'us-forces-iraq-syria-since-2023-10-17'
    expect(tallyOf(series, '2023-11-07', edited, AT).confirmed.count).toBe(
      tallyOf(series, '2023-11-07', dataset, AT).confirmed.count - 1,
    )
    expect(tallyOf(series, '2023-11-07', edited, AT).all.count).toBe(
      tallyOf(series, '2023-11-07', dataset, AT).all.count,
    )

    const chartOf = (set: typeof dataset) => {
      const model = frequencyModel(set)
      const week = model.all.weeks.find(({ start, end }) => start <= '2023-11-07' && '2023-11-07' <= end)
      const canvas = { width: 390, paint: PAGE_PAINT, prefix: 'x', href: null, standalone: false }
      return { parts: week?.parts ?? [], svg: drawFrequency(model, canvas).svg }
    }
    const ofLevel = (parts: readonly Part[], level: string) =>
      parts.filter((part) => part.evidence === level).reduce((sum, part) => sum + part.count, 0)
    const drawn = chartOf(dataset)
    const redrawn = chartOf(edited)
    expect(ofLevel(redrawn.parts, 'confirmed')).toBe(ofLevel(drawn.parts, 'confirmed') - 1)
    expect(ofLevel(redrawn.parts, 'claimed')).toBe(ofLevel(drawn.parts, 'claimed') + 1)
    expect(redrawn.svg).not.toBe(drawn.svg)

    const spec = STORIES[1]?.scenes.find((scene) => scene.id === 'tehran-word')
    if (spec === undefined) throw new Error('no such scene')
    const rowOf = (set: typeof dataset) => {
      const roster = rosterOf(set)
      const [scene] = buildScenes([spec], set, roster, SIZES.phone)
      const index = roster.findIndex((incident) => incident.id === '2023-11-07-erbil-air-base-1')
      expect(scene?.state[index]).toBe(FULL)
      return { y: scene?.layout.y[index] ?? 0, words: scene?.words ?? '' }
    }
    const before = rowOf(dataset)
    const after = rowOf(edited)
    expect(after.y).toBeGreaterThan(before.y + 20)
    expect(after.words).not.toBe(before.words)
  })
})
