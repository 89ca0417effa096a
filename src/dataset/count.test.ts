import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attacksByEvidence, countAttacks, countVessels, inWindow, sumMunitions, sumPeople, twoCounts } from './count.ts'
import { createDataset, type Contents, type Incident } from './dataset.ts'
import { addDays, FIRST_DAY, overlaps, weekOf, weekStart } from './dates.ts'
import { loadDataset } from './load.ts'
import { select } from './query.ts'
import { EVIDENCE_ORDER, type EvidenceLevel } from './vocabulary.ts'

const dataset = loadDataset('data')

/** A made-up record: an attack of one day, confirmed, unless told otherwise. */
function made(id: string, more: Partial<Incident> & { level?: EvidenceLevel } = {}): Incident {
  const { level = 'confirmed', ...fields } = more
  const [real] = dataset.incidents
  if (real === undefined) throw new Error('the record is empty')
  return {
    ...real,
    id,
    date: { start: '2024-01-01', end: '2024-01-01', precision: 'day', assumed: false, timeNote: null, dateNote: null },
    kind: 'attack',
    attacks: 1,
    covers: [],
    distinctFrom: [],
    possiblySameAs: [],
    casualties: null,
    munitions: null,
    evidence: { level, voice: null, by: [] },
    ...fields,
  }
}

const count = (...incidents: Incident[]): number => countAttacks(incidents).count

describe('attacks', () => {
  it('are as many as the records say, and an unknown number adds nothing', () => {
    expect(count(made('a'), made('b', { attacks: 4 }), made('c', { attacks: null }))).toBe(5)
    expect(count(made('talks', { kind: 'event', attacks: 0 }))).toBe(0)
  })

  it('of a batch are its own number while its parts are fewer; the rest is not listed singly', () => {
    const batch = made('batch', { attacks: 20, covers: ['a', 'b'] })
    const { count, notListedSingly } = countAttacks([batch, made('a', { attacks: 3 }), made('b')])
    expect(count).toBe(20)
    expect(notListedSingly).toBe(16)
  })

  it('of a batch are what its parts add up to, where that is more', () => {
    const batch = made('batch', { attacks: 2, covers: ['a', 'b'] })
    expect(count(batch, made('a', { attacks: 3 }), made('b'))).toBe(4)
  })

  it('of a batch within a batch are counted once', () => {
    const inner = made('inner', { attacks: 3, covers: ['a'] })
    const outer = made('outer', { attacks: 6, covers: ['inner'] })
    expect(count(outer, inner, made('a', { attacks: 5 }))).toBe(6)
  })

  it('of a batch never fall below its own number because two of its parts may be one', () => {
    const batch = made('batch', { attacks: 10, covers: ['a', 'b'] })
    expect(count(batch, made('a', { attacks: 4, possiblySameAs: ['b'] }), made('b', { attacks: 4 }))).toBe(10)
  })

  it('of records that may be one are counted once, at the larger number', () => {
    const { count, possibleDoubles } = countAttacks([made('a', { attacks: 2, possiblySameAs: ['b'] }), made('b')])
    expect(count).toBe(2)
    expect(possibleDoubles).toBe(1)
  })

  it('of a chain are not all one: the first and the last are not said to be the same', () => {
    // a may be b, and b may be c; but nobody says that a may be c. At least two events.
    expect(count(made('a', { possiblySameAs: ['b'] }), made('b', { possiblySameAs: ['c'] }), made('c'))).toBe(2)
  })
})

describe('other units', () => {
  it('adds known munitions and says how many records give none; "at least" stays "at least"', () => {
    const known = made('a', { munitions: { low: 2, high: 3 } })
    expect(sumMunitions([known, made('b')])).toEqual({ low: 2, high: 3, known: 1, unknown: 1 })
    expect(sumMunitions([known, made('c', { munitions: { low: 5, high: null } })]).high).toBeNull()
  })

  it('adds people once, on the record that holds them', () => {
    const casualties = (killed: number, countedElsewhere: boolean): Incident['casualties'] => ({
      killed: { low: killed, high: killed },
      wounded: null,
      whose: null,
      countedBy: null,
      note: null,
      countedElsewhere,
    })
    const day = made('day', { casualties: casualties(53, false), covers: ['raid'] })
    expect(sumPeople([day, made('raid', { casualties: casualties(12, true) })], 'killed').low).toBe(53)
  })

  it('counts a ship attacked twice as one ship', () => {
    const ship = (id: string, name: string | null): Incident =>
      made(id, {
        target: {
          type: 'merchant-vessel',
          operator: null,
          description: null,
          actors: [],
          vessel: { name, flag: null, type: null },
        },
      })
    expect(countVessels([ship('a', 'Galaxy'), ship('b', 'GALAXY'), ship('c', null)])).toEqual({ named: 1, unnamed: 1 })
  })
})

// A small world: up to ten records, some of them parts of one batch, some perhaps the same.
const world: fc.Arbitrary<Incident[]> = fc
  .record({
    attacks: fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 9 }),
    levels: fc.array(fc.constantFrom<EvidenceLevel>(...EVIDENCE_ORDER), { minLength: 10, maxLength: 10 }),
    starts: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 10, maxLength: 10 }),
    lengths: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 }),
    inBatch: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    batch: fc.integer({ min: 1, max: 30 }),
    pairs: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 8 }),
  })
  .map(({ attacks, levels, starts, lengths, inBatch, batch, pairs }) => {
    const ids = attacks.map((_, index) => `r${String(index)}`)
    const records = attacks.map((number, index) => {
      const start = addDays(FIRST_DAY, starts[index] ?? 0)
      const same = pairs.filter(([a, b]) => a === index && b !== a && b < ids.length && inBatch[a] === inBatch[b])
      return made(ids[index] ?? '', {
        attacks: number,
        level: levels[index] ?? 'claimed',
        date: {
          start,
          end: addDays(start, lengths[index] ?? 0),
          precision: 'range',
          assumed: false,
          timeNote: null,
          dateNote: null,
        },
        possiblySameAs: [...new Set(same.map(([, b]) => ids[b] ?? ''))],
      })
    })
    const covers = ids.filter((_, index) => inBatch[index])
    return [...records, made('batch', { attacks: batch, covers, level: levels[9] ?? 'claimed' })]
  })

