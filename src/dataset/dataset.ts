/** The dataset in memory: records with what follows from them, sorted and indexed. Plain data; nothing here reads a file. */
import { evidenceOf, type Evidence, type People } from './evidence.ts'
import type { Actor } from './schema/actor.ts'
import type { Border } from './schema/border.ts'
import type { DatasetCard } from './schema/dataset.ts'
import type { IncidentRecord } from './schema/incident.ts'
import type { Party } from './schema/party.ts'
import type { Place } from './schema/place.ts'
import type { Relation } from './schema/relation.ts'
import type { TallyPoint, TallySeries } from './schema/tally.ts'
import { frontOf, type Colour, type Front } from './vocabulary.ts'

/** A record with its id and what follows from it. */
export interface Incident extends Omit<IncidentRecord, '$schema'> {
  readonly id: string
  readonly front: Front
  readonly evidence: Evidence
  /** Who acted, as a hue. */
  readonly colour: Colour
}

/** What the files of a data folder hold, checked against the schema. */
export interface Contents {
  readonly card: DatasetCard
  readonly incidents: readonly (IncidentRecord & { readonly id: string })[]
  readonly actors: readonly Actor[]
  readonly relations: readonly Relation[]
  readonly places: readonly Place[]
  readonly parties: readonly Party[]
  readonly tallies: { readonly series: readonly TallySeries[]; readonly points: readonly TallyPoint[] }
  readonly borders: readonly Border[]
}

export interface Dataset extends People {
  readonly card: DatasetCard
  /** By first day, then id. */
  readonly incidents: readonly Incident[]
  readonly byId: ReadonlyMap<string, Incident>
  readonly actors: ReadonlyMap<string, Actor>
  readonly relations: readonly Relation[]
  readonly places: ReadonlyMap<string, Place>
  readonly parties: ReadonlyMap<string, Party>
  readonly series: ReadonlyMap<string, TallySeries>
  /** By day, then id. */
  readonly points: readonly TallyPoint[]
  readonly borders: readonly Border[]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map([...list].sort((a, b) => compare(a.id, b.id)).map((item) => [item.id, item]))

/** The hue of a record: its first attacker's; else the Iraqi factions' for an Iran-backed attack in Iraq, Syria or Jordan without a name; else other. */
export function colourOf(
  record: Pick<IncidentRecord, 'attackers' | 'attackerSide' | 'theatre'>,
  actors: ReadonlyMap<string, Actor>,
): Colour {
  for (const id of record.attackers) {
    const actor = actors.get(id)
    if (actor !== undefined) return actor.colour
  }
  if (record.attackerSide === 'iran-aligned' && frontOf(record.theatre) === 'iraq-syria-jordan') return 'iraqi-factions'
  if (record.attackerSide === 'us-coalition') return 'us-uk-coalition'
  if (record.attackerSide === 'israel') return 'israel'
  if (record.attackerSide === 'iran') return 'iran'
  return 'other'
}

/** Put the contents of a data folder together. The order of files never matters. */
export function createDataset(contents: Contents): Dataset {
  const actors = byId(contents.actors)
  const parties = byId(contents.parties)
  const people = { actors, parties }
  const incidents = contents.incidents
    .map((record): Incident => ({
      ...record,
      front: frontOf(record.theatre),
      evidence: evidenceOf(record, people),
      colour: colourOf(record, actors),
    }))
    .sort((a, b) => compare(a.date.start, b.date.start) || compare(a.id, b.id))
  return {
    card: contents.card,
    incidents,
    byId: new Map(incidents.map((incident) => [incident.id, incident])),
    actors,
    parties,
    relations: [...contents.relations].sort((a, b) => compare(a.id, b.id)),
    places: byId(contents.places),
    series: byId(contents.tallies.series),
    points: [...contents.tallies.points].sort((a, b) => compare(a.asOf, b.asOf) || compare(a.id, b.id)),
    borders: [...contents.borders].sort((a, b) => compare(a.id, b.id)),
  }
}
