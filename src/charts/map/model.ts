/**
 * What a map shows, computed from the dataset alone.
 *
 * 1. A record is located if `pointOf` gives it a point: a position, or a site or town that the gazetteer knows as such.
 * 2. A position computed from words such as "60 nautical miles south-west of Hodeidah" is a point with a soft area around it.
 * 3. A record that names a site whose coordinates stand for its surroundings is not located. It is drawn as a soft area there,
 *    outlined and counted apart.
 * 4. Everything else waits in a holding area under the name of the sea, country or governorate that it gives; never a point.
 */
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import { pointOf } from '../../dataset/point.ts'
import { select, type Query } from '../../dataset/query.ts'
import { EVIDENCE_ORDER, type Colour, type EvidenceLevel, type Kind, type Outcome } from '../../dataset/vocabulary.ts'
import { recordMark, type RecordMark } from '../record.ts'
import type { MapSpec } from './spec.ts'
import type { MapId } from './projection.ts'

/** Records of one colour and one level of evidence. */
export interface Part {
  readonly colour: Colour
  readonly evidence: EvidenceLevel
  readonly count: number
}

/** A point of the map and the records that it stands for. */
export interface Spot {
  /** The place, or null for a position. */
  readonly place: string | null
  readonly name: string
  /** Whether the name is a proper one, of a place or a ship, and not a description. */
  readonly named: boolean
  readonly lat: number
  readonly lon: number
  /** True where the records are not located, by rule 3. */
  readonly soft: boolean
  /** How a position was obtained; null at places. */
  readonly how: string | null
  /** Half-width of a computed position, in kilometres; null where it cannot be told. */
  readonly spread: number | null
  readonly records: readonly MapRecord[]
  readonly parts: readonly Part[]
}

export interface MapRecord extends RecordMark {
  readonly title: string
  readonly start: string
  readonly end: string
  readonly kind: Kind
  readonly vessel: string | null
  readonly outcome: Outcome | null
}

/** Records that wait beside the map. */
export interface Holding {
  readonly key: string
  readonly name: string
  /** Why they wait. */
  readonly reason: 'area' | 'no-coordinates'
  /** The records in Explore: all that name the area, those with a point among them. */
  readonly query: Query
  readonly records: readonly MapRecord[]
  readonly parts: readonly Part[]
}

/** A city for orientation. */
export interface City {
  readonly id: string
  readonly name: string
  readonly lat: number
  readonly lon: number
}

