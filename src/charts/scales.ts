/** Scales and axes that charts share: days and weeks across, counts up. */
import { addDays, dayNumber, dayOfNumber, daysBetween, weekOf, type Span } from '../dataset/dates.ts'
import { measure } from './text.ts'

/** Days to pixels, linear; the end of the last day is the right edge. */
export interface DayScale {
  readonly span: Span
  readonly from: number
  readonly to: number
  /** The left edge of a day. */
  readonly x: (day: string) => number
  /** The middle of a day. */
  readonly middle: (day: string) => number
  readonly dayWidth: number
}

/** A scale of days between two pixels. */
export function dayScale(span: Span, from: number, to: number): DayScale {
  const days = Math.max(1, daysBetween(span.start, span.end) + 1)
  const dayWidth = (to - from) / days
  const x = (day: string) => from + daysBetween(span.start, day) * dayWidth
  return { span, from, to, x, middle: (day) => x(day) + dayWidth / 2, dayWidth }
}

/** The number of weeks that touch a span, from the week of its first day. */
export const weeksIn = (span: Span): number => weekOf(span.end) - weekOf(span.start) + 1

/** A tick of a time axis. */
export interface TimeTick {
  readonly day: string
  readonly label: string
  /** Set where a year begins, or at the first tick. */
  readonly year: string | null
}

const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** Firsts of months in a span, thinned so that labels of a size stay apart. The step is 1, 2, 3, 6 or 12 months from January. */
export function monthTicks(scale: DayScale, size = 12): TimeTick[] {
  const firsts: string[] = []
  let day = `${scale.span.start.slice(0, 7)}-01`
  if (day < scale.span.start) day = nextMonth(day)
  for (; day <= scale.span.end; day = nextMonth(day)) firsts.push(day)
  const need = measure('May', size) + size
  const step = [1, 2, 3, 6, 12].find((months) => months * 30.4 * scale.dayWidth >= need) ?? 12
  let year = ''
  return firsts
    .filter((first) => (Number(first.slice(5, 7)) - 1) % step === 0)
    .map((first) => {
      const own = first.slice(0, 4)
      const tick = {
        day: first,
        label: SHORT[Number(first.slice(5, 7)) - 1] ?? '',
        year: own === year ? null : own,
      }
      year = own
      return tick
    })
}

const nextMonth = (day: string): string => `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`

/** Round steps for a count axis from 0: about `want` of them, whole numbers only. The last is the top of the scale. */
export function countTicks(max: number, want = 4): number[] {
  const top = Math.max(1, max)
  const rough = top / want
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough)
  const ticks = []
  for (let value = 0; value < top + step; value += step) ticks.push(value)
  return ticks
}

/** Counts to pixels upwards from a baseline. */
export function countScale(
  max: number,
  baseline: number,
  height: number,
  want = 4,
): { y: (n: number) => number; ticks: number[] } {
  const ticks = countTicks(max, want)
  const top = ticks.at(-1) ?? 1
  return { y: (n) => baseline - (n / top) * height, ticks }
}

/** Every day of a span, in order. */
export function daysOf(span: Span): string[] {
  const out = []
  for (let n = dayNumber(span.start); n <= dayNumber(span.end); n++) out.push(dayOfNumber(n))
  return out
}
