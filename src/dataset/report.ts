/**
 * What the record holds and lacks, for the people who keep it.
 *
 * 1. Coverage counts records, not attacks. A record lies in every month that its days overlap, so months may add up to more.
 * 2. Beside each official figure stand two counts of ours as of the same day, in its unit and scope: confirmed, and all including
 *    claims. Both differences are ours less theirs, and the words say which of the two they speak of.
 */
import { clustersOf, countAttacks, inWindow } from './count.ts'
import type { Dataset, Incident } from './dataset.ts'
import { addDays, formatDay } from './dates.ts'
import type { Problem } from './problem.ts'
import { comparePoint, pointsOf, recordsOfScope, type Comparison } from './tallies.ts'
import type { TallySeries } from './schema/tally.ts'
import { EVIDENCE_ORDER, FRONT_ORDER, type EvidenceLevel, type Front, type Via } from './vocabulary.ts'

export interface Report {
  readonly title: string
  readonly version: string
  readonly asOf: string
  readonly records: number
  readonly coverage: readonly MonthOfRecords[]
  readonly evidence: readonly EvidenceRow[]
  /** Records for which an earlier compilation had another status. */
  readonly differs: readonly StatusDifference[]
  /** Ids of records that rest on one source. */
  readonly singleSource: readonly string[]
  /** Ids of records whose sources are all mirrors or aggregators. */
  readonly copiesOnly: readonly string[]
  /** Ids of records with neither a place nor a position. */
  readonly unlocated: readonly string[]
  readonly tallies: readonly TallyRow[]
  readonly example: WorkedExample | null
  readonly doubles: {
    /** Groups of records that may be one event, as the records say. */
    readonly possible: readonly (readonly string[])[]
    /** Pairs that look alike and that nobody has explained. */
    readonly unexplained: readonly { readonly id: string; readonly message: string }[]
  }
}

export interface MonthOfRecords {
  /** YYYY-MM. */
  readonly month: string
  readonly records: number
  readonly fronts: Readonly<Record<Front, number>>
  readonly evidence: Readonly<Record<EvidenceLevel, number>>
  /** Records by front and evidence. */
  readonly cells: Readonly<Record<Front, Readonly<Record<EvidenceLevel, number>>>>
}

export interface EvidenceRow {
  readonly level: EvidenceLevel
  /** Whose word it rests on; null for confirmed and reported. */
  readonly voice: string | null
  readonly records: number
  /** Attacks and strikes that those records stand for, possible doubles folded. */
  readonly attacks: number
}

export interface StatusDifference {
  readonly id: string
  readonly earlier: string
  readonly level: EvidenceLevel
  readonly voice: string | null
}

export interface TallyRow {
  readonly series: string
  readonly counted: string
  readonly by: string
  readonly asOf: string
  readonly qualifier: string
  readonly theirs: number
  readonly unit: string
  readonly confirmed: number
  readonly all: number
  readonly possibleDoubles: number
  readonly differenceConfirmed: number
  readonly differenceAll: number
  /** Both differences, as sentences. */
  readonly words: string
}

export interface WorkedExample {
  readonly series: string
  readonly counted: string
  /** How the two can be compared and where that ends. */
  readonly reasoning: readonly string[]
  readonly days: readonly { readonly row: TallyRow; readonly why: string }[]
}

const byKey = <K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>