export interface MapModel {
  readonly id: MapId
  readonly asOf: string
  readonly total: number
  /** Records with a point. */
  readonly located: number
  /** Records in soft areas, by rule 3. */
  readonly soft: number
  readonly spots: readonly Spot[]
  readonly holdings: readonly Holding[]
  readonly cities: readonly City[]
  /** The ends of the axes along which seas are named. */
  readonly seas: readonly { text: string; from: readonly [number, number]; to: readonly [number, number] }[]
  readonly colours: readonly Colour[]
  readonly borders: readonly {
    countries: readonly (string | null)[]
    names: readonly string[]
    reason: string
    source: string
  }[]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A name short enough for a map: without brackets, alternatives and additions. */
export function shortName(name: string): string {
  const first = (name.split(/ \(| \/ |, /)[0] ?? name).trim()
  const short = / crossing$/.test(name) && !/ crossing$/.test(first) ? `${first} crossing` : first
  return short
    .replace(/^Erbil International Airport$/, 'Erbil air base')
    .replace(/ International Airport$/, ' airport')
    .replace(/ (Air Base|Airport|Garrison|Complex)$/, (word) => word.toLowerCase())
    .replace(/^Port of (.+)$/, '$1 port')
}

const KILOMETRES_PER_MILE = 1.852

// The eight winds leave 22.5 degrees to either side: at a distance d a position may be off by d times this.
const HALF_WIND = Math.sin((22.5 * Math.PI) / 180)

/** Half-width in kilometres of a position computed from a distance and a compass point; null where the words give no distance. */
export function spreadOf(how: string): number | null {
  if (!/^approx/i.test(how)) return null
  const match = /(\d+(?:\.\d+)?)\s*(nm|nautical miles|miles)\b/.exec(how)
  return match?.[1] === undefined ? null : Math.round(Number(match[1]) * KILOMETRES_PER_MILE * HALF_WIND)
}

/** Where a record is drawn: at a place, at a position, in a soft area around a place, or beside the map. */
export type Where =
  | {
      readonly at: 'place' | 'soft'
      readonly place: string
      readonly name: string
      readonly lat: number
      readonly lon: number
    }
  | {
      readonly at: 'position'
      readonly name: string
      readonly named: boolean
      readonly lat: number
      readonly lon: number
      readonly how: string
    }
  | { readonly at: 'held'; readonly reason: Holding['reason'] }

/** Locates a record by rules 1, 3 and 4. */
export function locate(
  incident: Pick<Incident, 'place' | 'position' | 'target'>,
  dataset: Pick<Dataset, 'places'>,
): Where {
  const { precision, id } = incident.place
  const place = id === null ? undefined : dataset.places.get(id)
  const single = precision === 'site' || precision === 'town'
  const point = pointOf(incident, dataset)
  if (point !== null && incident.position !== null) {
    const name = incident.target.vessel?.name ?? (single ? place?.name : undefined)
    return {
      at: 'position',
      name: name ?? incident.place.name ?? 'Ship not named',
      named: name !== undefined,
      ...incident.position,
    }
  }
  if (place === undefined || !single) return { at: 'held', reason: 'area' }
  if (place.lat === null || place.lon === null) return { at: 'held', reason: 'no-coordinates' }
  return { at: point === null ? 'soft' : 'place', place: place.id, name: place.name, lat: place.lat, lon: place.lon }
}

const record = (incident: Incident, dataset: Dataset): MapRecord => ({
  ...recordMark(incident, dataset),
  title: incident.title,
  start: incident.date.start,
  end: incident.date.end,
  kind: incident.kind,
  vessel: incident.target.vessel?.name ?? null,
  outcome: incident.outcome,
})

const COLOUR_ORDER: readonly Colour[] = ['iraqi-factions', 'houthis', 'us-uk-coalition', 'israel', 'iran', 'other']

/** What a set of records is made of: by colour, then from the strongest evidence to the weakest. */
export function partsOf(records: readonly Pick<MapRecord, 'colour' | 'evidence'>[]): Part[] {
  return COLOUR_ORDER.flatMap((colour) =>
    EVIDENCE_ORDER.map((evidence) => ({
      colour,
      evidence,
      count: records.filter((item) => item.colour === colour && item.evidence === evidence).length,
    })).filter((part) => part.count > 0),
  )
}

const sum = (spots: readonly Spot[]): number => spots.reduce((total, spot) => total + spot.records.length, 0)

// The capital of Yemen is a governorate of its own.
const CAPITAL = 'Amanat al-Asimah'

const HELD_SITES = 'No open coordinates'

// The area that a held record names: a sea, else a governorate or country.
function areaOf(incident: Incident, dataset: Dataset, spec: MapSpec): { key: string; name: string; query: Query } {
  const place = incident.place.id === null ? undefined : dataset.places.get(incident.place.id)
  if (place === undefined) return { key: 'nowhere', name: 'No place given', query: spec.query }
  const at = { ...spec.query, places: [place.id] }
  if (place.kind === 'sea' || place.kind === 'strait') return { key: place.id, name: shortName(place.name), query: at }
  const country = place.country ?? incident.place.country
  if (country === null) return { key: place.id, name: place.name, query: at }
  const within = { ...spec.query, countries: [country] }
  // Occupied land goes by the name of its region, where the gazetteer has one.
  const region = country.includes('(')
    ? [...dataset.places.values()].find((other) => other.kind === 'region' && other.country === country)
    : undefined
  const name = region === undefined ? country.replace(/ \((.*)\)$/, ', $1') : shortName(region.name)
  if (spec.holdBy === 'country') return { key: country, name, query: within }
  if (incident.place.precision === 'country' || place.kind === 'country' || place.admin1 === null)
    return { key: country, name: `${country}, no place`, query: within }
  const governorate = place.admin1 === CAPITAL ? 'Sanaa city' : `${place.admin1.replace(/^al-/, 'Al-')} governorate`
  return { key: `in ${place.admin1}`, name: governorate, query: at }
}

/** The model of a map. */
export function mapModel(dataset: Dataset, spec: MapSpec): MapModel {
  const incidents = select(dataset, spec.query)
  const spots = new Map<string, Omit<Spot, 'parts' | 'records'> & { records: MapRecord[] }>()
  const holdings = new Map<
    string,
    Omit<Holding, 'parts' | 'records' | 'query'> & { records: MapRecord[]; query: Query }
  >()
  for (const incident of incidents) {
    const where = locate(incident, dataset)
    const item = record(incident, dataset)
    if (where.at === 'held') {
      const area =
        where.reason === 'no-coordinates'
          ? { key: 'no-coordinates', name: HELD_SITES, query: { ...spec.query, places: [] } }
          : areaOf(incident, dataset, spec)
      const held = holdings.get(area.key) ?? { ...area, reason: where.reason, records: [] }
      const { id } = incident.place
      if (id !== null && held.query.places !== undefined && !held.query.places.includes(id))
        held.query = { ...held.query, places: [...held.query.places, id] }
      held.records.push(item)
      holdings.set(area.key, held)
      continue
    }
    const { lat, lon, name } = where
    const place = where.at === 'position' ? null : where.place
    const how = where.at === 'position' ? where.how : null
    const key = place ?? `${lat} ${lon}`
    const found = spots.get(key) ?? {
      place,
      name,
      named: where.at !== 'position' || where.named,
      lat,
      lon,
      soft: where.at === 'soft',
      how,
      spread: how === null ? null : spreadOf(how),
      records: [],
    }
    found.records.push(item)
    spots.set(key, found)
  }
  const point = (id: string): readonly [number, number] | null => {
    const place = dataset.places.get(id)
    return place === undefined || place.lat === null || place.lon === null ? null : [place.lon, place.lat]
  }
  const all = [...spots.values()]
    .map((spot): Spot => ({ ...spot, parts: partsOf(spot.records) }))
    .sort(
      (a, b) =>
        b.records.length - a.records.length || compare(a.place ?? '', b.place ?? '') || a.lat - b.lat || a.lon - b.lon,
    )
  return {
    id: spec.id,
    asOf: dataset.card.asOf,
    total: incidents.length,
    located: sum(all.filter((spot) => !spot.soft)),
    soft: sum(all.filter((spot) => spot.soft)),
    spots: all,
    holdings: [...holdings]
      .map(([, held]): Holding => ({ ...held, parts: partsOf(held.records) }))
      .sort((a, b) => b.records.length - a.records.length || compare(a.key, b.key)),
    cities: spec.cities.flatMap((id) => {
      const place = dataset.places.get(id)
      const at = point(id)
      return place === undefined || at === null ? [] : [{ id, name: shortName(place.name), lon: at[0], lat: at[1] }]
    }),
    seas: spec.seas.flatMap(({ text, from, to }) => {
      const a = point(from)
      const b = point(to)
      return a === null || b === null ? [] : [{ text, from: a, to: b }]
    }),
    colours: COLOUR_ORDER.filter((colour) => incidents.some((incident) => incident.colour === colour)),
    borders: dataset.borders.map(({ countries, names, reason, source }) => ({
      countries,
      names,
      reason,
      source: source.publisher,
    })),
  }
}
