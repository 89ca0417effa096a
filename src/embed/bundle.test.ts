import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { classicScript } from './bundle.ts'

describe.each([
  ['src/embed/loader.ts', 3000],
  ['src/embed/frame.ts', 6000],
])('%s', (entry, budget) => {
  it('is one classic script within its budget, the same each time', async () => {
    const script = await classicScript(entry)
    expect(script).not.toMatch(/\bimport\b|\bexport\b/)
    expect(gzipSync(script).length).toBeLessThanOrEqual(budget)
    expect(await classicScript(entry)).toBe(script)
  })
})