/** The report of a dataset. Unexplained doubles come from the checker's warnings. */
export function makeReport(dataset: Dataset, warnings: readonly Problem[] = []): Report {
  const { card, incidents } = dataset
  return {
    title: card.title,
    version: card.version,
    asOf: card.asOf,
    records: incidents.length,
    coverage: coverageOf(incidents),
    evidence: evidenceTable(incidents),
    differs: incidents.flatMap(({ id, earlierStatus, evidence }) =>
      earlierStatus === null || earlierStatus === evidence.level
        ? []
        : [{ id, earlier: earlierStatus, level: evidence.level, voice: evidence.voice }],
    ),
    singleSource: idsOf(incidents, ({ sources }) => sources.length === 1),
    copiesOnly: idsOf(incidents, ({ sources }) => sources.every(({ via }) => COPIES.has(via))),
    unlocated: idsOf(incidents, ({ place, position }) => place.id === null && position === null),
    tallies: [...dataset.series.values()].flatMap(({ id }) => talliesOf(dataset, id)),
    example: workedExample(dataset),
    doubles: {
      possible: clustersOf(dataset.byId)
        .filter((cluster) => cluster.length > 1)
        .map((cluster) => cluster.map(({ id }) => id).sort()),
      unexplained: warnings
        .filter(({ code }) => code === 'possible-double')
        .map(({ file, message }) => ({ id: (file.split('/').at(-1) ?? '').replace(/\.json$/, ''), message })),
    },
  }
}

const COPIES: ReadonlySet<Via> = new Set(['mirror', 'aggregator'])

const idsOf = (incidents: readonly Incident[], test: (incident: Incident) => boolean): string[] =>
  incidents.filter(test).map(({ id }) => id)

function monthsOf({ date }: Incident): string[] {
  const months: string[] = []
  for (let month = date.start.slice(0, 7); month <= date.end.slice(0, 7); month = addDays(`${month}-28`, 4).slice(0, 7))
    months.push(month)
  return months
}

function coverageOf(incidents: readonly Incident[]): MonthOfRecords[] {
  const byMonth = new Map<string, Incident[]>()
  for (const incident of incidents)
    for (const month of monthsOf(incident)) byMonth.set(month, [...(byMonth.get(month) ?? []), incident])
  return [...byMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, records]) => {
      const count = (test: (incident: Incident) => boolean): number => records.filter(test).length
      return {
        month,
        records: records.length,
        fronts: byKey(FRONT_ORDER, (front) => count((incident) => incident.front === front)),
        evidence: byKey(EVIDENCE_ORDER, (level) => count((incident) => incident.evidence.level === level)),
        cells: byKey(FRONT_ORDER, (front) =>
          byKey(EVIDENCE_ORDER, (level) =>
            count((incident) => incident.front === front && incident.evidence.level === level),
          ),
        ),
      }
    })
}

