/**
 * Records as flat rows: one column a field, the same for export and import.
 *
 * 1. Null is an empty cell.
 * 2. A list is its items joined by "; ". Within an item ; is written \; and \ is written \\.
 * 3. A range of numbers is two columns, _low and _high. An empty _high beside a _low means "at least".
 * 4. A part of a record that is not there (position, casualties, vessel) has all its cells empty. Casualties are there where
 *    casualties_counted_elsewhere says true or false.
 * 5. Accounts and sources are rows of their own, keyed by the incident's id and numbered from 1. An account names its sources by
 *    those numbers.
 * 6. Computed columns are there to be read. Import takes no value from them.
 */
import type { Dataset, Incident } from './dataset.ts'
import { pointOf } from './point.ts'

/** How a cell is written. `count` is a whole number, `flag` true or false, `list` rule 2, `data` is JSON. */
export type CellForm = 'text' | 'day' | 'number' | 'count' | 'flag' | 'list' | 'positions' | 'data'

export interface Column {
  readonly name: string
  /** The field as a path; empty for a computed column. */
  readonly path: readonly string[]
  readonly form: CellForm
  readonly computed: boolean
  /** For a computed column and the key: what it holds. Other columns are described by the schema. */
  readonly about: string | null
}

const column = (name: string, path: string, form: CellForm = 'text'): Column => ({
  name,
  path: path.split('.'),
  form,
  computed: false,
  about: null,
})
const computed = (name: string, form: CellForm, about: string): Column => ({
  name,
  path: [],
  form,
  computed: true,
  about,
})
const key: Column = { name: 'id', path: ['id'], form: 'text', computed: false, about: 'The id of the incident.' }
const number: Column = {
  name: 'n',
  path: [],
  form: 'count',
  computed: false,
  about: 'Position in the record, counted from 1.',
}

/** The columns of incidents.csv. */
export const INCIDENT_COLUMNS: readonly Column[] = [
  key,
  column('date_start', 'date.start', 'day'),
  column('date_end', 'date.end', 'day'),
  column('date_precision', 'date.precision'),
  column('date_assumed', 'date.assumed', 'flag'),
  column('time_note', 'date.timeNote'),
  column('date_note', 'date.dateNote'),
  column('kind', 'kind'),
  column('context', 'context', 'flag'),
  column('title', 'title'),
  computed(
    'evidence',
    'text',
    'Level of evidence: confirmed, reported, claimed or disputed. Computed from the accounts.',
  ),
  computed('evidence_voice', 'text', 'For a claim or a dispute, whose word it rests on: attacker, target or relayed.'),
  computed('evidence_by', 'list', 'The parties that decide the level of evidence.'),
  column('summary', 'summary'),
  column('theatre', 'theatre'),
  computed('front', 'text', 'The front that the theatre belongs to.'),
  column('place_id', 'place.id'),
  column('place_name', 'place.name'),
  column('place_country', 'place.country'),
  column('place_precision', 'place.precision'),
  column('place_also', 'place.also', 'list'),
  computed('lat', 'number', 'Degrees north of the point that is drawn: a ship, a site or a town. Empty where none is.'),
  computed('lon', 'number', 'Degrees east of that point.'),
  computed('point_precision', 'text', 'What the point is: position (of a ship), site or town.'),
  column('position_lat', 'position.lat', 'number'),
  column('position_lon', 'position.lon', 'number'),
  column('position_how', 'position.how'),
  column('attackers', 'attackers', 'list'),
  column('attacker_side', 'attackerSide'),
  column('attacker_note', 'attackerNote'),
  column('attribution', 'attribution'),
  column('target_type', 'target.type'),
  column('target_operator', 'target.operator'),
  column('target_description', 'target.description'),
  column('target_actors', 'target.actors', 'list'),
  column('vessel_name', 'target.vessel.name'),
  column('vessel_flag', 'target.vessel.flag'),
  column('vessel_type', 'target.vessel.type'),
  column('weapons', 'weapons', 'list'),
  column('munitions_low', 'munitions.low', 'count'),
  column('munitions_high', 'munitions.high', 'count'),
  column('munitions_note', 'munitionsNote'),
  column('outcome', 'outcome'),
  column('damage', 'damage'),
  column('killed_low', 'casualties.killed.low', 'count'),
  column('killed_high', 'casualties.killed.high', 'count'),
  column('wounded_low', 'casualties.wounded.low', 'count'),
  column('wounded_high', 'casualties.wounded.high', 'count'),
  column('casualties_whose', 'casualties.whose'),
  column('casualties_counted_by', 'casualties.countedBy'),
  column('casualties_note', 'casualties.note'),
  column('casualties_counted_elsewhere', 'casualties.countedElsewhere', 'flag'),
  column('attacks', 'attacks', 'count'),
  column('recorded', 'recorded', 'day'),
  column('revisions', 'revisions', 'data'),
  column('covers', 'covers', 'list'),
  column('distinct_from', 'distinctFrom', 'list'),
  column('possibly_same_as', 'possiblySameAs', 'list'),
  column('doubts', 'doubts', 'list'),
  column('note', 'note'),
  column('earlier_status', 'earlierStatus'),
]

