import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadCrowd, type Member } from './crowd.ts'

const members = fc.array(
  fc.record({
    x: fc.integer({ min: 20, max: 180 }),
    y: fc.integer({ min: 20, max: 180 }),
    r: fc.double({ min: 1, max: 4, noNaN: true }),
  }),
  { maxLength: 60 },
)

describe('a crowd', () => {
  it('leaves a mark alone where it is alone', () => {
    expect(spreadCrowd([{ x: 10, y: 20, r: 3 }], 1)).toEqual([{ x: 10, y: 20 }])
  })

  it('keeps as many marks as it got, on numbers, the same each time', () => {
    fc.assert(
      fc.property(members, (list) => {
        const at = spreadCrowd(list, 0.5)
        expect(at).toHaveLength(list.length)
        expect(at.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
        expect(spreadCrowd(list, 0.5)).toEqual(at)
      }),
    )
  })

  it('does not let two marks of one point lie on each other', () => {
    const crowd: Member[] = Array.from({ length: 120 }, (_, i) => ({ x: 100, y: 100, r: i % 9 === 0 ? 4 : 2 }))
    const at = spreadCrowd(crowd, 0.5)
    const overlap = at.flatMap((a, i) =>
      at.slice(0, i).map((b, j) => (crowd[i]?.r ?? 0) + (crowd[j]?.r ?? 0) - Math.hypot(a.x - b.x, a.y - b.y)),
    )
    expect(Math.max(...overlap)).toBeLessThan(0.25)
  })
})
