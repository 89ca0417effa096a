/** Attacks by week: what the figure shows, as plain data. */
import { countAttacks } from '../../dataset/count.ts'
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import { addDays, weekOf, weekStart, type Span } from '../../dataset/dates.ts'
import { select } from '../../dataset/query.ts'
import { pointsOf } from '../../dataset/tallies.ts'
import { FRONT_ORDER, type Front } from '../../dataset/vocabulary.ts'
import { recordMark, type RecordMark } from '../record.ts'
import { partsOf, sumOf, type Part } from '../stack.ts'

export interface Week {
  /** First day, a Tuesday. */
  readonly start: string
  readonly end: string
  /** Attacks whose date lies wholly in the week. */
  readonly parts: readonly Part[]
}

/** Attacks whose possible dates lie in more than one week. They are drawn between those weeks, never in one of them. */
export interface Between {
  readonly first: number
  readonly last: number
  readonly start: string
  readonly end: string
  readonly parts: readonly Part[]
}

export interface Panel {
  readonly weeks: readonly Week[]
  readonly between: readonly Between[]
  /** Attacks, possible doubles folded over all weeks. */
  readonly count: number
}

/** What the Pentagon's running tally grew by between two of its figures, spread over the weeks that lie between. */
export interface Growth {
  readonly from: string
  readonly to: string
  readonly added: number
  readonly perWeek: number
}

export interface TurningPoint {
  readonly record: RecordMark
  readonly day: string
  readonly label: string
}

export interface FrequencyModel {
  readonly span: Span
  readonly all: Panel
  readonly fronts: readonly (Panel & { readonly front: Front })[]
  readonly records: number
  readonly possibleDoubles: number
  readonly turningPoints: readonly TurningPoint[]
  readonly growth: readonly Growth[]
  /** The last figure of the Pentagon's tally. */
  readonly tally: { readonly total: number; readonly qualifier: string; readonly asOf: string } | null
}

/** Records that the figure names, with the words for them. Their days come from the record; one that is missing is left out. */
const TURNING_POINTS: readonly (readonly [string, string])[] = [
  ['2023-10-27-albu-kamal-1', 'First US retaliation'],
  ['2023-11-19-galaxy-leader-1', 'Galaxy Leader seized'],
  ['2024-01-12-houthi-held-yemen-1', 'First US–UK strikes on Yemen'],
  ['2024-01-28-tower-22-1', 'Deaths at Tower 22'],
  ['2025-01-19-gaza-strip-1', 'Gaza ceasefire'],
  ['2025-03-15-houthi-held-yemen-1', 'US campaign in Yemen'],
  ['2025-05-06-muscat-1', 'US–Houthi truce'],
  ['2025-07-06-magic-seas-1', 'Magic Seas sunk'],
  ['2025-10-10-gaza-strip-1', 'Second Gaza ceasefire'],
]

/** The Pentagon's running tally. */
export const PENTAGON = 'us-forces-iraq-syria-since-2023-10-17'

function panel(selection: readonly Incident[], span: Span): Panel {
  const weeks: Incident[][] = Array.from({ length: weekOf(span.end) + 1 }, () => [])
  const between = new Map<string, Incident[]>()
  for (const incident of selection) {
    const first = Math.max(0, weekOf(incident.date.start))
    const last = Math.min(weeks.length - 1, weekOf(incident.date.end))
    if (first === last) weeks[first]?.push(incident)
    else between.set(`${first} ${last}`, [...(between.get(`${first} ${last}`) ?? []), incident])
  }
  return {
    weeks: weeks.map((own, week) => ({
      start: weekStart(week),
      end: addDays(weekStart(week), 6),
      parts: partsOf(own),
    })),
    between: [...between].map(([key, own]) => {
      const [first = 0, last = 0] = key.split(' ').map(Number)
      return { first, last, start: weekStart(first), end: addDays(weekStart(last), 6), parts: partsOf(own) }
    }),
    count: countAttacks(selection).count,
  }
}

function growthOf(dataset: Dataset): Growth[] {
  // One figure a week, the highest said in it; a running tally never falls, so a lower figure after it is an older one.
  const best = new Map<number, { asOf: string; total: number }>()
  for (const { asOf, total, quality } of pointsOf(dataset, PENTAGON)) {
    if (quality === 'contradicts') continue
    const own = best.get(weekOf(asOf))
    if (own === undefined || total >= own.total) best.set(weekOf(asOf), { asOf, total })
  }
  const growth: Growth[] = []
  let before = { week: -1, total: 0 }
  for (const [week, point] of [...best].sort(([a], [b]) => a - b)) {
    if (point.total < before.total) continue
    const added = point.total - before.total
    growth.push({
      from: weekStart(before.week + 1),
      to: addDays(weekStart(week), 6),
      added,
      perWeek: added / (week - before.week),
    })
    before = { week, total: point.total }
  }
  return growth
}

/** The model of the figure. */
export function frequencyModel(dataset: Dataset): FrequencyModel {
  const span = dataset.card.coverage
  const attacks = select(dataset, { attacks: true, from: span.start, to: span.end })
  const count = countAttacks(attacks)
  const last = pointsOf(dataset, PENTAGON).at(-1)
  return {
    span,
    all: panel(attacks, span),
    fronts: FRONT_ORDER.map((front) => ({
      front,
      ...panel(
        attacks.filter((incident) => incident.front === front),
        span,
      ),
    })),
    records: count.records,
    possibleDoubles: count.possibleDoubles,
    turningPoints: TURNING_POINTS.flatMap(([id, label]) => {
      const record = dataset.byId.get(id)
      return record === undefined ? [] : [{ record: recordMark(record, dataset), label, day: record.date.start }]
    }),
    growth: growthOf(dataset),
    tally: last === undefined ? null : { total: last.total, qualifier: last.qualifier, asOf: last.asOf },
  }
}

/** The week with most attacks; null where there are none. */
export const busiest = (panel: Panel): Week | null =>
  panel.weeks.reduce<Week | null>(
    (best, week) => (sumOf(week.parts) > (best === null ? 0 : sumOf(best.parts)) ? week : best),
    null,
  )

/** Weeks in which no record lies, not even one that may belong to the week beside it. */
export const quietWeeks = (panel: Panel): number =>
  panel.weeks.filter(
    (week, i) => week.parts.length === 0 && !panel.between.some((group) => group.first <= i && i <= group.last),
  ).length

/** Attacks that are drawn between weeks. */
export const betweenWeeks = (panel: Panel): number => panel.between.reduce((sum, group) => sum + sumOf(group.parts), 0)
