import { describe, expect, it } from 'vitest'
import { currentDataset } from '../../../dataset/current.ts'
import { select, type Query } from '../../../dataset/query.ts'
import { packDataset } from './pack.ts'
import { recordsOf, unpack, weeksOf, type View } from './view.ts'

const dataset = currentDataset()
const loaded = unpack(JSON.parse(JSON.stringify(packDataset(dataset))) as ReturnType<typeof packDataset>)
const view = (part: Partial<View> = {}): View => ({ query: {}, text: '', sort: 'date', down: false, ...part })

describe('the view of Explore', () => {
  it('finds what the rules of the record find', () => {
    const queries: Query[] = [
      {},
      { attacks: true, from: '2024-01-01', to: '2024-01-31' },
      { fronts: ['sea'], evidence: ['claimed', 'disputed'] },
      { places: ['red-sea'], kinds: ['attack'] },
      { targetSides: ['us-coalition'], outcomes: ['none', 'hit'] },
      { actors: ['islamic-resistance-in-iraq'], weapons: ['one-way-drone'], colours: ['iraqi-factions'] },
      { countries: ['Iraq'], attribution: ['suspected'], targetTypes: ['base'] },
    ]
    for (const query of queries)
      expect(recordsOf(loaded, view({ query })).map(({ id }) => id)).toEqual(select(dataset, query).map(({ id }) => id))
  })

  it('finds Arabic names however they are spelt, and parts of words', () => {
    const arabic = recordsOf(loaded, view({ text: 'عين الاسد' }))
    expect(arabic.length).toBeGreaterThan(10)
    expect(arabic.map(({ id }) => id)).toEqual(recordsOf(loaded, view({ text: 'عَيْن الأسد' })).map(({ id }) => id))
    expect(recordsOf(loaded, view({ text: 'galaxy lead' })).map(({ id }) => id)).toContain('2023-11-19-galaxy-leader-1')
    expect(recordsOf(loaded, view({ text: 'no such word anywhere' }))).toEqual([])
  })

  it('sorts both ways and stays whole', () => {
    const up = recordsOf(loaded, view({ sort: 'evidence' }))
    expect(up.length).toBe(dataset.incidents.length)
    expect(recordsOf(loaded, view({ sort: 'evidence', down: true }))).toEqual([...up].reverse())
  })

  it('counts every record by week once, or says why not', () => {
    const rows = recordsOf(loaded, view())
    const { weeks, between, outside } = weeksOf(rows, loaded.coverage)
    const inBars = weeks.flatMap((week) => Object.values(week)).reduce((sum, count) => sum + count, 0)
    expect(inBars + between + outside).toBe(rows.length)
  })

  it('answers at ten times the record within a keystroke', () => {
    const many = { ...loaded, rows: Array.from({ length: 10 }, () => loaded.rows).flat() }
    const found = recordsOf(many, view({ text: 'drone', query: { fronts: ['sea'] } }))
    expect(found.length).toBe(10 * recordsOf(loaded, view({ text: 'drone', query: { fronts: ['sea'] } })).length)
  })
})
