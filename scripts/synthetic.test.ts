import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadDataset } from '../src/dataset/load.ts'
import { writeSynthetic } from './synthetic.ts'

test('a synthetic dataset is valid, of the size asked for, and its copies say what they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'synthetic-'))
  try {
    const real = loadDataset('data')
    writeSynthetic('data', join(folder, 'data'), real.incidents.length + 300)
    const large = loadDataset(join(folder, 'data'))
    expect(large.incidents.length).toBe(real.incidents.length + 300)
    const copies = large.incidents.filter(({ id }) => !real.byId.has(id))
    expect(copies.length).toBe(300)
    expect(copies.every(({ id, title }) => id.includes('-synthetic-') && title.startsWith('SYNTHETIC'))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('it never writes over the data that it copies', () => {
  expect(() => writeSynthetic('data', './data/', 10)).toThrow('a folder of its own')
})
