/** What the schema finds, in the words of an editor: the value, what is wrong with it, what would be right. */
import type { z } from 'zod'
import { formatPath, type Path } from './json.ts'
import { fieldAt, termsOf, type Field } from './schema/field.ts'
import { didYouMean, suggest } from './suggest.ts'

/** One thing that the schema finds. */
export interface Finding {
  readonly code: string
  readonly path: Path
  /** For a field that should not be there: its name, at `path`. */
  readonly name: string | null
  readonly message: string
}

// What a wrong value of a coded field is not: `"dron" is not a weapon.`
const NOUNS: Readonly<Record<string, string>> = {
  kind: 'a kind',
  kinds: 'a kind',
  theatre: 'a theatre',
  precision: 'a precision',
  attribution: 'an attribution',
  attackerSide: 'a side',
  side: 'a side',
  targetSides: 'a side',
  type: 'a type',
  targetTypes: 'a type of target',
  weapons: 'a weapon',
  outcome: 'an outcome',
  stance: 'a stance',
  of: 'something that can be denied',
  basis: 'a basis',
  via: 'a route',
  layer: 'a layer',
  colour: 'a colour',
  position: 'a position',
  confidence: 'a confidence',
  fronts: 'a front',
  earlierStatus: 'a status',
  units: 'a unit of count',
  unit: 'a unit',
  qualifier: 'a qualifier',
}

const WORDS: Readonly<Record<Field['type'], string>> = {
  text: 'text in double quotes',
  number: 'a number without quotes',
  boolean: 'true or false',
  choice: 'one of the allowed words',
  list: 'a list in [ ]',
  group: 'a group of fields in { }',
  other: 'a value',
}

// Fields that people add because other collections have them.
const TYPED_ELSEWHERE = new Map([
  ['id', 'The name of the file is the id.'],
  ['evidence', 'Nobody types the evidence: it follows from the accounts.'],
  ['status', 'Nobody types the status: it follows from the accounts.'],
  ['front', 'Nobody types the front: it follows from the theatre.'],
])

/** A value as it is quoted in a message; null where it is too long or too large to quote. */
export function quote(value: unknown): string | null {
  if (value === undefined || typeof value === 'object') return null
  // Infinity comes from a number that is too large for a computer's arithmetic.
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value)
  if (text === '""') return null
  const visible = text.replace(
    /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return visible.length <= 80 ? visible : `${visible.slice(0, 60)}…"`
}

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)
const last = (path: Path): string => String([...path].reverse().find((step) => typeof step === 'string') ?? 'record')
const list = (values: readonly string[]): string => values.map((value) => JSON.stringify(value)).join(', ')

const example = (field: Field): string => {
  const shown = field.examples.find((value) => value !== null && !(Array.isArray(value) && value.length === 0))
  if (shown === undefined || field.type === 'boolean') return ''
  const text = JSON.stringify(shown)
  return text.length > 90 ? '' : `, as in ${text}`
}

const valueAt = (value: unknown, path: Path): unknown => {
  for (const step of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[step]
  }
  return value
}

function missing(path: Path, field: Field | null): string {
  const name = JSON.stringify(last(path))
  if (field === null) return `${name} is missing.`
  const or = field.nullable ? ', or null where nothing is known' : field.type === 'list' ? ', or [] for none' : ''
  const means = field.description === null ? '' : ` ${sentence(field.description)}`
  return `${name} is missing.${means} Write ${WORDS[field.type]}${example(field)}${or}.`
}

function wrongType(value: unknown, path: Path, field: Field | null): string {
  const subject = quote(value) ?? (Array.isArray(value) ? 'A list' : value === '' ? 'Empty text' : 'A group of fields')
  const wanted = field === null ? 'another kind of value' : WORDS[field.type]
  if (value === null)
    return `null is not allowed for ${JSON.stringify(last(path))}. Write ${wanted}${field === null ? '' : example(field)}.`
  if (field?.type === 'number' && typeof value === 'number')
    return `${subject} is too large or is no number. Write ${wanted}${example(field)}.`
  if (field?.type === 'number' && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()))
    return `${subject} is text. Write the number without quotes: ${value.trim()}.`
  if (field?.type === 'list' && typeof value !== 'object') return `${subject} must stand in a list: [${subject}].`
  const or = field?.nullable === true ? ', or null where nothing is known' : ''
  return `${subject} does not fit here. Write ${wanted}${field === null ? '' : example(field)}${or}.`
}

