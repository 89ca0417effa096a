import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { compareFolders } from './compare-folders.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder with files, by name. */
function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'compare-'))
  made.push(root)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

test('the same files are the same, whatever the folder', () => {
  const files = { 'a.html': 'one', 'b/c.svg': 'two' }
  expect(compareFolders(folder(files), folder(files))).toEqual({ files: 2, differences: [] })
})

test('a difference names the file, the byte and what stands there; a file that one side lacks is named', () => {
  const one = folder({ 'a.html': 'built at 10:00', 'only.txt': '' })
  const other = folder({ 'a.html': 'built at 11:00', 'b.txt': '' })
  expect(compareFolders(one, other).differences).toEqual([
    'a.html differs from byte 10 on: "built at 10:00" and "built at 11:00"',
    `b.txt is in ${other} only`,
    `only.txt is in ${one} only`,
  ])
})
