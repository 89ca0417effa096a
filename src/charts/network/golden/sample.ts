/** A small made-up dataset for tests and golden drawings: no name or number in it is real. */
import { createDataset, type Contents, type Dataset } from '../../../dataset/dataset.ts'
import type { Actor } from '../../../dataset/schema/actor.ts'
import type { IncidentRecord } from '../../../dataset/schema/incident.ts'
import type { Relation } from '../../../dataset/schema/relation.ts'

const source = { url: 'https://example.org/', publisher: 'Example', date: '2024-01-01' }

/** A made-up actor. */
export const anActor = (id: string, change: Partial<Actor> = {}): Actor => ({
  id,
  name: id.replaceAll('-', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  nameAr: null,
  short: null,
  kind: 'armed-group',
  layer: 'group',
  side: 'iran-aligned',
  colour: 'iraqi-factions',
  country: null,
  leader: null,
  founded: null,
  designations: [],
  aliases: [],
  summary: null,
  note: null,
  sources: [source],
  ...change,
})

/** A made-up tie. */
export const aTie = (from: string, type: string, to: string, change: Partial<Relation> = {}): Relation => ({
  id: `${from}--${type}--${to}`,
  from,
  to,
  type,
  since: null,
  until: null,
  evidence: 'Made up for a test.',
  confidence: 'documented',
  deniedBy: null,
  core: true,
  sources: [source],
  ...change,
})

const account = (party: string, stance: 'claims' | 'confirms'): IncidentRecord['accounts'][number] => ({
  party,
  stance,
  of: null,
  basis: 'own-knowledge',
  said: null,
  sources: [0],
})

type Change = Partial<IncidentRecord> & { readonly confirmed?: boolean }

/** A made-up record: an attack that its attacker claims and, where wanted, the target's command confirms. */
export function aRecord(id: string, attackers: readonly string[], targets: readonly string[], change: Change = {}) {
  const { confirmed = false, ...rest } = change
  const record: IncidentRecord = {
    date: { start: '2024-02-10', end: '2024-02-10', precision: 'day', assumed: false, timeNote: null, dateNote: null },
    kind: 'attack',
    context: false,
    title: id,
    summary: null,
    theatre: 'iraq',
    place: { id: null, name: null, country: 'Iraq', precision: 'country', also: [] },
    position: null,
    attackers: [...attackers],
    attackerSide: null,
    attackerNote: null,
    attribution: 'claimed',
    target: { type: 'base', operator: null, description: null, vessel: null, actors: [...targets] },
    weapons: [],
    munitions: null,
    munitionsNote: null,
    outcome: 'unknown',
    damage: null,
    casualties: null,
    attacks: 1,
    accounts: confirmed ? [account('fighters', 'claims'), account('ministry', 'confirms')] : [account('fighters', 'claims')],
    sources: [{ ...source, via: 'original', archive: null }],
    recorded: '2024-03-01',
    revisions: [],
    covers: [],
    distinctFrom: [],
    possiblySameAs: [],
    doubts: [],
    note: null,
    earlierStatus: null,
    ...rest,
  }
  return { ...record, id }
}

/** A dataset of these parts. */
export const aDataset = (
  actors: readonly Actor[],
  relations: readonly Relation[],
  incidents: Contents['incidents'],
): Dataset =>
  createDataset({
    card: {
      title: 'Sample',
      description: 'Sample',
      version: '1.0.0',
      asOf: '2024-03-31',
      coverage: { start: '2024-01-01', end: '2024-03-31' },
      licences: { data: 'CC-BY-4.0', code: 'MIT' },
      byline: 'Sample',
      contact: null,
      repository: null,
      gaps: [],
      versions: [],
    },
    incidents,
    actors,
    relations,
    places: [],
    parties: [
      {
        id: 'fighters',
        name: 'The fighters',
        kind: 'group',
        actor: null,
        position: 'armed-group',
        side: 'iran-aligned',
        named: true,
        why: null,
      },
      {
        id: 'ministry',
        name: 'The ministry',
        kind: 'ministry',
        actor: null,
        position: 'state-body',
        side: 'us-coalition',
        named: true,
        why: null,
      },
    ],
    tallies: { series: [], points: [] },
    borders: [],
  })

/** The dataset of the golden drawings: every layer, every family of ties, every confidence, a denial, links both ways. */
export function sampleDataset(): Dataset {
  const state = { kind: 'state', layer: 'state', side: 'iran', colour: 'iran' } as const
  const target = { kind: 'state', layer: 'target', side: 'us-coalition', colour: 'us-uk-coalition' } as const
  const actors = [
    anActor('north-state', state),
    anActor('quiet-state', { ...state, side: 'other', colour: 'other' }),
    anActor('north-command', { ...state, kind: 'command', layer: 'command' }),
    anActor('common-name', { kind: 'umbrella', layer: 'umbrella' }),
    anActor('first-faction'),
    anActor('second-faction', { nameAr: 'فصيل' }),
    anActor('coast-movement', { colour: 'houthis' }),
    anActor('new-name', { kind: 'facade', layer: 'facade' }),
    anActor('west-state', target),
    anActor('west-mission', { ...target, kind: 'coalition' }),
    anActor('south-state', { ...target, side: 'israel', colour: 'israel' }),
  ]
  const denial = { text: 'The ministry says no.', party: 'ministry', date: '2024-01' }
  const ties = [
    aTie('north-state', 'commands', 'north-command'),
    aTie('north-state', 'backs', 'common-name', { confidence: 'widely-reported', deniedBy: denial }),
    aTie('north-state', 'commands', 'coast-movement', { confidence: 'denied', deniedBy: denial }),
    aTie('north-command', 'arms', 'coast-movement'),
    aTie('north-command', 'trains', 'coast-movement', { confidence: 'alleged' }),
    aTie('common-name', 'umbrella-of', 'first-faction'),
    aTie('second-faction', 'member-of', 'common-name', { confidence: 'alleged' }),
    aTie('new-name', 'facade-of', 'second-faction', { confidence: 'alleged' }),
    aTie('first-faction', 'attacks', 'west-state', { confidence: 'widely-reported' }),
    aTie('coast-movement', 'allied-with', 'second-faction', { core: false }),
    aTie('west-state', 'member-of', 'west-mission'),
    aTie('west-state', 'sanctions', 'coast-movement', { core: false }),
    aTie('quiet-state', 'mediates', 'west-state'),
  ]
  const many = (count: number, name: string, make: (id: string, i: number) => ReturnType<typeof aRecord>) =>
    Array.from({ length: count }, (_, i) => make(`2024-02-10-${name}-${String(i + 1)}`, i))
  const incidents = [
    ...many(8, 'base', (id, i) => aRecord(id, ['common-name'], ['west-state', 'west-mission'], { confirmed: i < 3 })),
    aRecord('2024-02-11-base-1', ['common-name', 'first-faction'], ['west-state']),
    ...many(6, 'city', (id) => aRecord(id, ['coast-movement'], ['south-state'], { theatre: 'israel' })),
    ...many(5, 'ship', (id) =>
      aRecord(id, ['coast-movement'], [], {
        theatre: 'red-sea',
        target: { type: 'merchant-vessel', operator: null, description: null, vessel: null, actors: [] },
      }),
    ),
    ...many(5, 'rocket', (id) =>
      aRecord(id, [], ['west-state'], { attackerSide: 'iran-aligned', attribution: 'suspected' }),
    ),
    aRecord('2024-02-12-strike-1', ['west-state'], ['coast-movement'], { kind: 'strike', attacks: 20, theatre: 'yemen' }),
    aRecord('2024-02-12-strike-2', ['south-state'], ['coast-movement'], { kind: 'retaliation', theatre: 'yemen' }),
  ]
  return aDataset(actors, ties, incidents)
}
