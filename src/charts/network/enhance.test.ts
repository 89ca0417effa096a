import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, nearest, stateOf } from './enhance.ts'

const known = new Set(['iran', 'hamas'])
const askable = new Set(['sanctions', 'hosts'])

test('an address gives a state, and what the figure does not know is left out', () => {
  const state = stateOf('?actor=iran&show=hosts,nonsense', known, askable)
  expect(state).toEqual({ actor: 'iran', asks: new Set(['hosts']) })
  expect(stateOf('?actor=<script>', known, askable).actor).toBeNull()
})

test('a state gives an address that gives the state back; other parameters stay', () => {
  fc.assert(
    fc.property(fc.constantFrom(null, ...known), fc.uniqueArray(fc.constantFrom(...askable)), (actor, asks) => {
      const address = addressOf('?theme=dark&actor=hamas', { actor, asks: new Set(asks) })
      expect(stateOf(address, known, askable)).toEqual({ actor, asks: new Set(asks) })
      expect(new URLSearchParams(address).get('theme')).toBe('dark')
    }),
  )
})

test('an arrow goes to the nearest name in its direction, and nowhere at the edge', () => {
  const points = [
    [100, 0],
    [60, 90],
    [0, 50],
  ] as const
  expect(nearest([0, 0], points, [1, 0])).toBe(0)
  expect(nearest([0, 0], points, [0, 1])).toBe(2)
  expect(nearest([0, 0], points, [-1, 0])).toBeNull()
})
