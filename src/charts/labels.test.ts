import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlapping, placeLabels } from './labels.ts'
import { measure, shorten, wrap } from './text.ts'

describe('measuring text', () => {
  it('is wider for a wider face, and linear in the size', () => {
    expect(measure('Ain al-Asad', 12, 'inter-600')).toBeGreaterThan(measure('Ain al-Asad', 12))
    expect(measure('Ain al-Asad', 24)).toBeCloseTo(2 * measure('Ain al-Asad', 12))
  })
  it('knows narrow letters from wide ones', () => {
    expect(measure('Wi', 1000)).toBeGreaterThan(measure('ii', 1000))
  })
  it('wraps within the width and loses no letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Za-z]{1,30}$/), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 30, max: 200 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width, 12)
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
          for (const line of lines) if (line.length > 1) expect(measure(line, 12)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
  it('shortens to the width', () => {
    expect(shorten('Ain al-Asad', 500, 12)).toBe('Ain al-Asad')
    expect(
      measure(shorten('A name of sixty characters that nobody could ever fit in', 80, 12), 12),
    ).toBeLessThanOrEqual(80)
  })
})

describe('placing labels', () => {
  const bounds = { x: 0, y: 0, width: 300, height: 200 }
  it('never lets two overlap, and always answers the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 })), { maxLength: 60 }),
        (points) => {
          const requests = points.map(([x, y], of) => ({
            lines: ['Label'],
            size: 12,
            positions: [
              { x, y, anchor: 'start' as const },
              { x, y, anchor: 'end' as const },
            ],
            of,
          }))
          const { placed, left } = placeLabels(requests, bounds)
          expect(placed.length + left.length).toBe(points.length)
          expect(overlapping(placed.map(({ box }) => ({ ...box, text: '', size: 12 })))).toEqual([])
          expect(placeLabels(requests, bounds).placed).toEqual(placed)
        },
      ),
    )
  })
  it('places the more important first', () => {
    const positions = [{ x: 100, y: 100, anchor: 'middle' as const }]
    const { placed, left } = placeLabels(
      [
        { lines: ['small'], size: 12, positions, of: 'small', priority: 1 },
        { lines: ['great'], size: 12, positions, of: 'great', priority: 2 },
      ],
      bounds,
    )
    expect(placed.map((label) => label.request.of)).toEqual(['great'])
    expect(left.map((request) => request.of)).toEqual(['small'])
  })
})
