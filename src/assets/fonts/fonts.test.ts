import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fontFiles, readFont } from './files.ts'
import { ARABIC, EMBED, LATIN } from './glyphs.ts'

const data = readdirSync('data', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => readFileSync(join('data', file), 'utf8'))
  .join('')

test('the faces for images are there and whole; one that is not is told, not drawn around', () => {
  for (const file of fontFiles()) expect(readFont(file).length).toBeGreaterThan(10_000)
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'))
  const file = join(folder, 'face.ttf')
  expect(() => readFont(file)).toThrow(/face\.ttf cannot be read \(ENOENT\)\. Take it back/)
  const whole = readFileSync(fontFiles()[0] ?? '')
  for (const [bytes, what] of [
    [Buffer.from(''), 'is no TrueType file'],
    [Buffer.from('<!doctype html>'), 'is no TrueType file'],
    [whole.subarray(0, 100), 'is cut short'],
    [whole.subarray(0, whole.length / 2), 'is cut short'],
  ] as const) {
    writeFileSync(file, bytes)
    expect(() => readFont(file)).toThrow(what)
  }
  rmSync(folder, { recursive: true })
})

test('the faces hold every Arabic letter of the record', () => {
  const missing = new Set([...data].filter((letter) => /\p{Script=Arabic}/u.test(letter) && !ARABIC.includes(letter)))
  expect([...missing]).toEqual([])
})

test('the faces hold every Latin letter of the record that their packages hold', () => {
  // The packages keep letters such as ş in a file of their own, for which a fifth face would be fetched.
  const missing = new Set(
    [...data].filter((letter) => /\p{Script=Latin}/u.test(letter) && letter < '\u0100' && !LATIN.includes(letter)),
  )
  expect([...missing]).toEqual([])
})

test('the faces of embeds hold every Latin letter of what charts are lettered with', () => {
  const missing = new Set(
    [...data].filter((letter) => /\p{Script=Latin}/u.test(letter) && letter < '\u0100' && !EMBED.includes(letter)),
  )
  expect([...missing]).toEqual([])
})

test('the faces are few and small', () => {
  const faces = readdirSync('src/assets/fonts').filter((file) => file.endsWith('.woff2') && !file.includes('arabic'))
  const bytesOf = (files: readonly string[]): number =>
    files.reduce((sum, file) => sum + readFileSync(join('src/assets/fonts', file)).length, 0)
  const embeds = faces.filter((file) => file.includes('embed'))
  const pages = faces.filter((file) => !embeds.includes(file))
  expect(pages).toHaveLength(4)
  expect(bytesOf(pages)).toBeLessThan(64_000)
  expect(embeds).toHaveLength(2)
  expect(bytesOf(embeds)).toBeLessThan(15_000)
})
