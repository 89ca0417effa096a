/** What differs between two versions of a record, field by field. */
import type { Draft } from './record.ts'

export interface Difference {
  /** The field as a path: `place.id`, `accounts[1].stance`, `sources[2]` for a whole item. */
  readonly field: string
  /** Undefined where there was nothing. */
  readonly before: unknown
  /** Undefined where there is nothing now. */
  readonly after: unknown
}

const isGroup = (value: unknown): value is Draft => value !== null && typeof value === 'object' && !Array.isArray(value)
const isListOfGroups = (value: unknown): value is readonly Draft[] => Array.isArray(value) && value.some(isGroup)
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Differences in the order of the fields. Groups are compared field by field; lists of plain values as wholes; lists of groups
 * item by item. A group that comes or goes is one difference.
 */
export function diffRecords(before: Draft, after: Draft): Difference[] {
  return diffGroups(before, after, '')
}

function diffGroups(before: Draft, after: Draft, path: string): Difference[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return names.flatMap((name) => diffValues(before[name], after[name], path === '' ? name : `${path}.${name}`))
}

function diffValues(before: unknown, after: unknown, field: string): Difference[] {
  if (isGroup(before) && isGroup(after)) return diffGroups(before, after, field)
  if (isListOfGroups(before) || isListOfGroups(after)) {
    const old = Array.isArray(before) ? (before as readonly unknown[]) : []
    const now = Array.isArray(after) ? (after as readonly unknown[]) : []
    return Array.from({ length: Math.max(old.length, now.length) }, (_, index) =>
      diffValues(old[index], now[index], `${field}[${String(index)}]`),
    ).flat()
  }
  return same(before, after) ? [] : [{ field, before, after }]
}

/** A value as a person reads it: text as it is, lists joined, groups by what they say, nothing as null. */
export function wordsOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => wordsOf(item) ?? 'null').join('; ')
  if (isGroup(value))
    return Object.entries(value)
      .flatMap(([name, part]) => {
        const words = wordsOf(part)
        return words === null ? [] : [`${name}: ${words}`]
      })
      .join(', ')
  return String(value)
}

const clip = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** A difference as one line: `place.id  "erbil" → "harir"`, `+` for what came, `-` for what went. */
export function formatDifference({ field, before, after }: Difference, width = 110): string {
  const show = (value: unknown): string => {
    const words = wordsOf(value)
    return words === null ? 'nothing' : clip(typeof value === 'string' ? JSON.stringify(words) : words, width)
  }
  if (before === undefined) return `${field}  + ${show(after)}`
  if (after === undefined) return `${field}  - ${show(before)}`
  return `${field}  ${show(before)} → ${show(after)}`
}
