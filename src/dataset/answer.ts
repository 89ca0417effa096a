/** Short answers as values: days, ranges, positions, numbers of sources. */
import { dayOfNumber, dayNumber } from './dates.ts'
import type { Bounds } from './schema/incident.ts'
import { isDay } from './schema/text.ts'

/** A value, or a sentence on what is wrong. */
export type Parsed<T> = { readonly value: T } | { readonly wrong: string }

/** "2023-11-07", "2023-11-07..2023-11-09", "2023-11". */
export function parseDate(
  answer: string,
): Parsed<{ readonly start: string; readonly end: string; readonly precision: 'day' | 'range' | 'month' }> {
  if (isDay(answer)) return { value: { start: answer, end: answer, precision: 'day' } }
  const [start = '', end = ''] = answer.split('..').map((part) => part.trim())
  if (isDay(start) && isDay(end))
    return start > end
      ? { wrong: 'The second day lies before the first.' }
      : { value: { start, end, precision: start === end ? 'day' : 'range' } }
  if (isDay(`${answer}-01`)) {
    const next = dayOfNumber(dayNumber(`${answer}-28`) + 4).slice(0, 7)
    return { value: { start: `${answer}-01`, end: dayOfNumber(dayNumber(`${next}-01`) - 1), precision: 'month' } }
  }
  return { wrong: `${JSON.stringify(answer)} is not a day. Write 2023-11-07, 2023-11-07..2023-11-09, or 2023-11.` }
}

/** "2", "2-3", "2+" for at least. */
export function parseBounds(answer: string): Parsed<Bounds> {
  const [, low, mark, high] = /^(\d+)\s*(?:(\+)|[-–]\s*(\d+))?$/.exec(answer) ?? []
  if (low === undefined)
    return { wrong: `${JSON.stringify(answer)} is not a number. Write 2, 2-3, or 2+ for at least.` }
  const value = { low: Number(low), high: mark === '+' ? null : Number(high ?? low) }
  if (value.high !== null && value.high < value.low)
    return { wrong: 'The second number is the smaller one. Swap them.' }
  return { value }
}

/** "14.1, 42.6": degrees north, then east. */
export function parsePosition(answer: string): Parsed<{ readonly lat: number; readonly lon: number }> {
  const [, lat, lon] = /^(-?\d+(?:\.\d+)?)\s*[, ]\s*(-?\d+(?:\.\d+)?)$/.exec(answer) ?? []
  if (lat === undefined || lon === undefined || Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180)
    return { wrong: 'Write degrees north, then east, with points: 14.1, 42.6.' }
  return { value: { lat: Number(lat), lon: Number(lon) } }
}

/** "1, 3": positions from 1 to a number, as positions from 0. */
export const parseNumbers =
  (most: number) =>
  (answer: string): Parsed<number[]> => {
    const parts = answer.split(/[;,\s]+/).filter((part) => part !== '')
    const wrong = parts.find((part) => !/^\d+$/.test(part) || Number(part) < 1 || Number(part) > most)
    if (wrong !== undefined || parts.length === 0)
      return {
        wrong: `${JSON.stringify(wrong ?? answer)} is not the number of a source. Write numbers from 1 to ${String(most)}.`,
      }
    return { value: [...new Set(parts)].map((part) => Number(part) - 1) }
  }
