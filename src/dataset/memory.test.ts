/** Reading a folder again: what has not changed is remembered, and the answer is the one that a first reading gives. */
import { expect, test } from 'vitest'
import { baseFiles } from './check.fixtures.ts'
import { checkData } from './check.ts'
import type { Memory } from './load-contents.ts'
import { memoryFiles } from './load-files.ts'

const PATH = 'data/incidents/2023/2023-11-07-erbil-air-base-1.json'
const edit = (files: Map<string, Uint8Array>, from: string | RegExp, to: string): void => {
  const text = new TextDecoder().decode(files.get(PATH))
  expect(text).toMatch(from)
  files.set(PATH, new TextEncoder().encode(text.replace(from, to)))
}

test('a changed, a broken and a removed record are seen; the others are the same objects as before', () => {
  const files = baseFiles()
  const memory: Memory = new Map()
  const read = () => {
    const again = checkData('data', { files: memoryFiles(files), memory })
    expect(again).toEqual(checkData('data', { files: memoryFiles(files) }))
    return again
  }
  const first = read()
  edit(files, /"title": "[^"]*"/, '"title": "Another title"')
  const second = read()
  const byId = new Map(first.contents?.incidents.map((record) => [record.id, record]))
  const changed = second.contents?.incidents.filter((record) => byId.get(record.id) !== record)
  expect(changed?.map(({ title }) => title)).toEqual(['Another title'])

  // The same length, so that a size would not tell.
  edit(files, '"Another title"', '"Anither title"')
  expect(read().contents?.incidents.some(({ title }) => title === 'Anither title')).toBe(true)
  edit(files, /"kind": "attack"/, '"kind": "attakc"')
  expect(read().counts.errors).toBeGreaterThan(0)
  edit(files, /"kind": "attakc"/, '"kind": "attack"')
  expect(read().counts.errors).toBe(0)
  files.delete(PATH)
  expect(read().contents?.incidents.length).toBe((first.contents?.incidents.length ?? 0) - 1)
})

test('thousands of ids that lead nowhere are all told; what may have been meant is looked up for the first of them only', () => {
  const files = baseFiles()
  const record = JSON.parse(new TextDecoder().decode(files.get(PATH))) as Record<string, unknown>
  for (let n = 1; n <= 3_000; n++)
    files.set(
      `data/incidents/2023/2023-11-20-many-${String(n)}.json`,
      new TextEncoder().encode(JSON.stringify({ ...record, distinctFrom: [`2023-11-08-erbil-air-bose-${String(n)}`] })),
    )
  const { problems } = checkData('data', { files: memoryFiles(files), warnings: false })
  const unresolved = problems.filter(({ code }) => code === 'unresolved')
  expect(unresolved).toHaveLength(3_000)
  expect(unresolved.filter(({ message }) => message.includes('Did you mean')).length).toBeLessThanOrEqual(50)
  expect(unresolved.some(({ message }) => message.includes('Did you mean'))).toBe(true)
})