function evidenceTable(incidents: readonly Incident[]): EvidenceRow[] {
  const groups = new Map<string, Incident[]>()
  for (const incident of incidents) {
    const key = `${incident.evidence.level} ${incident.evidence.voice ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), incident])
  }
  const rank = ({ level, voice }: EvidenceRow): string =>
    `${String(EVIDENCE_ORDER.indexOf(level))}${String(['attacker', 'target', 'relayed'].indexOf(voice ?? ''))}`
  return [...groups.values()]
    .flatMap((records): EvidenceRow[] => {
      const [first] = records
      if (first === undefined) return []
      const { level, voice } = first.evidence
      return [{ level, voice, records: records.length, attacks: countAttacks(records).count }]
    })
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

function talliesOf(dataset: Dataset, series: string): TallyRow[] {
  return pointsOf(dataset, series).flatMap((point) => {
    const comparison = comparePoint(dataset, point)
    return comparison === null ? [] : rowOf(comparison)
  })
}

function rowOf(comparison: Comparison): TallyRow[] {
  const { series, theirs, confirmed, all, asOf, differenceConfirmed, differenceAll } = comparison
  if (theirs === null || differenceConfirmed === null || differenceAll === null) return []
  return [
    {
      series: series.id,
      counted: series.counted,
      by: theirs.by,
      asOf,
      qualifier: theirs.qualifier,
      theirs: theirs.total,
      unit: series.scope?.units ?? series.unit,
      confirmed: confirmed.count,
      all: all.count,
      possibleDoubles: all.possibleDoubles,
      differenceConfirmed,
      differenceAll,
      words: wordsOfComparison(comparison),
    },
  ]
}

const QUALIFIERS: Readonly<Record<string, string>> = {
  exact: '',
  'at-least': 'at least ',
  'more-than': 'more than ',
  about: 'about ',
}

/** Both differences as a sentence that says which count each is. */
export function wordsOfComparison(comparison: Comparison): string {
  const { theirs, confirmed, all, asOf, differenceConfirmed, differenceAll } = comparison
  if (theirs === null || differenceConfirmed === null || differenceAll === null) return ''
  const said = `They said ${QUALIFIERS[theirs.qualifier] ?? `${theirs.qualifier} `}${String(theirs.total)} by ${formatDay(asOf)}.`
  const doubles =
    all.possibleDoubles > 0
      ? ` (and up to ${String(all.possibleDoubles)} possible ${all.possibleDoubles === 1 ? 'double' : 'doubles'})`
      : ''
  return `${said} Confirmed in our record: ${String(confirmed.count)}, ${apart(differenceConfirmed)}. With claims and reports: ${String(all.count)}${doubles}, ${apart(differenceAll)}.`
}

function apart(difference: number): string {
  if (difference === 0) return 'the same'
  return `${String(Math.abs(difference))} ${difference < 0 ? 'fewer' : 'more'} than theirs`
}

/** The series that counts attacks on US forces, with the most figures: the one whose reasoning is worth printing. */
function pentagonSeries(dataset: Dataset): TallySeries | null {
  const candidates = [...dataset.series.values()].filter(
    ({ featured, scope }) =>
      featured && scope?.units === 'attacks' && scope.targetSides?.includes('us-coalition') === true,
  )
  const figures = (series: TallySeries): number => pointsOf(dataset, series.id).length
  return candidates.sort((a, b) => figures(b) - figures(a) || (a.id < b.id ? -1 : 1))[0] ?? null
}

function workedExample(dataset: Dataset): WorkedExample | null {
  const series = pentagonSeries(dataset)
  const scope = series?.scope ?? null
  if (series === null || scope === null) return null
  const days = pointsOf(dataset, series.id).flatMap((point) => {
    const comparison = comparePoint(dataset, point)
    const [row] = comparison === null ? [] : rowOf(comparison)
    if (row === undefined) return []
    const records = recordsOfScope(dataset, scope, point.asOf)
    return [{ row, why: whyOf(records, scope.from, point.asOf) }]
  })
  return {
    series: series.id,
    counted: series.counted,
    reasoning: [
      `They count ${series.counted}. We take the records of attacks from ${formatDay(scope.from)} on, in ${(scope.countries ?? []).join(', ')}, whose target belongs to US or coalition forces: by target, never by attacker, since some attacks have no named author.`,
      'Each record adds the attacks that it stands for. A batch adds only what its own number exceeds the records that it covers. Records that may be one event are counted once.',
      'A record whose days are uncertain counts once its first possible day has come.',
      '"Confirmed" is what a body in a position to know says, by the evidence rule. "With claims and reports" adds everything else that anybody says. Their count lies nearer to one or the other; neither is an error of theirs or ours.',
      ...(series.comparableNote === null ? [] : [series.comparableNote]),
      ...(series.caveat === null ? [] : [series.caveat]),
    ],
    days,
  }
}

function whyOf(records: readonly Incident[], from: string, asOf: string): string {
  const count = countAttacks(records)
  const { straddling } = inWindow(records, { start: from, end: asOf })
  const parts = [
    `${String(count.records)} ${count.records === 1 ? 'record stands' : 'records stand'} for ${String(count.count)} ${count.count === 1 ? 'attack' : 'attacks'}`,
  ]
  if (count.notListedSingly > 0) parts.push(`${String(count.notListedSingly)} of them only in batches`)
  if (count.possibleDoubles > 0) parts.push(`${String(count.possibleDoubles)} more if no possible double is one`)
  if (straddling.length > 0)
    parts.push(`${String(straddling.length)} ${straddling.length === 1 ? 'record' : 'records'} may lie after that day`)
  return `${parts.join('; ')}.`
}
