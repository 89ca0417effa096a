/** What a record stands beside: in time, at its place, in a batch, with its likenesses; and the records of an actor or a place. */
import type { Dataset, Incident } from './dataset.ts'
import { placesOf } from './query.ts'
import type { Place } from './schema/place.ts'

interface Index {
  readonly position: ReadonlyMap<string, number>
  readonly atPlace: ReadonlyMap<string, readonly Incident[]>
  readonly withinPlace: ReadonlyMap<string, readonly Incident[]>
  readonly byActor: ReadonlyMap<string, readonly Incident[]>
  readonly againstActor: ReadonlyMap<string, readonly Incident[]>
  readonly coveredBy: ReadonlyMap<string, readonly Incident[]>
  readonly samePossibly: ReadonlyMap<string, readonly Incident[]>
  readonly distinct: ReadonlyMap<string, readonly Incident[]>
}

// A thousand pages ask; the dataset is walked once.
const indexes = new WeakMap<Dataset, Index>()

function indexOf(dataset: Dataset): Index {
  const known = indexes.get(dataset)
  if (known !== undefined) return known
  const group = (keys: (incident: Incident) => Iterable<string>): Map<string, Incident[]> => {
    const groups = new Map<string, Incident[]>()
    for (const incident of dataset.incidents) {
      for (const key of new Set(keys(incident))) {
        const list = groups.get(key)
        if (list === undefined) groups.set(key, [incident])
        else list.push(incident)
      }
    }
    return groups
  }
  const index: Index = {
    position: new Map(dataset.incidents.map((incident, position) => [incident.id, position])),
    atPlace: group(({ place }) => (place.id === null ? place.also : [place.id, ...place.also])),
    withinPlace: group((incident) => placesOf(incident, dataset)),
    byActor: group((incident) => incident.attackers),
    againstActor: group((incident) => incident.target.actors),
    coveredBy: group((incident) => incident.covers),
    samePossibly: group((incident) => incident.possiblySameAs),
    distinct: group((incident) => incident.distinctFrom),
  }
  indexes.set(dataset, index)
  return index
}

export interface Connections {
  /** The records before and after it in time; null at the ends. */
  readonly before: Incident | null
  readonly after: Incident | null
  /** The same at the same place; null where there is none, or no place. */
  readonly beforeHere: Incident | null
  readonly afterHere: Incident | null
  /** The records that a batch holds. */
  readonly covers: readonly Incident[]
  /** The batches that hold it. */
  readonly coveredBy: readonly Incident[]
  /** Records that may be the same event, from whichever side that is written. */
  readonly possiblySameAs: readonly Incident[]
  /** Records that look alike and are known to be other events. */
  readonly distinctFrom: readonly Incident[]
}

/** What a record stands beside. */
export function connectionsOf(incident: Incident, dataset: Dataset): Connections {
  const index = indexOf(dataset)
  const position = index.position.get(incident.id) ?? 0
  const here = incident.place.id === null ? [] : (index.atPlace.get(incident.place.id) ?? [])
  const hereAt = here.findIndex(({ id }) => id === incident.id)
  const resolve = (ids: readonly string[]) => ids.flatMap((id) => dataset.byId.get(id) ?? [])
  const both = (ids: readonly string[], others: readonly Incident[]) => {
    const all = new Map([...resolve(ids), ...others].map((other) => [other.id, other]))
    all.delete(incident.id)
    return [...all.values()].sort((a, b) => (index.position.get(a.id) ?? 0) - (index.position.get(b.id) ?? 0))
  }
  return {
    before: dataset.incidents[position - 1] ?? null,
    after: dataset.incidents[position + 1] ?? null,
    beforeHere: here[hereAt - 1] ?? null,
    afterHere: hereAt === -1 ? null : (here[hereAt + 1] ?? null),
    covers: both(incident.covers, []),
    coveredBy: index.coveredBy.get(incident.id) ?? [],
    possiblySameAs: both(incident.possiblySameAs, index.samePossibly.get(incident.id) ?? []),
    distinctFrom: both(incident.distinctFrom, index.distinct.get(incident.id) ?? []),
  }
}

/** Records in which an actor is named as the attacker, in time order. */
export const recordsBy = (actor: string, dataset: Dataset): readonly Incident[] =>
  indexOf(dataset).byActor.get(actor) ?? []

/** Records in which an actor's forces or property were the target. */
export const recordsAgainst = (actor: string, dataset: Dataset): readonly Incident[] =>
  indexOf(dataset).againstActor.get(actor) ?? []

/** Records at a place itself, `also` included. */
export const recordsAt = (place: string, dataset: Dataset): readonly Incident[] =>
  indexOf(dataset).atPlace.get(place) ?? []

/** Records at a place or at any place that it holds. */
export const recordsWithin = (place: string, dataset: Dataset): readonly Incident[] =>
  indexOf(dataset).withinPlace.get(place) ?? []

/** The places that have a page: those that records use, and what contains them. */
export const usedPlaces = (dataset: Dataset): Place[] =>
  [...dataset.places.values()].filter(({ id }) => indexOf(dataset).withinPlace.has(id))

/** Their ids. */
export const placesInUse = (dataset: Dataset): string[] => usedPlaces(dataset).map(({ id }) => id)

/** The months of the record, YYYY-MM, in order. A record belongs to the month of its first day. */
export const monthsOf = (dataset: Dataset): string[] => [
  ...new Set(dataset.incidents.map((incident) => incident.date.start.slice(0, 7))),
]
