import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestFitting } from './fit.ts'

describe('the largest radius that fits', () => {
  it('is what trying one after the other finds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 9, noNaN: true }),
        fc.double({ min: 0.5, max: 10, noNaN: true }),
        fc.constantFrom(0.05, 0.1, 0.25),
        (limit, most, step) => {
          const least = 1.4
          let expected = limit
          for (let index = 0; limit - index * step > least + 1e-9; index++) {
            expected = limit - index * step
            if (expected <= most) break
          }
          const { radius, made } = largestFitting(
            { limit, least, step },
            (r) => 2 * r,
            (d) => d / 2 <= most,
          )
          expect(radius).toBeCloseTo(expected, 9)
          expect(made).toBeCloseTo(2 * expected, 9)
        },
      ),
    )
  })

  it('does not try them all', () => {
    let tries = 0
    largestFitting(
      { limit: 9, least: 1, step: 0.05 },
      () => tries++,
      (_, radius) => radius <= 3,
    )
    expect(tries).toBeLessThan(12)
  })
})
