/**
 * Whole pages over hostile data: the site of tests/hostile/, in which every text of the record is a string that means harm. Pages, feeds,
 * drawings, tables and data are read as their readers read them, with a parser, and hold nothing that the usual site does not hold.
 */
import { parse } from 'csv-parse/sync'
import { Parser } from 'htmlparser2'
import { Resvg } from '@resvg/resvg-js'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { faults, MARKUP, ODD, URLS } from '../../src/hostile.fixtures.ts'
import { BUILT, HOSTILE, SITE } from '../built.ts'
import { kindOf, pageOf, pathsOf, type PageFacts } from './page.ts'

interface Shape {
  /** Elements with their attributes, as "a href". */
  readonly parts: ReadonlySet<string>
  /** Text and values of attributes, joined. */
  readonly words: string
}

function shapeOf(html: string): Shape {
  const parts = new Set<string>()
  const words: string[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      parts.add(name)
      for (const [key, value] of Object.entries(attributes)) {
        // Data attributes and those of accessibility carry values and run nothing.
        parts.add(/^(?:data|aria)-[a-z-]+$/.test(key) ? `${name} *` : `${name} ${key}`)
        words.push(value)
      }
    },
    ontext: (part) => void words.push(part),
    oncomment: () => void parts.add('a comment'),
  })
  parser.end(html)
  return { parts, words: words.join('\n') }
}

const filesOf = (ending: string): { name: string; text: string }[] =>
  readdirSync(HOSTILE.root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(HOSTILE.root, name), 'utf8') }))

/** Reads XML as strictly as its readers do; the drawing library's parser takes nothing that is not well-formed. */
const strictly = (xml: string): void =>
  void new Resvg(`<svg xmlns="http://www.w3.org/2000/svg">${xml.replace(/^\s*<\?xml[^>]*\?>/, '')}</svg>`)

describe('pages', () => {
  let pages: readonly PageFacts[] = []
  const usual = new Set<string>()
  let words = ''
  // Parts that only the hostile site has, each with a page that has it.
  const foreign = new Map<string, string>()
  beforeAll(() => {
    const seen = new Map<string, number>()
    for (const path of pathsOf(BUILT.root)) {
      const count = seen.get(kindOf(path)) ?? 0
      seen.set(kindOf(path), count + 1)
      if (count < 150) for (const part of shapeOf(pageOf(BUILT.root, path).html).parts) usual.add(part)
    }
    pages = pathsOf(HOSTILE).map((path) => pageOf(HOSTILE, path))
    const shapes = pages.map((page) => shapeOf(page.html))
    words = shapes.map((shape) => shape.words).join('\n')
    shapes.forEach(({ parts }, index) => {
      for (const part of parts) if (!usual.has(part)) foreign.set(part, pages[index]?.path ?? '')
    })
  })

  test('have no element and no attribute that the usual site does not have', () => {
    expect([...foreign].map(([part, path]) => `${path}: <${part}>`).slice(0, 20)).toEqual([])
  })

  test('show the strings as text: the test would find them', () => {
    expect(pages.length).toBeGreaterThan(300)
    const missing = [...MARKUP, ...URLS, ...ODD].filter((bad) => !words.includes(bad.slice(0, 200)))
    expect(missing).toEqual([])
  })

  test('hold no code, no style and no handler', () => {
    expect(pages.flatMap(({ path, inline }) => inline.map((what) => `${path}: ${what}`)).slice(0, 20)).toEqual([])
  })

  test('fetch from their own host alone, and link to http(s) addresses alone', () => {
    const bad = pages.flatMap(({ path, links }) =>
      links
        .filter(({ element, url, rel }) => {
          if (/^(?!https?:|mailto:|data:image\/)\s*[a-z][a-z0-9+.-]*:/i.test(url)) return true
          const fetched = element !== 'a' && !(element === 'link' && /canonical|alternate|license/.test(rel))
          return fetched && /^(?:[a-z]+:)?\/\//i.test(url) && !url.startsWith(`${SITE}/`)
        })
        .map(({ element, url }) => `${path}: ${element} ${url}`),
    )
    expect(bad.slice(0, 20)).toEqual([])
  })

  test('name only themselves to social networks and search engines', () => {
    const bad = pages.flatMap(({ path, head }) =>
      head
        .filter(({ attributes }) =>
          /^(?:og:(?:url|image)|twitter:image)$/.test(attributes['property'] ?? attributes['name'] ?? ''),
        )
        .filter(({ attributes }) => !(attributes['content'] ?? '').startsWith(`${SITE}/`))
        .map(({ attributes }) => `${path}: ${attributes['content'] ?? ''}`),
    )
    expect(bad.slice(0, 20)).toEqual([])
    expect(
      pages.some(({ head }) => head.some(({ attributes }) => (attributes['content'] ?? '').includes('alert(1)'))),
    ).toBe(true)
  })

  test('carry structured data that is JSON and closes no element', () => {
    let blocks = 0
    for (const { structured } of pages)
      for (const block of structured) {
        expect(block).not.toMatch(/[<\u2028\u2029]/)
        JSON.parse(block)
        blocks++
      }
    expect(blocks).toBeGreaterThan(100)
  })
})

test('drawings are well-formed XML with elements of a drawing only', () => {
  const drawings = filesOf('.svg')
  expect(drawings.length).toBeGreaterThan(10)
  for (const { name, text } of drawings) {
    expect(() => new Resvg(text), name).not.toThrow()
    expect(faults(text.replace(/^\s*<\?xml[^>]*\?>/, '')), name).toEqual([])
  }
})

test('the feed and the sitemap are well-formed XML', () => {
  for (const { name, text } of filesOf('.xml')) expect(() => strictly(text), name).not.toThrow()
  expect(() => strictly('<feed><title>&</title></feed>')).toThrow()
  expect(() => strictly('<feed><title>a\u001bb</title></feed>')).toThrow()
})

test('tables keep their columns, and no cell is run by a spreadsheet', () => {
  const tables = filesOf('.csv')
  expect(tables.length).toBeGreaterThan(10)
  for (const { name, text } of tables) {
    const rows = parse(text, { bom: true }) as string[][]
    for (const row of rows) {
      expect(row.length, name).toBe(rows[0]?.length)
      for (const cell of row)
        expect(/^[=+@\t\r]/.test(cell) || /^-(?![\d.,]+$)/.test(cell), `${name}: ${cell}`).toBe(false)
    }
  }
})

test('data are JSON, and the frames that oEmbed hands on hold a frame and nothing else', () => {
  let frames = 0
  for (const { name, text } of [...filesOf('.json'), ...filesOf('.geojson')]) {
    const value = JSON.parse(text) as { html?: unknown }
    if (!/^oembed|\/oembed/.test(name)) continue
    expect(faults(String(value.html)), name).toEqual([])
    frames++
  }
  expect(frames).toBeGreaterThan(10)
})
