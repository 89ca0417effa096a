/**
 * Days, weeks and windows. A day is a string YYYY-MM-DD; nothing here knows a time zone or a clock.
 *
 * Uncertain dates:
 * 1. A record lies in every window that its start and end overlap.
 * 2. Weeks are bins of seven days from Tuesday 17 October 2023.
 * 3. So windows that tile the time add up, once the records that lie in more than one are taken off again.
 */

/** The first day of the first week. */
export const FIRST_DAY = '2023-10-17'

const DAY = 86_400_000

/** Days since 1 January 1970. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)

/** The day that many days after 1 January 1970. */
export const dayOfNumber = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

/** The day that many days later (or earlier). */
export const addDays = (day: string, days: number): string => dayOfNumber(dayNumber(day) + days)

/** Whole days from one day to another; 0 for the same day. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** The week that a day lies in, counted from 0 at 17 October 2023; negative before. */
export const weekOf = (day: string): number => Math.floor(daysBetween(FIRST_DAY, day) / 7)

/** The first day of a week. */
export const weekStart = (week: number): string => addDays(FIRST_DAY, week * 7)

/** A span of days, both ends included. */
export interface Span {
  readonly start: string
  readonly end: string
}

/** Whether two spans share a day. */
export const overlaps = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end

/** Whether the first span lies wholly in the second. */
export const within = (a: Span, b: Span): boolean => a.start >= b.start && a.end <= b.end

const MONTHS = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
] as const
const MONTHS_LONG = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const part = (day: string) => ({
  year: day.slice(0, 4),
  month: Number(day.slice(5, 7)) - 1,
  date: String(Number(day.slice(8, 10))),
})

/** "7 Nov. 2023"; with long, "7 November 2023". */
export function formatDay(day: string, form: 'short' | 'long' = 'short'): string {
  const { year, month, date } = part(day)
  return `${date} ${(form === 'long' ? MONTHS_LONG : MONTHS)[month] ?? ''} ${year}`
}

/** "November 2023". Takes a day or YYYY-MM. */
export function formatMonth(day: string): string {
  const { year, month } = part(`${day}-01`.slice(0, 10))
  return `${MONTHS_LONG[month] ?? ''} ${year}`
}

/** "7–9 Nov. 2023", "30 Oct.–2 Nov. 2023", "7 Nov. 2023". */
export function formatSpan(span: Span, form: 'short' | 'long' = 'short'): string {
  if (span.start === span.end) return formatDay(span.start, form)
  const names = form === 'long' ? MONTHS_LONG : MONTHS
  const a = part(span.start)
  const b = part(span.end)
  if (a.year !== b.year) return `${formatDay(span.start, form)} – ${formatDay(span.end, form)}`
  if (a.month !== b.month) return `${a.date} ${names[a.month] ?? ''} – ${formatDay(span.end, form)}`
  return `${a.date}–${b.date} ${names[b.month] ?? ''} ${b.year}`
}
