import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packNumbers, packRuns, unpackNumbers, unpackRuns } from './codec.ts'

describe('the scene file', () => {
  it('gives positions back to the half unit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -120, max: 1600 })), (halves) => {
        const values = halves.map((half) => half / 2)
        expect([...unpackNumbers(packNumbers(values))]).toEqual(values)
      }),
    )
  })

  it('is at most a quarter of a unit off for any position', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -60, max: 860, noNaN: true })), (values) => {
        unpackNumbers(packNumbers(values)).forEach((value, i) =>
          expect(Math.abs(value - (values[i] ?? 0))).toBeLessThanOrEqual(0.25 + 1e-6),
        )
      }),
    )
  })

  it('gives runs back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 })), (values) => {
        expect([...unpackRuns(packRuns(values))]).toEqual(values)
      }),
    )
    expect(packRuns([2, 2, 2, 0])).toEqual([2, 3, 0, 1])
  })
})
