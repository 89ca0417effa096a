/** JSON files as people break them: what is wrong, at which line and column, and where a field stands. */
import { isUtf8 } from 'node:buffer'
import { visit } from 'jsonc-parser'

/** The way to a value: names of fields and positions in lists. */
export type Path = readonly (string | number)[]

export interface Place {
  readonly line: number
  readonly column: number
}

export interface JsonProblem {
  readonly level: 'error' | 'warning'
  readonly code: string
  /** Null for the file as a whole. */
  readonly place: Place | null
  readonly field: string | null
  readonly message: string
}

export interface JsonReading {
  /** The text without a byte-order mark; empty where the bytes are no text. */
  readonly text: string
  /** The value; undefined where the text is not JSON. */
  readonly value: unknown
  readonly problems: readonly JsonProblem[]
}

/** The largest file that is read. A record is a few kilobytes. */
export const LARGEST_FILE = 50 * 1024 * 1024

const DEEPEST = 64

/** A path as editors write it: `weapons[0]`, `date.start`. Empty for the whole. */
export function formatPath(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${String(step)}]` : index === 0 ? step : `.${step}`))
    .join('')
}

/** Line and column, from 1, of an offset in a text. Lines end with LF, CRLF or CR; columns count UTF-16 units, as editors do. */
export function placeOf(text: string, offset: number): Place {
  let line = 1
  let start = 0
  for (let i = 0; i < offset; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++
      start = i + 1
    }
  }
  return { line, column: offset - start + 1 }
}

/** The text of bytes that are UTF-8, without a byte-order mark. */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes)

/** Read bytes as JSON. Never throws. */
export function readJson(bytes: Uint8Array): JsonReading {
  const whole = (code: string, message: string): JsonReading => ({
    text: '',
    value: undefined,
    problems: [{ level: 'error', code, place: null, field: null, message }],
  })
  if (bytes.length === 0) return whole('empty-file', 'The file is empty. Write a record, or remove the file.')
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return whole('not-utf-8', 'The file is UTF-16 text. Save it as UTF-8.')
  if (!isUtf8(bytes)) {
    const line = lineOfBadByte(bytes)
    const reading = whole(
      'not-utf-8',
      'The file is not UTF-8 text: the first wrong byte is on this line. Save it as UTF-8.',
    )
    return { ...reading, problems: reading.problems.map((problem) => ({ ...problem, place: { line, column: 1 } })) }
  }
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const marked = decoded.startsWith('\ufeff')
  const text = marked ? decoded.slice(1) : decoded
  const problems: JsonProblem[] = marked
    ? [
        {
          level: 'warning',
          code: 'byte-order-mark',
          place: { line: 1, column: 1 },
          field: null,
          message:
            'The file begins with a byte-order mark, which other tools may refuse. Save it as UTF-8 without one.',
        },
      ]
    : []
  if (text.trim() === '') return whole('empty-file', 'The file holds blanks only. Write a record, or remove the file.')
  const depth = measure(text)
  if (depth.deepest > DEEPEST) {
    problems.push({
      level: 'error',
      code: 'too-deep',
      place: placeOf(text, depth.at),
      field: null,
      message: `Brackets are nested more than ${String(DEEPEST)} deep. A record has no such field.`,
    })
    return { text, value: undefined, problems }
  }
  let value: unknown
  try {
    value = JSON.parse(text) as unknown
  } catch {
    problems.push(...syntaxProblems(text))
    return { text, value: undefined, problems }
  }
  // JSON.parse silently keeps the last of two fields with one name: fewer fields then come out than stand in the text.
  if (countFields(value) !== depth.fields) problems.push(...doubleFields(text))
  return { text, value, problems }
}

function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1
  let start = 0
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 10) continue
    if (!isUtf8(bytes.subarray(start, i))) return line
    line++
    start = i + 1
  }
  return line
}

const QUOTE = 34
const COLON = 58

// How deep brackets nest, where that is first reached, and how many fields are written. A loop over letters: every file passes here.
function measure(text: string): { deepest: number; at: number; fields: number } {
  let depth = 0
  let deepest = 0
  let at = 0
  let fields = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) {
      i = skipText(text, i) - 1
      let next = i + 1
      while (isBlank(text.charCodeAt(next))) next++
      if (text.charCodeAt(next) === COLON) fields++
    } else if (code === 123 || code === 91) {
      depth++
      if (depth > deepest) {
        deepest = depth
        at = i
      }
    } else if (code === 125 || code === 93) depth--
  }
  return { deepest, at, fields }
}

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

function countFields(value: unknown): number {
  let fields = 0
  const queue: object[] = typeof value === 'object' && value !== null ? [value] : []
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const values = Object.values(next) as unknown[]
    if (!Array.isArray(next)) fields += values.length
    for (const item of values) if (typeof item === 'object' && item !== null) queue.push(item)
  }
  return fields
}

function doubleFields(text: string): JsonProblem[] {
  const problems: JsonProblem[] = []
  const seen: Map<string, number>[] = []
  visit(text, {
    onObjectBegin: () => {
      seen.push(new Map())
    },
    onObjectEnd: () => {
      seen.pop()
    },
    onObjectProperty: (name, offset, _length, _line, _column, path) => {
      const names = seen.at(-1)
      const before = names?.get(name)
      if (before !== undefined)
        problems.push({
          level: 'error',
          code: 'double-field',
          place: placeOf(text, offset),
          field: formatPath([...path(), name]),
          message: `${JSON.stringify(name)} stands twice: first on line ${String(placeOf(text, before).line)}, again here. Keep one.`,
        })
      else names?.set(name, offset)
    },
  })
  return problems
}

// Numbers of jsonc-parser's ParseErrorCode, an ambient const enum that cannot be imported.
const INVALID_SYMBOL = 1
const INVALID_NUMBER = 2
const NAME_EXPECTED = 3
const VALUE_EXPECTED = 4
const COLON_EXPECTED = 5
const COMMA_EXPECTED = 6
const CLOSE_BRACE_EXPECTED = 7
const CLOSE_BRACKET_EXPECTED = 8
const END_EXPECTED = 9
const INVALID_COMMENT = 10
const UNEXPECTED_END_OF_COMMENT = 11
const UNEXPECTED_END_OF_STRING = 12
const UNEXPECTED_END_OF_NUMBER = 13
const INVALID_UNICODE = 14
const INVALID_ESCAPE = 15
const INVALID_CHARACTER = 16

const LITERALS: Readonly<Record<string, string>> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  NULL: 'null',
  Null: 'null',
  nil: 'null',
  undefined: 'null',
  NaN: 'null',
}

// Comments and trailing commas are each named; of all else only the first, since the rest follows from it.
function syntaxProblems(text: string): JsonProblem[] {
  const problems: JsonProblem[] = []
  let broken = false
  const name = (code: string, offset: number, message: string) => {
    problems.push({ level: 'error', code, place: placeOf(text, offset), field: null, message })
  }
  visit(
    text,
    {
      onError: (error: number, offset, length) => {
        if (broken) return
        const end = text.trimEnd().length
        const comma = text.slice(0, offset).trimEnd()
        if (error === INVALID_COMMENT) {
          name('comment', offset, 'A comment stands here, and JSON has none. Put it in `note`, or remove it.')
        } else if (
          (error === NAME_EXPECTED || error === VALUE_EXPECTED) &&
          comma.endsWith(',') &&
          /[}\]]/.test(text[offset] ?? '')
        ) {
          if (
            !problems.some((problem) => problem.code === 'trailing-comma' && samePlace(problem, text, comma.length - 1))
          )
            name('trailing-comma', comma.length - 1, 'A comma stands after the last field or item. Remove it.')
        } else {
          broken = true
          if (offset >= end || (error === UNEXPECTED_END_OF_STRING && !/[\r\n]/.test(text.slice(offset, end))))
            name(
              'truncated',
              end,
              'The file ends too early: a bracket, quote or value is still open. Restore the rest.',
            )
          else name('not-json', offset, describe(error, text.slice(offset, offset + Math.max(1, length))))
        }
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  )
  if (problems.length === 0)
    problems.push({ level: 'error', code: 'not-json', place: null, field: null, message: 'The file is not JSON.' })
  return problems
}

function samePlace(problem: JsonProblem, text: string, offset: number): boolean {
  const place = placeOf(text, offset)
  return problem.place?.line === place.line && problem.place.column === place.column
}

function describe(error: number, found: string): string {
  switch (error) {
    case INVALID_SYMBOL: {
      const right = LITERALS[found]
      if (right !== undefined) return `${found} is not a value of JSON. Write ${right}.`
      if (/^['‘’“”]/.test(found)) return 'Text stands in straight double quotes: "like this".'
      return `${JSON.stringify(found.slice(0, 40))} is not a value. Put text in double quotes, or write null where nothing is known.`
    }
    case INVALID_NUMBER:
    case UNEXPECTED_END_OF_NUMBER:
      return 'This is not a number as JSON writes it: digits, with a point for decimals.'
    case NAME_EXPECTED:
      return 'The name of a field, in double quotes, belongs here.'
    case VALUE_EXPECTED:
      return 'A value is missing here. Write null where nothing is known.'
    case COLON_EXPECTED:
      return 'A colon is missing between the name of the field and its value.'
    case COMMA_EXPECTED:
      return 'A comma is missing before this.'
    case CLOSE_BRACE_EXPECTED:
      return 'A closing brace } is missing before this.'
    case CLOSE_BRACKET_EXPECTED:
      return 'A closing bracket ] is missing before this.'
    case END_EXPECTED:
      return 'Something follows after the end of the record. Remove it.'
    case UNEXPECTED_END_OF_COMMENT:
      return 'A comment stands here, and JSON has none. Put it in `note`, or remove it.'
    case UNEXPECTED_END_OF_STRING:
      return 'This text has no closing quote on its line.'
    case INVALID_UNICODE:
      return 'After \\u four hexadecimal digits belong.'
    case INVALID_ESCAPE:
      return 'This text holds a single backslash. Write two: \\\\.'
    case INVALID_CHARACTER:
      return 'This text holds a tab or another control character. Remove it.'
    default:
      return 'This is not JSON.'
  }
}

/**
 * Where the value at a path begins in a valid JSON text; where it does not exist, the nearest thing that holds it. With `name`, where
 * the name of that field begins.
 */
export function offsetOf(text: string, path: Path, name: string | null = null): number {
  let at = skipBlank(text, 0)
  for (const step of path) {
    const next = typeof step === 'number' ? itemOf(text, at, step) : fieldOf(text, at, step)?.value
    if (next === undefined) return at
    at = next
  }
  return name === null ? at : (fieldOf(text, at, name)?.name ?? at)
}

function skipBlank(text: string, at: number): number {
  while (isBlank(text.charCodeAt(at))) at++
  return at
}

// Past the closing quote of the text that opens at `at`.
function skipText(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return end + 1
  }
  return text.length
}

function skipValue(text: string, at: number): number {
  if (text[at] === '"') return skipText(text, at)
  if (text[at] !== '{' && text[at] !== '[') {
    while (at < text.length && !/[\s,}\]]/.test(text[at] ?? '')) at++
    return at
  }
  let depth = 0
  while (at < text.length) {
    const letter = text[at]
    if (letter === '"') {
      at = skipText(text, at)
      continue
    }
    at++
    if (letter === '{' || letter === '[') depth++
    else if (letter === '}' || letter === ']') {
      depth--
      if (depth === 0) return at
    }
  }
  return at
}

// The last field of that name, as JSON.parse has it.
function fieldOf(text: string, at: number, wanted: string): { name: number; value: number } | undefined {
  if (text[at] !== '{') return undefined
  let found: { name: number; value: number } | undefined
  at = skipBlank(text, at + 1)
  while (text[at] === '"') {
    const name = at
    at = skipText(text, at)
    const written = text.slice(name + 1, at - 1)
    const isIt = written === wanted || (written.includes('\\') && JSON.parse(`"${written}"`) === wanted)
    at = skipBlank(text, skipBlank(text, at) + 1)
    if (isIt) found = { name, value: at }
    at = skipBlank(text, skipValue(text, at))
    if (text[at] === ',') at = skipBlank(text, at + 1)
  }
  return found
}

function itemOf(text: string, at: number, wanted: number): number | undefined {
  if (text[at] !== '[') return undefined
  at = skipBlank(text, at + 1)
  for (let index = 0; at < text.length && text[at] !== ']'; index++) {
    if (index === wanted) return at
    at = skipBlank(text, skipValue(text, at))
    if (text[at] === ',') at = skipBlank(text, at + 1)
  }
  return undefined
}
