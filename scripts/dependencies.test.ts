import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const wanted = read('package.json') as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, { license?: string }>> }

test('every package that is asked for stands in the table of dependencies', () => {
  const table = readFileSync('docs/dependencies.md', 'utf8')
  const names = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((key) =>
    Object.keys(wanted[key] ?? {}),
  )
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !table.includes(`| \`${name}\``))).toEqual([])
})

test('every package has a licence of the list', () => {
  const allowed =
    /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|OFL-1\.1|BlueOak-1\.0\.0|CC0-1\.0|Python-2\.0|Unlicense|\(MIT AND Zlib\))$/
  // Prebuilt parts of an image library that the page builder brings and the site does not use; and what the tests' reader of data
  // packages brings. docs/dependencies.md tells both.
  const excepted = /^node_modules\/(?:@img\/sharp-|(?:jschardet|jszip|tv4)$)/
  const others = Object.entries(packages).filter(
    ([path, { license }]) => path !== '' && !excepted.test(path) && !allowed.test(license ?? 'none'),
  )
  expect(others.map(([path, { license }]) => `${path}: ${license ?? 'none'}`)).toEqual([])
})
