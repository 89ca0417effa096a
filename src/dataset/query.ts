/**
 * A query: which records. The same vocabulary serves the prose, the charts, the filters of the site and its addresses.
 * Fields are joined by "and"; the values of one field by "or". An absent field does not filter.
 */
import type { Dataset, Incident } from './dataset.ts'
import { overlaps } from './dates.ts'
import type {
  Attribution,
  Colour,
  EvidenceLevel,
  Front,
  Kind,
  Outcome,
  Side,
  TargetType,
  Theatre,
  Weapon,
} from './vocabulary.ts'

export interface Query {
  /** First day; a record is in if its dates overlap. */
  from?: string
  /** Last day. */
  to?: string
  ids?: readonly string[]
  kinds?: readonly Kind[]
  fronts?: readonly Front[]
  theatres?: readonly Theatre[]
  countries?: readonly string[]
  evidence?: readonly EvidenceLevel[]
  /** Attackers: ids of actors. */
  actors?: readonly string[]
  colours?: readonly Colour[]
  attribution?: readonly Attribution[]
  weapons?: readonly Weapon[]
  targetTypes?: readonly TargetType[]
  /** Actors attacked. */
  targets?: readonly string[]
  /** Sides attacked. */
  targetSides?: readonly Side[]
  outcomes?: readonly (Outcome | 'none')[]
  /** Places, `also` included, and what lies within them. */
  places?: readonly string[]
  /** Ship's names, exact. */
  vessels?: readonly string[]
  /** True: only attacks in the sense of `isAttack`. */
  attacks?: boolean
}

const ATTACK_KINDS: ReadonlySet<Kind> = new Set(['attack', 'interception', 'seizure'])

/** Whether a record's target is on that side. */
export const targets = (incident: Pick<Incident, 'target'>, side: Side, dataset: Pick<Dataset, 'actors'>): boolean =>
  incident.target.actors.some((id) => dataset.actors.get(id)?.side === side)

/**
 * Whether a record counts as attacks by Iran-aligned groups: an attack, interception or seizure, by an Iran-aligned group, or on
 * US or coalition forces by an author nobody names. Iran's own actions, shootdowns, strikes and events do not.
 */
export function isAttack(
  incident: Pick<Incident, 'kind' | 'context' | 'attackers' | 'attackerSide' | 'target'>,
  dataset: Pick<Dataset, 'actors'>,
): boolean {
  if (incident.context || !ATTACK_KINDS.has(incident.kind)) return false
  if (incident.attackers.length > 0)
    return incident.attackers.some((id) => dataset.actors.get(id)?.side === 'iran-aligned')
  if (incident.attackerSide !== null) return incident.attackerSide === 'iran-aligned'
  return targets(incident, 'us-coalition', dataset)
}

const has = <T>(values: readonly T[] | undefined, value: T): boolean => values === undefined || values.includes(value)
const shares = <T>(values: readonly T[] | undefined, own: readonly T[]): boolean =>
  values === undefined || own.some((value) => values.includes(value))

/** What of a record a query looks at; a page that filters carries no more. */
export type Filterable = Pick<
  Incident,
  | 'id'
  | 'date'
  | 'kind'
  | 'context'
  | 'front'
  | 'theatre'
  | 'evidence'
  | 'colour'
  | 'place'
  | 'attackers'
  | 'attackerSide'
  | 'attribution'
  | 'target'
  | 'weapons'
  | 'outcome'
>

/** Whether one record matches a query. */
export function matches(incident: Filterable, query: Query, dataset: Pick<Dataset, 'actors' | 'places'>): boolean {
  if (query.from !== undefined || query.to !== undefined) {
    if (!overlaps(incident.date, { start: query.from ?? '0000-01-01', end: query.to ?? '9999-12-31' })) return false
  }
  return (
    has(query.ids, incident.id) &&
    has(query.kinds, incident.kind) &&
    has(query.fronts, incident.front) &&
    has(query.theatres, incident.theatre) &&
    has(query.evidence, incident.evidence.level) &&
    has(query.attribution, incident.attribution) &&
    has(query.colours, incident.colour) &&
    has(query.outcomes, incident.outcome ?? 'none') &&
    (query.countries === undefined ||
      (incident.place.country !== null && query.countries.includes(incident.place.country))) &&
    (query.targetTypes === undefined ||
      (incident.target.type !== null && query.targetTypes.includes(incident.target.type))) &&
    shares(query.actors, incident.attackers) &&
    shares(query.targets, incident.target.actors) &&
    shares(query.weapons, incident.weapons) &&
    (query.vessels === undefined ||
      (incident.target.vessel?.name != null && query.vessels.includes(incident.target.vessel.name))) &&
    (query.targetSides === undefined || query.targetSides.some((side) => targets(incident, side, dataset))) &&
    (query.places === undefined || placesOf(incident, dataset).some((place) => query.places?.includes(place))) &&
    (query.attacks !== true || isAttack(incident, dataset))
  )
}

/** Every place of a record, with the places that hold them. */
export function placesOf(incident: Pick<Incident, 'place'>, dataset: Pick<Dataset, 'places'>): string[] {
  const found = new Set<string>()
  for (let id of [incident.place.id, ...incident.place.also]) {
    while (id !== null && !found.has(id)) {
      found.add(id)
      id = dataset.places.get(id)?.within ?? null
    }
  }
  return [...found]
}

/** The records that match, in time order. */
export const select = (dataset: Dataset, query: Query): Incident[] =>
  dataset.incidents.filter((incident) => matches(incident, query, dataset))
