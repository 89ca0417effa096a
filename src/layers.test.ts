/** The rooms and which way the arrows go: data -> dataset -> charts -> story, embed -> pages. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** Which rooms a room may import from, itself included. Files directly in src/ and typefaces are open to all. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  dataset: ['dataset'],
  charts: ['dataset', 'charts'],
  story: ['dataset', 'charts', 'story'],
  embed: ['dataset', 'charts', 'embed'],
  layouts: ['dataset', 'charts', 'story', 'embed', 'components', 'layouts', 'styles'],
  components: ['dataset', 'charts', 'story', 'embed', 'components', 'layouts', 'styles'],
  content: ['dataset', 'charts', 'story', 'components', 'content'],
  // Beyond src/ a page may show what docs/ holds.
  pages: ['dataset', 'charts', 'story', 'embed', 'components', 'layouts', 'styles', 'content', 'pages', '../docs'],
}

/** The domain knows no page builder, no drawing library and no browser: these packages it may use, the outlines of land among them. */
const PACKAGES_OF_DATASET = new Set([
  'zod',
  'jsonc-parser',
  'csv-parse',
  'topojson-client',
  'topojson-specification',
  'geojson',
])

const src = resolve(import.meta.dirname)
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|astro|mdx)$/.test(file) && !/\.test\.ts$|\.d\.ts$/.test(file))
  .map((file) => file.replaceAll('\\', '/'))
  .sort()

/** What a file imports, types included. */
const importsOf = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:^|[\s;])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?<!['"\w])import\s*\(?\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '')

/** The room of a file; null directly in src/. Outside src/ it is the folder there: "../docs". */
const roomOf = (file: string): string | null => /^(?:\.\.\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? null

/** Imports that go against the arrows, as sentences. */
function backwards(file: string, text: string): string[] {
  const room = roomOf(file)
  const may = room === null ? undefined : MAY[room]
  if (may === undefined) return []
  return importsOf(text).flatMap((target) => {
    if (target.startsWith('.')) {
      const other = roomOf(relative(src, resolve(src, dirname(file), target)).replaceAll('\\', '/'))
      return other === null || other === 'assets' || may.includes(other) ? [] : [`${file} imports from ${other}`]
    }
    if (room !== 'dataset' || target.startsWith('node:')) return []
    const name = target
      .split('/')
      .slice(0, target.startsWith('@') ? 2 : 1)
      .join('/')
    return PACKAGES_OF_DATASET.has(name) ? [] : [`${file} imports the package ${name}`]
  })
}

test('imports follow the arrows between the rooms', () => {
  expect(files.length).toBeGreaterThan(30)
  expect(files.flatMap((file) => backwards(file, readFileSync(join(src, file), 'utf8')))).toEqual([])
})

test('every room has its rule', () => {
  const rooms = new Set(files.map(roomOf).filter((room) => room !== null))
  const known = new Set([...Object.keys(MAY), 'assets', 'styles'])
  expect([...rooms].filter((room) => !known.has(room))).toEqual([])
})

test('an import against the arrows is found', () => {
  expect(backwards('dataset/x.ts', "import { a } from '../charts/chart.ts'")).toEqual([
    'dataset/x.ts imports from charts',
  ])
  expect(backwards('charts/a/x.ts', "import type { a } from '../../story/a.ts'")).toHaveLength(1)
  expect(backwards('embed/x.ts', "const a = await import('../story/a.ts')")).toHaveLength(1)
  expect(backwards('pages/data/x.astro', "import { Content } from '../../../docs/a.md'")).toEqual([])
  expect(backwards('pages/data/x.astro', "import { a } from '../../../scripts/a.ts'")).toEqual([
    'pages/data/x.astro imports from ../scripts',
  ])
  expect(backwards('dataset/x.ts', "import { scaleLinear } from 'd3'")).toEqual(['dataset/x.ts imports the package d3'])
  expect(backwards('story/x.ts', "import { a } from '../charts/chart.ts'")).toEqual([])
})
