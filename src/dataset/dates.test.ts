import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  FIRST_DAY,
  formatDay,
  formatMonth,
  formatSpan,
  overlaps,
  weekOf,
  weekStart,
  within,
} from './dates.ts'

const day = fc.integer({ min: -400, max: 1200 }).map((days) => addDays(FIRST_DAY, days))
const span = fc.tuple(day, fc.nat(60)).map(([start, days]) => ({ start, end: addDays(start, days) }))

describe('days', () => {
  it('cross months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
    expect(daysBetween('2023-10-17', '2024-10-17')).toBe(366)
  })
  it('come back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -900, max: 900 }), (start, days) => {
        expect(daysBetween(start, addDays(start, days))).toBe(days)
        expect(addDays(addDays(start, days), -days)).toBe(start)
      }),
    )
  })
})

describe('weeks', () => {
  it('begin on Tuesday 17 October 2023', () => {
    expect(new Date(`${weekStart(0)}T00:00:00Z`).getUTCDay()).toBe(2)
    expect([weekOf('2023-10-16'), weekOf('2023-10-17'), weekOf('2023-10-23'), weekOf('2023-10-24')]).toEqual([
      -1, 0, 0, 1,
    ])
  })
  it('tile the time: every day lies in one week', () => {
    fc.assert(
      fc.property(day, (one) => {
        const week = weekOf(one)
        expect(weekStart(week) <= one && one < weekStart(week + 1)).toBe(true)
      }),
    )
  })
})

describe('spans', () => {
  it('overlap from both sides, and exactly if they share a day', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const shared = Array.from({ length: daysBetween(a.start, a.end) + 1 }, (_, i) => addDays(a.start, i)).some(
          (one) => one >= b.start && one <= b.end,
        )
        expect(overlaps(a, b)).toBe(shared)
        expect(overlaps(b, a)).toBe(shared)
        if (within(a, b)) expect(overlaps(a, b)).toBe(true)
      }),
    )
  })
  it('are written short where they can be', () => {
    expect(formatDay('2023-11-07')).toBe('7 Nov. 2023')
    expect(formatDay('2023-11-07', 'long')).toBe('7 November 2023')
    expect(formatMonth('2023-11')).toBe('November 2023')
    expect(formatSpan({ start: '2023-11-07', end: '2023-11-07' })).toBe('7 Nov. 2023')
    expect(formatSpan({ start: '2023-11-07', end: '2023-11-09' })).toBe('7–9 Nov. 2023')
    expect(formatSpan({ start: '2023-10-30', end: '2023-11-02' })).toBe('30 Oct. – 2 Nov. 2023')
    expect(formatSpan({ start: '2023-12-30', end: '2024-01-02' })).toBe('30 Dec. 2023 – 2 Jan. 2024')
  })
})
