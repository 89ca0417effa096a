/**
 * A query as part of an address: `?from=2024-01-01&fronts=sea&evidence=confirmed,reported`. Several values of a field are joined by
 * commas. What is not in the vocabulary is left out, so that any address is a valid view.
 */
import { dayNumber, dayOfNumber } from './dates.ts'
import type { Query } from './query.ts'
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
} from './vocabulary.ts'

const ID = /^[a-z0-9-]{1,120}$/

// The closed fields with their values; null for fields that take ids or names.
const LISTS = {
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
  ids: null,
  actors: null,
  targets: null,
  places: null,
  countries: null,
  vessels: null,
} as const satisfies Partial<Record<keyof Query, readonly string[] | null>>

// The schema's own check would bring the schema library into the browser.
const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(dayNumber(value)) && dayOfNumber(dayNumber(value)) === value

const FREE = new Set(['countries', 'vessels'])

/** The query that an address asks for. Unknown fields and values are ignored. */
export function queryOfParams(params: URLSearchParams): Query {
  const query: Record<string, unknown> = {}
  for (const name of ['from', 'to']) {
    const value = params.get(name)
    if (value !== null && isDay(value)) query[name] = value
  }
  for (const [name, allowed] of Object.entries(LISTS)) {
    const values = [...new Set(params.getAll(name).flatMap((value) => value.split(',')))].filter((value) =>
      allowed === null
        ? FREE.has(name)
          ? value !== '' && value.length <= 120
          : ID.test(value)
        : (allowed as readonly string[]).includes(value),
    )
    if (values.length > 0) query[name] = values
  }
  if (params.get('attacks') === '1') query['attacks'] = true
  return query as Query
}

/** The address of a query, its fields in a fixed order. */
export function paramsOfQuery(query: Query): URLSearchParams {
  const params = new URLSearchParams()
  if (query.from !== undefined) params.set('from', query.from)
  if (query.to !== undefined) params.set('to', query.to)
  for (const name of Object.keys(LISTS) as (keyof typeof LISTS)[]) {
    const values = query[name]
    if (values !== undefined && values.length > 0) params.set(name, values.join(','))
  }
  if (query.attacks === true) params.set('attacks', '1')
  return params
}

/** The path of Explore with a query, commas left readable. */
export function explorePath(query: Query): string {
  const search = paramsOfQuery(query).toString().replaceAll('%2C', ',')
  return search === '' ? '/explore/' : `/explore/?${search}`
}
