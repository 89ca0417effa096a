/** Every day of the record on every front, and the longest runs of days without one. */
import { countAttacks } from '../../dataset/count.ts'
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import { addDays, daysBetween, overlaps, type Span } from '../../dataset/dates.ts'
import { COLOURS, FRONT_ORDER, keysOf, type Colour, type Front } from '../../dataset/vocabulary.ts'
import { daysOf } from '../scales.ts'

/** A day that holds records. */
export interface Day {
  readonly day: string
  /** Attacks and strikes whose day is known, by who acted. */
  readonly parts: readonly { readonly colour: Colour; readonly count: number }[]
  /** Records whose date is a range that holds this day. */
  readonly possible: number
}

/** A run of days without a record; its first and last day. */
export type Run = Span & { readonly days: number }

export interface Band {
  readonly front: Front | null
  readonly days: readonly Day[]
  /** Days with a record, ranges included. */
  readonly busy: number
  readonly runs: readonly Run[]
  readonly attacks: number
}

export interface CalendarModel {
  readonly span: Span
  /** All fronts first, then each front that has records. */
  readonly bands: readonly Band[]
}

/** Runs shorter than this are not labelled. */
export const LEAST_RUN = 14

/** Acts of force: attacks, strikes and shootdowns by anybody. */
const isAct = (incident: Incident): boolean => incident.kind !== 'event' && !incident.context

/** The longest runs of days that no record of a selection touches, longest first; of equals the earlier. */
export function runsWithout(selection: readonly Incident[], span: Span): Run[] {
  const touched = new Set<string>()
  for (const { date } of selection) {
    if (!overlaps(date, span)) continue
    const start = date.start < span.start ? span.start : date.start
    const end = date.end > span.end ? span.end : date.end
    for (let day = start; day <= end; day = addDays(day, 1)) touched.add(day)
  }
  const runs: Run[] = []
  let start: string | null = null
  for (const day of [...daysOf(span), addDays(span.end, 1)]) {
    const free = !touched.has(day) && day <= span.end
    if (free) start ??= day
    else if (start !== null) {
      runs.push({ start, end: addDays(day, -1), days: daysBetween(start, day) })
      start = null
    }
  }
  return runs.sort((a, b) => b.days - a.days || (a.start < b.start ? -1 : 1))
}

function band(front: Front | null, selection: readonly Incident[], span: Span): Band {
  const certain = new Map<string, Incident[]>()
  const possible = new Map<string, number>()
  for (const incident of selection) {
    const { start, end } = incident.date
    if (start === end) certain.set(start, [...(certain.get(start) ?? []), incident])
    else
      for (let day = start < span.start ? span.start : start; day <= end && day <= span.end; day = addDays(day, 1))
        possible.set(day, (possible.get(day) ?? 0) + 1)
  }
  const days = daysOf(span).flatMap((day): Day[] => {
    const own = certain.get(day) ?? []
    const parts = keysOf(COLOURS).flatMap((colour) => {
      const count = countAttacks(own.filter((incident) => incident.colour === colour)).count
      return count === 0 ? [] : [{ colour, count }]
    })
    const maybe = possible.get(day) ?? 0
    return own.length === 0 && maybe === 0 ? [] : [{ day, parts, possible: maybe }]
  })
  return {
    front,
    days,
    busy: days.length,
    runs: runsWithout(selection, span).slice(0, 5),
    attacks: countAttacks(selection).count,
  }
}

/** The model of the figure. */
export function calendarModel(dataset: Dataset): CalendarModel {
  const span = dataset.card.coverage
  const acts = dataset.incidents.filter((incident) => isAct(incident) && overlaps(incident.date, span))
  return {
    span,
    bands: [
      band(null, acts, span),
      ...FRONT_ORDER.map((front) =>
        band(
          front,
          acts.filter((incident) => incident.front === front),
          span,
        ),
      ).filter((own) => own.days.length > 0),
    ],
  }
}
