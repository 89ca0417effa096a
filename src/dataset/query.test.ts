import { describe, expect, it } from 'vitest'
import { FIRST_DAY, weekStart, addDays } from './dates.ts'
import { loadDataset } from './load.ts'
import { isAttack, placesOf, select } from './query.ts'
import { EVIDENCE_ORDER, FRONT_ORDER, keysOf, KINDS } from './vocabulary.ts'

const dataset = loadDataset('data')

describe('a query', () => {
  it('without fields takes every record, in time order', () => {
    expect(select(dataset, {})).toEqual(dataset.incidents)
    const starts = select(dataset, {}).map(({ date }) => date.start)
    expect(starts).toEqual([...starts].sort())
  })

  it('over all values of one field takes every record, each value its own', () => {
    for (const parts of [
      EVIDENCE_ORDER.map((level) => select(dataset, { evidence: [level] })),
      FRONT_ORDER.map((front) => select(dataset, { fronts: [front] })),
      keysOf(KINDS).map((kind) => select(dataset, { kinds: [kind] })),
    ]) {
      expect(parts.reduce((sum, part) => sum + part.length, 0)).toBe(dataset.incidents.length)
      expect(new Set(parts.flat()).size).toBe(dataset.incidents.length)
    }
  })

  it('joins fields by "and", values by "or"', () => {
    const both = select(dataset, { fronts: ['sea', 'israel'], evidence: ['confirmed'] })
    expect(both).toEqual(
      dataset.incidents.filter(
        ({ front, evidence }) => (front === 'sea' || front === 'israel') && evidence.level === 'confirmed',
      ),
    )
    expect(both.length).toBeGreaterThan(0)
  })

  it('of a window takes every record whose days touch it, so that weeks leave none out', () => {
    const found = new Set<string>()
    for (let week = 0; weekStart(week) <= dataset.card.coverage.end; week++)
      for (const { id } of select(dataset, { from: weekStart(week), to: addDays(weekStart(week + 1), -1) }))
        found.add(id)
    const covered = dataset.incidents.filter(({ context, date }) => !context && date.end >= FIRST_DAY)
    expect(covered.filter(({ id }) => !found.has(id))).toEqual([])
  })

  it('of a place takes what lies within it', () => {
    const inner = [...dataset.places.values()].find(
      ({ id, within }) => within !== null && select(dataset, { places: [id] }).length > 0,
    )
    if (inner?.within == null) throw new Error('no place of a record lies within another')
    const holder = select(dataset, { places: [inner.within] })
    for (const incident of select(dataset, { places: [inner.id] })) expect(holder).toContain(incident)
    expect(
      placesOf({ place: { id: inner.id, name: null, country: null, precision: 'site', also: [] } }, dataset),
    ).toContain(inner.within)
  })
})

describe('an attack', () => {
  it('is never an event, a strike, a retaliation, a shootdown or what Iran did itself', () => {
    for (const incident of select(dataset, { attacks: true })) {
      expect(['attack', 'interception', 'seizure']).toContain(incident.kind)
      expect(incident.context).toBe(false)
      const sides = incident.attackers.map((id) => dataset.actors.get(id)?.side)
      if (sides.length > 0) expect(sides).toContain('iran-aligned')
    }
  })

  it('on US or coalition forces counts though nobody is named', () => {
    const nameless = dataset.incidents.filter(
      (incident) => incident.kind === 'attack' && incident.attackers.length === 0 && incident.attackerSide === null,
    )
    const counted = nameless.filter((incident) => isAttack(incident, dataset))
    expect(counted.length).toBeGreaterThan(0)
    for (const { target } of counted)
      expect(target.actors.map((id) => dataset.actors.get(id)?.side)).toContain('us-coalition')
    for (const incident of nameless.filter((one) => !counted.includes(one)))
      expect(incident.target.actors.map((id) => dataset.actors.get(id)?.side)).not.toContain('us-coalition')
  })
})
