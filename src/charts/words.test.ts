import { expect, it } from 'vitest'
import { share } from './words.ts'

it('rounds a share to tenths only where it is near them', () => {
  expect(share(375, 825, 'attacks')).toBe('45 per cent of attacks')
  expect(share(50, 100, 'attacks')).toBe('half the attacks')
  expect(share(41, 100, 'attacks')).toBe('four in ten attacks')
  expect(share(1, 1000, 'attacks')).toBe('1 per cent of attacks')
  expect(share(999, 1000, 'attacks')).toBe('99 per cent of attacks')
  expect(share(0, 5, 'attacks')).toBe('no attacks')
  expect(share(5, 5, 'attacks')).toBe('all attacks')
})
