/** Strings that mean harm, ways to put them past the checker into every text of a dataset, and what to look for in what comes out. */
import { Parser } from 'htmlparser2'

export const MARKUP = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]><x/>',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '&lt;script&gt;',
  '&#x3c;script&#x3e;',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
] as const
export const CONTROL = [
  'a\u0000b',
  'a\u001bb',
  '\u202egpj.exe',
  '\u2066hidden\u2069',
  'a\u200bb',
  'a\u2028b',
  '\ufeffx',
] as const
export const URLS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example/',
  'https://user:secret@evil.example/',
  'https://evil.example/" onclick="alert(1)',
  'https://evil.example/<script>',
  'ftp://evil.example/',
] as const
// Marks that mean something to a spreadsheet, and odd but plain texts: the checker may let them pass.
export const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  "'=1",
  '=HYPERLINK("https://evil.example","x")',
  '=cmd|calc!A0',
] as const
export const ODD = [
  '" onmouseover=',
  "' onload='",
  'a"b\'c`d',
  'x'.repeat(4000),
  '😀',
  'العربية',
  '\\u003cscript',
  '%3Cscript%3E',
] as const
export const CORPUS = [...MARKUP, ...CONTROL, ...URLS, ...FORMULAS, ...ODD]

const KEEP = new Set([
  'date',
  'kind',
  'theatre',
  'attribution',
  'outcome',
  'weapons',
  'evidence',
  'front',
  'colour',
  'id',
  'party',
])

/** Every free text of a value replaced; ids, days, words of vocabularies and addresses stay unless asked. */
export function poison<T>(value: T, bad: string, key = ''): T {
  if (typeof value === 'string') {
    const free =
      /^(?:title|summary|name|names|short|country|how|operator|description|flag|type|whose|note|timeNote|dateNote|munitionsNote|attackerNote|damage|said|publisher|what|why|doubts|before|after|reason|url|archive)$/
    return (free.test(key) && !(key === 'type' && value.length < 30) ? bad : value) as T
  }
  if (Array.isArray(value)) return value.map((item) => poison<unknown>(item, bad, key)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      KEEP.has(name) && (typeof item === 'string' || Array.isArray(item)) ? item : poison<unknown>(item, bad, name),
    ]),
  ) as T
}

const EXPECTED = new Set(
  'svg g a path line rect circle ellipse text tspan title desc defs use pattern clippath lineargradient stop marker polygon polyline symbol mask p h2 h3 dl div dt dd ul li b span i em strong iframe since-october-17 img script code br image filter feoffset style'.split(
    ' ',
  ),
)

/** What a reader of markup finds that no drawing of ours has: elements, handlers, addresses that run, and unclosed text. */
export function faults(markup: string, allowed: readonly string[] = []): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script' && !allowed.includes('script')) found.push('<script>')
      if (!EXPECTED.has(name.toLowerCase())) found.push(`<${name}>`)
      for (const [key, value] of Object.entries(attributes)) {
        if (/^on/i.test(key) || !/^[a-zA-Z_:][-a-zA-Z0-9_:.]*$/.test(key)) found.push(`${name} ${key}`)
        if (/^(?:href|src|xlink:href)$/.test(key) && /^\s*(?!https?:)[a-z][a-z0-9+.-]*:/i.test(value))
          found.push(`${name} ${key}=${value}`)
      }
    },
    oncomment: () => void found.push('comment'),
    onprocessinginstruction: (name) => void found.push(name),
  })
  parser.end(markup)
  return found
}

/** Well-formed XML in the plain sense: no bare ampersand or angle bracket in texts, which a strict reader would refuse. */
export const loose = (xml: string): string[] =>
  [...xml.matchAll(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/gi)].map(([match]) => match)