describe('whatever the records', () => {
  it('their order never matters', () => {
    fc.assert(
      fc.property(world, fc.integer(), (incidents, seed) => {
        const shuffled = [...incidents].sort(
          (a, b) => ((a.id.charCodeAt(1) * seed) % 7) - ((b.id.charCodeAt(1) * seed) % 7),
        )
        expect(countAttacks(shuffled)).toEqual(countAttacks(incidents))
        expect(attacksByEvidence(shuffled)).toEqual(attacksByEvidence(incidents))
      }),
    )
  })

  it('one more never lowers a count', () => {
    fc.assert(
      fc.property(world, fc.nat(), (incidents, at) => {
        const without = incidents.filter((_, index) => index !== at % incidents.length)
        expect(countAttacks(incidents).count).toBeGreaterThanOrEqual(countAttacks(without).count)
      }),
    )
  })

  it('one more claim leaves what is confirmed as it is', () => {
    fc.assert(
      fc.property(world, (incidents) => {
        const before = twoCounts(incidents).confirmed
        expect(twoCounts([...incidents, made('claim', { level: 'claimed', attacks: 7 })]).confirmed).toEqual(before)
        expect(attacksByEvidence([...incidents, made('claim', { level: 'claimed' })]).confirmed).toBe(
          attacksByEvidence(incidents).confirmed,
        )
      }),
    )
  })

  it('a covered record never counts twice: a batch with its parts is at most its number or theirs', () => {
    fc.assert(
      fc.property(world, (incidents) => {
        const batch = incidents.find(({ id }) => id === 'batch')
        const own = batch?.attacks ?? 0
        const parts = incidents.filter(({ id }) => batch?.covers.includes(id) === true)
        const singly = parts.reduce((sum, { attacks }) => sum + (attacks ?? 0), 0)
        const { count: together } = countAttacks(incidents.filter((one) => one === batch || parts.includes(one)))
        expect(together).toBeLessThanOrEqual(Math.max(own, singly))
        expect(together).toBeGreaterThanOrEqual(own)
      }),
    )
  })

  it('the levels of evidence add up to the count, and none is negative', () => {
    fc.assert(
      fc.property(world, (incidents) => {
        const parts = Object.values(attacksByEvidence(incidents))
        expect(parts.reduce((a, b) => a + b, 0)).toBe(countAttacks(incidents).count)
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('possible doubles are what folding took away', () => {
    fc.assert(
      fc.property(world, (incidents) => {
        const folded = countAttacks(incidents)
        const apart = countAttacks(incidents.map((incident) => ({ ...incident, possiblySameAs: [] })))
        expect(folded.count + folded.possibleDoubles).toBe(apart.count)
      }),
    )
  })

  it('weeks that tile the time add up, once what lies in several is taken off', () => {
    fc.assert(
      fc.property(world, (incidents) => {
        const weeks = Array.from({ length: 500 }, (_, week) => ({ start: weekStart(week), end: weekStart(week + 1) }))
          .map(({ start, end }) => ({ start, end: addDays(end, -1) }))
          .filter((week) => incidents.some(({ date }) => overlaps(date, week)))
        let sum = 0
        let straddling = 0
        const apart = new Set<string>()
        for (const week of weeks) {
          const window = inWindow(incidents, week)
          sum += window.inside.length
          straddling += window.straddling.length
          for (const { id } of window.straddling) apart.add(id)
        }
        expect(sum - straddling + apart.size).toBe(incidents.length)
        for (const { id, date } of incidents) expect(apart.has(id)).toBe(weekOf(date.start) !== weekOf(date.end))
      }),
    )
  })
})

describe('in the real record', () => {
  it('the order of the files never matters', () => {
    const contents: Contents = {
      card: dataset.card,
      incidents: [...dataset.incidents].reverse(),
      actors: [...dataset.actors.values()].reverse(),
      relations: [...dataset.relations].reverse(),
      places: [...dataset.places.values()].reverse(),
      parties: [...dataset.parties.values()].reverse(),
      tallies: { series: [...dataset.series.values()].reverse(), points: [...dataset.points].reverse() },
      borders: [...dataset.borders].reverse(),
    }
    const other = createDataset(contents)
    expect(other.incidents.map(({ id }) => id)).toEqual(dataset.incidents.map(({ id }) => id))
    expect(attacksByEvidence(select(other, { attacks: true }))).toEqual(
      attacksByEvidence(select(dataset, { attacks: true })),
    )
  })

  it('a month counts what its records overlap, and the weeks of the whole record hold every record', () => {
    const attacks = select(dataset, { attacks: true })
    const inside = inWindow(attacks, { start: '2023-11-01', end: '2023-11-30' }).inside
    expect(inside.map(({ id }) => id)).toEqual(
      attacks.filter(({ date }) => date.start <= '2023-11-30' && date.end >= '2023-11-01').map(({ id }) => id),
    )
  })
})
