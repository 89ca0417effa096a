import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateOf } from './state.ts'

// Tops of steps in page order, each at least a pixel below the last, and where the last one ends.
const column = fc
  .tuple(
    fc.integer({ min: -5000, max: 5000 }),
    fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 30 }),
  )
  .map(([start, heights]) => {
    const tops: number[] = []
    let y = start
    for (const height of heights) {
      tops.push(y)
      y += height
    }
    return { tops, end: y }
  })
const line = fc.integer({ min: -10_000, max: 70_000 })

describe('where a reader is', () => {
  it('depends on positions alone: the same positions give the same state', () => {
    fc.assert(
      fc.property(column, line, ({ tops, end }, y) => {
        expect(stateOf(tops, end, y)).toEqual(stateOf([...tops], end, y))
      }),
    )
  })

  it('never goes back while the line goes down', () => {
    fc.assert(
      fc.property(column, line, fc.nat(3000), ({ tops, end }, y, further) => {
        const before = stateOf(tops, end, y)
        const after = stateOf(tops, end, y + further)
        expect(after.step + after.progress).toBeGreaterThanOrEqual(before.step + before.progress)
      }),
    )
  })

  it('is the same however the page is scrolled: moving everything moves nothing', () => {
    fc.assert(
      fc.property(column, line, fc.integer({ min: -4000, max: 4000 }), ({ tops, end }, y, by) => {
        expect(
          stateOf(
            tops.map((top) => top + by),
            end + by,
            y + by,
          ),
        ).toEqual(stateOf(tops, end, y))
      }),
    )
  })

  it('keeps progress between 0 and 1, and a step whose top is on the line is reached', () => {
    fc.assert(
      fc.property(column, line, ({ tops, end }, y) => {
        const { progress } = stateOf(tops, end, y)
        expect(progress).toBeGreaterThanOrEqual(0)
        expect(progress).toBeLessThanOrEqual(1)
      }),
    )
    expect(stateOf([0, 100, 200], 300, 100)).toEqual({ step: 1, progress: 0 })
    expect(stateOf([0, 100, 200], 300, 99)).toEqual({ step: 0, progress: 0.99 })
    expect(stateOf([0, 100, 200], 300, -50)).toEqual({ step: 0, progress: 0 })
    expect(stateOf([0, 100, 200], 300, 900)).toEqual({ step: 2, progress: 1 })
  })
})
