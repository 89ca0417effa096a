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

it('offers those of the parts of bars, and takes none from the notes beside them', () => {
  const parts = Array.from({ length: 20 }, (_, i) => `<rect data-evidence="${String(i % 4)}" data-actor="0"/>`).join('')
  expect(filtersOf(`${parts}<a data-id="r1" aria-label="note">`).map(({ field }) => field)).toEqual(['evidence'])
})