function wrongChoice(value: unknown, path: Path, field: Field | null, values: readonly string[]): string {
  if (value === null) return `null is not allowed for ${JSON.stringify(last(path))}. Write one of ${list(values)}.`
  const subject = quote(value) ?? (value === '' ? 'Empty text' : Array.isArray(value) ? 'A list' : 'A group of fields')
  const noun = NOUNS[last(path)]
  const is = noun === undefined ? 'is not allowed here' : `is not ${noun}`
  const or = field?.nullable === true ? ', or null' : ''
  if (typeof value === 'string') {
    // People write the label that they see on the site.
    const terms = termsOf(values)
    const wanted = value.trim().toLowerCase()
    const byLabel = values.find((key) => key.toLowerCase() === wanted || terms?.[key]?.label.toLowerCase() === wanted)
    const near = byLabel ?? suggest(value, values)[0]
    if (near !== undefined) return `${subject} ${is}. Did you mean ${JSON.stringify(near)}?`
  }
  return `${subject} ${is}. Write one of ${list(values)}${or}.`
}

function unknownField(name: string, path: Path, holder: Field | null): string {
  const shown = quote(name) ?? 'A field without a name'
  const known = holder === null ? [] : [...holder.fields.keys()].filter((key) => key !== '$schema')
  const where = path.length === 0 ? 'here' : `in ${formatPath(path)}`
  const typed = path.length === 0 ? TYPED_ELSEWHERE.get(name) : undefined
  if (typed !== undefined) return `${shown} is not a field of a record. ${typed} Remove it.`
  const near = didYouMean(name, known)
  if (near !== '') return `${shown} is not a field ${where}.${near}`
  return `${shown} is not a field ${where}. ${known.length > 0 && known.length <= 12 ? `The fields are ${list(known)}.` : 'Remove it, or put what it says in "note".'}`
}

/** What a schema finds wrong with a value; null and the checked value where it finds nothing. */
export function inspect<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { readonly value: T; readonly findings: null } | { readonly value: null; readonly findings: readonly Finding[] } {
  const result = schema.safeParse(value)
  const findings: Finding[] = []
  if (result.success) return { value: result.data, findings: null }
  // Where a field that should not be there is one that is missing, misspelt, the mistake is told once.
  const meant = new Set<string>()
  for (const issue of result.error.issues)
    if (issue.code === 'unrecognized_keys')
      for (const name of issue.keys) {
        const known = fieldAt(schema, issue.path)?.fields.keys() ?? []
        const [near] = suggest(name, known)
        if (near !== undefined) meant.add(JSON.stringify([...issue.path, near]))
      }
  for (const issue of result.error.issues) {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
    const found = valueAt(value, path)
    const field = fieldAt(schema, path)
    const finding = (code: string, message: string, name: string | null = null): void => {
      findings.push({ code, path, name, message })
    }
    if (issue.code === 'unrecognized_keys')
      for (const name of issue.keys) finding('unknown-field', unknownField(name, path, field), name)
    else if (found === undefined) {
      if (!meant.has(JSON.stringify(path))) finding('missing-field', missing(path, field))
    } else if (issue.code === 'invalid_value')
      finding('not-allowed', wrongChoice(found, path, field, issue.values.map(String)))
    else if (issue.code === 'invalid_type' && !isOwn(issue.message))
      finding('wrong-type', wrongType(found, path, field))
    else {
      const subject =
        quote(found) ??
        (path.length === 0 ? 'The record' : formatPath(path.slice(-1)).startsWith('[') ? formatPath(path) : last(path))
      finding('not-valid', sentence(`${subject} ${isOwn(issue.message) ? issue.message : 'does not fit here'}`))
    }
  }
  return { value: null, findings }
}

// Messages of the schema are predicates ("is empty: …"); the library's own begin with a capital or never occur.
const isOwn = (message: string): boolean => /^[a-z]/.test(message)
