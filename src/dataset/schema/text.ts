/** Plain text, days, ids and links: the small types that every record is made of. */
import { z } from 'zod'

// C0 and C1 controls, bidi overrides and isolates, zero-width marks that hide text, line and paragraph separators.
const CONTROL =
  /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u
const MARKUP = /<\/?[a-zA-Z!?]|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);|\{\{|\$\{/

// The same three rules for readers of the JSON Schema: no blank ends, no markup, no control characters.
const PLAIN = `^(?!\\s)(?![\\s\\S]*(?:${MARKUP.source}))[^${CONTROL.source.slice(1, CONTROL.source.indexOf('\\u{'))}]*(?<!\\s)$`

/** True if the text holds a control character or a bidi override. */
export const hasControl = (text: string): boolean => CONTROL.test(text)

// Names the first such character and where it stands, since an editor does not see it.
function nameControl(text: unknown): string {
  const found = typeof text === 'string' ? CONTROL.exec(text) : null
  const code = found?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''
  return `holds a control character or a text-direction override, U+${code}, at character ${String((found?.index ?? 0) + 1)}: remove it`
}

/** True if the text holds something that reads as markup or a template. */
export const hasMarkup = (text: string): boolean => MARKUP.test(text)

/** Plain text of 1 to 4,000 characters: no markup, no control characters, no blank ends. */
export const text = (max = 4000) =>
  z
    .string()
    .min(1, 'is empty: write text, or null where nothing is known')
    .max(max, `is longer than ${max} characters: shorten it`)
    .refine((value) => !hasControl(value), { error: ({ input }) => nameControl(input) })
    .refine((value) => value.isWellFormed(), 'holds half of a character: write the whole one')
    .refine((value) => !hasMarkup(value), 'holds markup: write plain text')
    .refine((value) => value.trim() === value, 'begins or ends with a blank: remove it')
    .meta({ takes: `text, at most ${String(max)} characters`, pattern: PLAIN })

/** Whether the string is a day of the calendar, YYYY-MM-DD, that exists. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const year = Number(value.slice(0, 4))
  const month = Number(value.slice(5, 7))
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  const date = Number(value.slice(8))
  return month >= 1 && month <= 12 && date >= 1 && date <= last
}

function nameMissingDay(value: unknown): string {
  const [year = '', month = ''] = String(value).split('-')
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const why =
    Number(month) < 1 || Number(month) > 12 ? 'months run from 01 to 12' : `that month has ${String(last)} days`
  return `does not exist in the calendar: ${why}`
}

/** A local calendar day, YYYY-MM-DD. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day: write YYYY-MM-DD, as in 2023-11-07')
  .refine((value) => !/^\d{4}-\d{2}-\d{2}$/.test(value) || isDay(value), {
    error: ({ input }) => nameMissingDay(input),
  })
  .meta({ takes: 'day, YYYY-MM-DD', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })

/** A day, month or year as far as it is known: 2023-11-07, 2023-11 or 2023. */
export const partialDay = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'is not a date: write YYYY, YYYY-MM or YYYY-MM-DD')
  .refine(
    (value) => !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) || isDay(`${value}-01-01`.slice(0, 10)),
    'does not exist in the calendar',
  )
  .meta({ takes: 'date: YYYY, YYYY-MM or YYYY-MM-DD' })

/** An id: lower-case letters, digits and single hyphens. */
export const id = z
  .string()
  .max(120, 'is longer than 120 characters: shorten it')
  .regex(/^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/, 'is not an id: use lower-case letters, digits and hyphens')
  .meta({ takes: 'id' })

/** Whether the string is an absolute http(s) address without blanks, quotes, angle brackets or credentials. */
export function isHttpUrl(value: string): boolean {
  if (
    value.length > 2048 ||
    !/^https?:\/\//i.test(value) ||
    /[\s<>"'`{}|\\^]/.test(value) ||
    hasControl(value) ||
    !URL.canParse(value)
  )
    return false
  const url = new URL(value)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === ''
}

/** An absolute http or https address. */
export const httpUrl = z
  .string()
  .refine(isHttpUrl, 'is not a web address: write one that begins with https:// or http://')
  .max(2048, 'is longer than 2048 characters: shorten it')
  .meta({ takes: 'web address', pattern: '^[hH][tT][tT][pP][sS]?://[^\\s<>"\'`{}|\\\\^]+$' })

/** A whole number of zero or more. Unknown is null, never 0. */
export const count = z
  .number()
  .int('is not a whole number')
  .min(0, 'is negative: write 0 or more, or null where it is not known')
  .max(1_000_000, 'is more than a million: check it')
  .meta({ takes: 'whole number, 0 or more' })

/** A number between bounds: high is null where only a minimum is known. */
export const bounds = z
  .strictObject({
    low: count.meta({ description: 'The smallest number that a source gives.', examples: [2] }),
    high: count
      .nullable()
      .meta({ description: 'The largest; null where a source only says "at least".', examples: [3] }),
  })
  .refine((value) => value.high === null || value.high >= value.low, 'has its high below its low: swap them')
  .meta({ takes: 'low and high' })