/** The columns of accounts.csv. */
export const ACCOUNT_COLUMNS: readonly Column[] = [
  key,
  number,
  column('party', 'party'),
  computed('party_name', 'text', 'The name of the party.'),
  column('stance', 'stance'),
  column('of', 'of'),
  column('basis', 'basis'),
  column('said', 'said'),
  column('sources', 'sources', 'positions'),
]

/** The columns of sources.csv. */
export const SOURCE_COLUMNS: readonly Column[] = [
  key,
  number,
  column('url', 'url'),
  column('publisher', 'publisher'),
  column('date', 'date'),
  column('via', 'via'),
  column('archive', 'archive'),
]

/** A cell before it is written: text, a number, a flag, or null for an empty one. */
export type Cell = string | number | boolean | null

/** A list as one cell, by rule 2. */
export const joinList = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\;]/g, (mark) => `\\${mark}`)).join('; ')

/** A cell as a list, by rule 2. Blanks around items go, and so do empty items. */
export function splitList(cell: string): string[] {
  const items: string[] = []
  let item = ''
  for (let index = 0; index < cell.length; index++) {
    const mark = cell[index] ?? ''
    const next = cell[index + 1]
    if (mark === '\\' && (next === '\\' || next === ';')) {
      item += next
      index++
    } else if (mark === ';') {
      items.push(item)
      item = ''
    } else item += mark
  }
  items.push(item)
  return items.map((one) => one.trim()).filter((one) => one !== '')
}

/** The value at a path; null where a part of the path is null. */
export function valueAt(record: unknown, path: readonly string[]): unknown {
  let value = record
  for (const step of path) {
    if (value === null || value === undefined) return null
    value = (value as Readonly<Record<string, unknown>>)[step]
  }
  return value ?? null
}

/** A value of a record as a cell. */
export function cellOf(form: CellForm, value: unknown): Cell {
  if (value === null || value === undefined) return null
  switch (form) {
    case 'number':
    case 'count':
      return value as number
    case 'flag':
      return value as boolean
    case 'list':
      return joinList(value as readonly string[])
    case 'positions':
      return (value as readonly number[]).map((position) => String(position + 1)).join('; ')
    case 'data':
      return Array.isArray(value) && value.length === 0 ? null : JSON.stringify(value)
    default:
      return value as string
  }
}

/** The cells of an incident, in the order of `INCIDENT_COLUMNS`. */
export function incidentCells(incident: Incident, dataset: Pick<Dataset, 'places'>): Cell[] {
  const point = pointOf(incident, dataset)
  const known: Readonly<Record<string, Cell>> = {
    evidence: incident.evidence.level,
    evidence_voice: incident.evidence.voice,
    evidence_by: joinList(incident.evidence.by),
    front: incident.front,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    point_precision: point?.precision ?? null,
  }
  return INCIDENT_COLUMNS.map(({ name, path, form, computed }) =>
    computed ? (known[name] ?? null) : cellOf(form, valueAt(incident, path)),
  )
}

/** The cells of the accounts of an incident, a row an account. */
export const accountCells = (incident: Incident, dataset: Pick<Dataset, 'parties'>): Cell[][] =>
  incident.accounts.map((account, index) =>
    ACCOUNT_COLUMNS.map(({ name, path, form }) => {
      if (name === 'id') return incident.id
      if (name === 'n') return index + 1
      if (name === 'party_name') return dataset.parties.get(account.party)?.name ?? null
      return cellOf(form, valueAt(account, path))
    }),
  )

/** The cells of the sources of an incident, a row a source. */
export const sourceCells = (incident: Incident): Cell[][] =>
  incident.sources.map((source, index) =>
    SOURCE_COLUMNS.map(({ name, path, form }) =>
      name === 'id' ? incident.id : name === 'n' ? index + 1 : cellOf(form, valueAt(source, path)),
    ),
  )
