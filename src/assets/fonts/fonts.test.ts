import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fontFiles } from './files.ts'
import { ARABIC, LATIN } from './glyphs.ts'

const data = readdirSync('data', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => readFileSync(join('data', file), 'utf8'))
  .join('')

test('the faces for images are there', () => {
  for (const file of fontFiles()) expect(existsSync(file), file).toBe(true)
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

test('the faces are few and small', () => {
  const pages = readdirSync('src/assets/fonts').filter((file) => file.endsWith('.woff2') && !file.includes('arabic'))
  expect(pages).toHaveLength(4)
  const bytes = pages.reduce((sum, file) => sum + readFileSync(join('src/assets/fonts', file)).length, 0)
  expect(bytes).toBeLessThan(64_000)
})
