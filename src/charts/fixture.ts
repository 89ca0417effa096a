/** A small made-up dataset for tests of drawings. SYNTHETIC: no person, ship, place or event in it is real. */
import { createDataset, type Contents, type Dataset } from '../dataset/dataset.ts'
import { addDays } from '../dataset/dates.ts'
import type { EvidenceLevel } from '../dataset/vocabulary.ts'

type Raw = Contents['incidents'][number]

const ACTORS = [
  { id: 'north-group', side: 'iran-aligned', colour: 'iraqi-factions', kind: 'armed-group', name: 'North Group' },
  { id: 'south-group', side: 'iran-aligned', colour: 'houthis', kind: 'armed-group', name: 'South Group' },
  { id: 'far-state', side: 'us-coalition', colour: 'us-uk-coalition', kind: 'state', name: 'Far State' },
]
const PARTIES = [
  { id: 'far-ministry', name: 'Far Ministry', position: 'state-body', side: 'us-coalition' },
  { id: 'near-monitor', name: 'Near Monitor', position: 'monitor', side: 'none' },
  { id: 'south-voice', name: 'South Voice', position: 'armed-group-media', side: 'iran-aligned' },
]

/** Accounts that make a record known in a certain way, by the rule of evidence. */
const accountsFor = (level: EvidenceLevel): Raw['accounts'] => {
  const account = (party: string, stance: Raw['accounts'][number]['stance']): Raw['accounts'][number] => ({
    party,
    stance,
    of: stance === 'denies' ? 'event' : null,
    basis: 'own-knowledge',
    said: null,
    sources: [0],
  })
  switch (level) {
    case 'confirmed':
      return [account('far-ministry', 'confirms')]
    case 'reported':
      return [account('near-monitor', 'reports')]
    case 'claimed':
      return [account('south-voice', 'claims')]
    case 'disputed':
      return [account('south-voice', 'claims'), account('far-ministry', 'denies')]
  }
}

/** A made-up record: an attack of one day by the South Group on a base, confirmed, unless told otherwise. */
export function syntheticRecord(id: string, day: string, more: Partial<Raw> & { level?: EvidenceLevel } = {}): Raw {
  const { level = 'confirmed', ...fields } = more
  return {
    id,
    date: { start: day, end: day, precision: 'day', assumed: false, timeNote: null, dateNote: null },
    kind: 'attack',
    context: false,
    title: `Synthetic record ${id}`,
    summary: null,
    theatre: 'red-sea',
    place: { id: null, name: null, country: null, precision: 'unknown', also: [] },
    position: null,
    attackers: ['south-group'],
    attackerSide: null,
    attackerNote: null,
    attribution: 'claimed',
    target: { type: 'base', operator: null, description: null, vessel: null, actors: ['far-state'] },
    weapons: ['one-way-drone'],
    munitions: null,
    munitionsNote: null,
    outcome: 'unknown',
    damage: null,
    casualties: null,
    attacks: 1,
    accounts: accountsFor(level),
    sources: [{ url: 'https://example.org/', publisher: 'Example', date: day, via: 'original', archive: null }],
    recorded: '2025-12-31',
    revisions: [],
    covers: [],
    distinctFrom: [],
    possiblySameAs: [],
    doubts: [],
    note: null,
    earlierStatus: null,
    ...fields,
  }
}

const LEVELS: readonly EvidenceLevel[] = ['confirmed', 'reported', 'claimed', 'disputed']
const THEATRES = ['iraq', 'red-sea', 'israel', 'syria'] as const
const OUTCOMES = ['hit', 'intercepted', 'missed', 'failed', 'sunk', 'unknown'] as const

/** Sixty made-up records of every kind of evidence, front, outcome and date. */
export function syntheticRecords(): Raw[] {
  return Array.from({ length: 60 }, (_, i) => {
    const day = addDays('2023-10-17', (i * 37) % 400)
    const ship = i % 3 === 0
    return syntheticRecord(`synthetic-${String(i)}`, day, {
      level: LEVELS[i % LEVELS.length] ?? 'confirmed',
      theatre: THEATRES[i % THEATRES.length] ?? 'iraq',
      attackers: [i % 2 === 0 ? 'south-group' : 'north-group'],
      outcome: OUTCOMES[i % OUTCOMES.length] ?? 'unknown',
      attacks: 1 + (i % 3),
      target: {
        type: ship ? 'merchant-vessel' : 'base',
        operator: null,
        description: null,
        vessel: ship
          ? { name: `Synthetic Ship ${String(i)}`, flag: i % 2 === 0 ? 'Flagland' : null, type: 'bulk carrier' }
          : null,
        actors: ship ? [] : ['far-state'],
      },
      ...(i % 10 === 9
        ? {
            date: {
              start: day,
              end: addDays(day, 3),
              precision: 'range',
              assumed: false,
              timeNote: null,
              dateNote: null,
            },
          }
        : {}),
    })
  })
}

/** A dataset of made-up records, with one made-up tally. */
export function syntheticDataset(incidents: readonly Raw[] = syntheticRecords()): Dataset {
  const point = (id: string, asOf: string, total: number) => ({
    id,
    series: 'synthetic-tally',
    asOf,
    total,
    qualifier: 'at-least',
    split: null,
    wounded: null,
    killed: null,
    by: 'Far Ministry',
    quality: 'good',
    note: null,
    sources: [{ url: 'https://example.org/', publisher: 'Example', date: asOf }],
  })
  return createDataset({
    card: {
      title: 'Synthetic dataset',
      description: 'Made up for tests.',
      version: '0.0.0',
      asOf: '2025-12-31',
      coverage: { start: '2023-10-17', end: '2025-12-31' },
      licences: { data: 'CC-BY-4.0', code: 'MIT' },
      byline: 'Synthetic',
      contact: null,
      repository: null,
      gaps: [],
      versions: [],
    },
    incidents,
    actors: ACTORS,
    parties: PARTIES,
    relations: [],
    places: [],
    borders: [],
    tallies: {
      series: [
        {
          id: 'synthetic-tally',
          counted: 'attacks on Far State',
          by: 'Far Ministry',
          since: '2023-10-17',
          caveat: null,
          unit: 'attack',
          featured: true,
          scope: {
            from: '2023-10-17',
            units: 'attacks',
            targetSides: ['us-coalition'],
            countries: null,
            fronts: null,
            attackers: null,
            kinds: null,
            targetTypes: null,
            weapons: null,
          },
          comparableNote: null,
        },
      ],
      points: [point('synthetic-1', '2023-11-30', 8), point('synthetic-2', '2024-03-31', 20)],
    },
  } as unknown as Contents)
}
