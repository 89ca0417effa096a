/** Figures in prose: queries on the record, run when the page is built. What cannot be answered stops the build, with file and line. */
import { countAttacks, countVessels, sumMunitions, sumPeople, type AttackCount } from '../dataset/count.ts'
import type { Dataset, Incident } from '../dataset/dataset.ts'
import { isDay } from '../dataset/schema/text.ts'
import { select, type Query } from '../dataset/query.ts'
import { comparePoint, pointsOf, type Comparison } from '../dataset/tallies.ts'
import type { TallyPoint } from '../dataset/schema/tally.ts'
import {
  ATTRIBUTIONS,
  COLOURS,
  EVIDENCE,
  FRONTS,
  keysOf,
  KINDS,
  OUTCOMES,
  SIDES,
  TARGET_TYPES,
  THEATRES,
  WEAPONS,
} from '../dataset/vocabulary.ts'

/** A figure that cannot be computed: where it stands in the text, what is wrong, what would be right. */
export class ProseError extends Error {
  constructor(at: string, message: string) {
    super(`${at}\n  ${message}`)
    this.name = 'ProseError'
  }
}

const CLOSED = {
  kinds: keysOf(KINDS),
  fronts: keysOf(FRONTS),
  theatres: keysOf(THEATRES),
  evidence: keysOf(EVIDENCE),
  attribution: keysOf(ATTRIBUTIONS),
  colours: keysOf(COLOURS),
  weapons: keysOf(WEAPONS),
  targetTypes: keysOf(TARGET_TYPES),
  targetSides: keysOf(SIDES),
  outcomes: [...keysOf(OUTCOMES), 'none'],
} as const satisfies Partial<Record<keyof Query, readonly string[]>>

/** Every field of a query, for checks of text that nobody typed against a type. */
export const QUERY_FIELDS: readonly string[] = [
  'from',
  'to',
  'attacks',
  'ids',
  'actors',
  'targets',
  'places',
  'countries',
  'vessels',
  ...Object.keys(CLOSED),
]

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}

/** ' Did you mean "x"?' where one of the words is near; nothing otherwise. */
export function didYouMean(word: string, words: Iterable<string>): string {
  let best = ''
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const each of words) {
    const far = distance(word, each)
    if (far < least) {
      least = far
      best = each
    }
  }
  return best === '' ? '' : ` Did you mean "${best}"?`
}

/** A checked query. Throws `ProseError` for a field, value, id or window that cannot be. */
export function checkQuery(query: Readonly<Record<string, unknown>>, dataset: Dataset, at: string): Query {
  const known = (
    id: unknown,
    ids: { has: (id: string) => boolean; keys: () => Iterable<string> },
    what: string,
  ): void => {
    if (typeof id !== 'string' || !ids.has(id))
      throw new ProseError(at, `"${String(id)}" is no ${what}.${didYouMean(String(id), ids.keys())}`)
  }
  for (const [field, value] of Object.entries(query)) {
    if (value === undefined) continue
    if (!QUERY_FIELDS.includes(field))
      throw new ProseError(at, `"${field}" is not a field of a query.${didYouMean(field, QUERY_FIELDS)}`)
    if (field === 'attacks') {
      if (value !== true) throw new ProseError(at, '"attacks" is a flag: write it alone, or leave it out.')
      continue
    }
    if (field === 'from' || field === 'to') {
      if (typeof value !== 'string' || !isDay(value))
        throw new ProseError(at, `"${field}" is "${String(value)}", which is not a day: write YYYY-MM-DD.`)
      continue
    }
    if (!Array.isArray(value) || value.length === 0)
      throw new ProseError(at, `"${field}" takes a list: write ${field}={['…']}.`)
    const allowed = (CLOSED as Record<string, readonly string[]>)[field]
    for (const each of value as unknown[]) {
      if (allowed !== undefined)
        known(each, { has: (id) => allowed.includes(id), keys: () => allowed }, `value of "${field}"`)
      else if (field === 'ids') known(each, dataset.byId, 'record')
      else if (field === 'actors' || field === 'targets') known(each, dataset.actors, 'actor')
      else if (field === 'places') known(each, dataset.places, 'place')
    }
  }
  const { from, to } = query as Query
  if (from !== undefined && to !== undefined && from > to)
    throw new ProseError(at, `The window ends (${to}) before it begins (${from}): swap them.`)
  return query as Query
}

export type Unit = 'attacks' | 'records' | 'vessels'

/** The records of a figure. Throws where there are none: a sentence about nothing is a slip. */
export function recordsOf(query: Readonly<Record<string, unknown>>, dataset: Dataset, at: string): Incident[] {
  const records = select(dataset, checkQuery(query, dataset, at)).filter((incident) => !incident.context)
  if (records.length === 0)
    throw new ProseError(
      at,
      `No record matches ${JSON.stringify(query)}. Widen the query, or write the sentence without a figure.`,
    )
  return records
}

/** How many attacks, records or ships a query finds. */
export function countOf(
  query: Readonly<Record<string, unknown>>,
  unit: Unit,
  dataset: Dataset,
  at: string,
): { count: number; attacks: AttackCount } {
  const records = recordsOf(query, dataset, at)
  const attacks = countAttacks(records)
  if (unit === 'records') return { count: records.length, attacks }
  if (unit === 'attacks') return { count: attacks.count, attacks }
  const { named, unnamed } = countVessels(records)
  return { count: named + unnamed, attacks }
}

export type Summed = 'killed' | 'wounded' | 'munitions'

/** A sum over the records of a query. */
export function sumOf(query: Readonly<Record<string, unknown>>, what: Summed, dataset: Dataset, at: string) {
  const records = recordsOf(query, dataset, at)
  return what === 'munitions' ? sumMunitions(records) : sumPeople(records, what)
}

/** A figure of a tally, as of a day. Throws where the series or the day is unknown. */
export function pointOf(series: string, asOf: string, dataset: Dataset, at: string): TallyPoint {
  if (!dataset.series.has(series))
    throw new ProseError(at, `"${series}" is no series.${didYouMean(series, dataset.series.keys())}`)
  const points = pointsOf(dataset, series)
  const point = points.findLast((each) => each.asOf === asOf)
  if (point !== undefined) return point
  throw new ProseError(
    at,
    `The series "${series}" has no figure as of ${asOf}.${didYouMean(
      asOf,
      points.map((each) => each.asOf),
    )}`,
  )
}

/** A tally beside our two counts. Throws too where nothing is comparable. */
export function tallyOf(series: string, asOf: string, dataset: Dataset, at: string): Comparison {
  const point = pointOf(series, asOf, dataset, at)
  const comparison = comparePoint(dataset, point)
  if (comparison === null) throw new ProseError(at, `Nothing in the record can be set beside "${series}".`)
  return comparison
}

/** One record by its id. */
export function recordOf(id: string, dataset: Dataset, at: string): Incident {
  const incident = dataset.byId.get(id)
  if (incident === undefined) throw new ProseError(at, `"${id}" is no record.${didYouMean(id, dataset.byId.keys())}`)
  return incident
}
