import { expect, it } from 'vitest'
import { filtersOf } from './filters.ts'

const marks = (count: number, evidence: (i: number) => number): string =>
  Array.from(
    { length: count },
    (_, i) => `<a data-id="r${String(i)}" data-evidence="${String(evidence(i))}" data-front="1" data-actor="0">`,
  ).join('')

it('offers the values that the marks carry, where there is more than one', () => {
  const filters = filtersOf(marks(20, (i) => (i % 2) * 2))
  expect(filters.map(({ field }) => field)).toEqual(['evidence'])
  expect(filters[0]?.values.map(({ label }) => label)).toEqual(['Confirmed', 'Claimed'])
})

it('offers none for a handful of marks', () => {
  expect(filtersOf(marks(19, (i) => i % 4))).toEqual([])
})
