/**
 * Our counts beside theirs. Beside a tally stand two of ours, in its unit and scope, as of its day: what is confirmed, and all
 * including claims. Both differences are printed. The Pentagon's tally is matched by target, never by attacker.
 */
import { countAttacks, countVessels, sumMunitions, sumPeople } from './count.ts'
import type { Dataset, Incident } from './dataset.ts'
import { overlaps } from './dates.ts'
import { isAttack, select, type Query } from './query.ts'
import type { TallyPoint, TallyScope, TallySeries } from './schema/tally.ts'

/** One of our counts: the figure, what would come on top if no possible double were one, and its records. */
export interface OurCount {
  readonly count: number
  readonly possibleDoubles: number
  readonly records: readonly Incident[]
}

export interface Comparison {
  readonly series: TallySeries
  /** The day that both sides speak of. */
  readonly asOf: string
  readonly theirs: TallyPoint | null
  readonly confirmed: OurCount
  readonly all: OurCount
  /** Ours less theirs; null without a figure of theirs. */
  readonly differenceConfirmed: number | null
  readonly differenceAll: number | null
}

const STRIKES: ReadonlySet<string> = new Set(['strike', 'retaliation'])

/** The query that a scope stands for, up to a day. */
export function queryOfScope(scope: TallyScope, to: string): Query {
  const query: Query = { from: scope.from, to }
  if (scope.targetSides !== null) query.targetSides = scope.targetSides
  if (scope.countries !== null) query.countries = scope.countries
  if (scope.fronts !== null) query.fronts = scope.fronts
  if (scope.attackers !== null) query.actors = scope.attackers
  if (scope.kinds !== null) query.kinds = scope.kinds
  if (scope.targetTypes !== null) query.targetTypes = scope.targetTypes
  if (scope.weapons !== null) query.weapons = scope.weapons
  return query
}

// A series has many figures: its records are chosen from the whole record once, and cut at each figure's day.
const scoped = new WeakMap<Dataset, WeakMap<TallyScope, readonly Incident[]>>()

/** The records that a scope counts, up to a day. */
export function recordsOfScope(dataset: Dataset, scope: TallyScope, to: string): Incident[] {
  const known = scoped.get(dataset) ?? new WeakMap<TallyScope, readonly Incident[]>()
  scoped.set(dataset, known)
  const records = known.get(scope) ?? chooseOfScope(dataset, scope)
  known.set(scope, records)
  return records.filter(({ date }) => overlaps(date, { start: scope.from, end: to }))
}

function chooseOfScope(dataset: Dataset, scope: TallyScope): Incident[] {
  const records = select(dataset, queryOfScope(scope, '9999-12-31'))
  switch (scope.units) {
    case 'attacks':
    case 'vessels':
      return records.filter((incident) => isAttack(incident, dataset))
    case 'shootdowns':
      return records.filter((incident) => incident.kind === 'shootdown')
    case 'strikes':
      return records.filter((incident) => STRIKES.has(incident.kind))
    default:
      return records.filter((incident) => incident.kind !== 'event')
  }
}

/** The figure of a selection in a scope's unit. */
export function countInUnit(units: string, records: readonly Incident[]): OurCount {
  switch (units) {
    case 'vessels': {
      const { named, unnamed } = countVessels(records)
      return { count: named + unnamed, possibleDoubles: 0, records }
    }
    case 'munitions':
      return { count: sumMunitions(records).low, possibleDoubles: 0, records }
    case 'killed':
      return { count: sumPeople(records, 'killed').low, possibleDoubles: 0, records }
    default: {
      const { count, possibleDoubles } = countAttacks(records)
      return { count, possibleDoubles, records }
    }
  }
}

/** Our two counts for a series as of a day; null where the series has no scope to compare with. */
export function ourCounts(
  dataset: Dataset,
  series: TallySeries,
  asOf: string,
): { confirmed: OurCount; all: OurCount } | null {
  if (series.scope === null) return null
  const records = recordsOfScope(dataset, series.scope, asOf)
  return {
    confirmed: countInUnit(
      series.scope.units,
      records.filter((incident) => incident.evidence.level === 'confirmed'),
    ),
    all: countInUnit(series.scope.units, records),
  }
}

/** Our two counts beside one figure of theirs; null where nothing in the record is comparable. */
export function comparePoint(dataset: Dataset, point: TallyPoint): Comparison | null {
  const series = dataset.series.get(point.series)
  if (series === undefined) return null
  return compareDay(dataset, series, point.asOf, point)
}

/** Our two counts for a series on any day, beside a figure or alone. */
export function compareDay(
  dataset: Dataset,
  series: TallySeries,
  asOf: string,
  theirs: TallyPoint | null,
): Comparison | null {
  const ours = ourCounts(dataset, series, asOf)
  if (ours === null) return null
  return {
    series,
    asOf,
    theirs,
    ...ours,
    differenceConfirmed: theirs === null ? null : ours.confirmed.count - theirs.total,
    differenceAll: theirs === null ? null : ours.all.count - theirs.total,
  }
}

/** The figures of a series in time order. */
export const pointsOf = (dataset: Dataset, series: string): TallyPoint[] =>
  dataset.points.filter((point) => point.series === series)
