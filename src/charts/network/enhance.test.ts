import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, stateOf } from './enhance.ts'

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
