/** Our two counts as they grew, beside the tallies that carry weight. */
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import { comparePoint, countInUnit, pointsOf, recordsOfScope } from '../../dataset/tallies.ts'
import { keysOf, COLOURS, type Colour } from '../../dataset/vocabulary.ts'

/** Both counts from a day on. */
export interface Step {
  readonly day: string
  readonly confirmed: number
  readonly all: number
}

/** A published figure beside ours of its day. */
export interface Figure {
  readonly id: string
  readonly series: string
  readonly counted: string
  readonly day: string
  readonly theirs: number
  readonly qualifier: string
  readonly by: string
  readonly quality: string | null
  readonly note: string | null
  readonly publisher: string
  readonly url: string
  /** Ours of that day; null where nothing in the record is comparable. */
  readonly confirmed: number | null
  readonly all: number | null
}

export interface TallyPanel {
  readonly series: string
  readonly title: string
  readonly counted: string
  readonly by: string
  readonly unit: string
  readonly caveat: string | null
  readonly comparable: string | null
  readonly colour: Colour
  readonly from: string
  /** The day of their last figure. */
  readonly to: string
  readonly steps: readonly Step[]
  readonly figures: readonly Figure[]
}

export interface CumulativeModel {
  readonly panels: readonly TallyPanel[]
  /** Every figure of every series, in the order of series and days. */
  readonly figures: readonly Figure[]
}

/** Order and short titles of the featured series; one that is not listed follows under its own words. */
const TITLES: readonly (readonly [string, string])[] = [
  ['us-forces-iraq-syria-since-2023-10-17', 'Attacks on US and coalition forces: the Pentagon'],
  ['sohr-syria', 'Attacks on coalition bases in Syria: SOHR'],
  ['us-dod-merchant-vessels', 'Merchant ships attacked: US officials'],
  ['houthi-own-ship-count', 'Ships attacked: the Houthis'],
  ['mq9-claimed-by-houthis', 'MQ-9 drones shot down: the Houthis'],
]

const hueOf = (records: readonly Incident[]): Colour =>
  keysOf(COLOURS).reduce((best, colour) => {
    const count = (hue: Colour) => records.filter((incident) => incident.colour === hue).length
    return count(colour) > count(best) ? colour : best
  })

function figuresOf(dataset: Dataset, series: string): Figure[] {
  return pointsOf(dataset, series).map((point) => {
    const ours = comparePoint(dataset, point)
    const source = point.sources[0]
    return {
      id: point.id,
      series,
      counted: dataset.series.get(series)?.counted ?? '',
      day: point.asOf,
      theirs: point.total,
      qualifier: point.qualifier,
      by: point.by,
      quality: point.quality,
      note: point.note,
      publisher: source?.publisher ?? '',
      url: source?.url ?? '',
      confirmed: ours?.confirmed.count ?? null,
      all: ours?.all.count ?? null,
    }
  })
}

/** The model of the figure. */
export function cumulativeModel(dataset: Dataset): CumulativeModel {
  const rank = (id: string) => {
    const at = TITLES.findIndex(([own]) => own === id)
    return at === -1 ? TITLES.length : at
  }
  const figuresBySeries = new Map([...dataset.series.keys()].map((id) => [id, figuresOf(dataset, id)]))
  const panels: TallyPanel[] = []
  const featured = [...dataset.series.values()].filter((series) => series.featured)
  for (const series of featured.sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1))) {
    const figures = figuresBySeries.get(series.id) ?? []
    const last = figures.at(-1)
    const { scope } = series
    if (last === undefined || scope === null) continue
    const records = recordsOfScope(dataset, scope, last.day)
    const days = [...new Set([scope.from, ...records.map((incident) => incident.date.start), last.day])]
      .filter((day) => day >= scope.from && day <= last.day)
      .sort()
    const confirmed = records.filter((incident) => incident.evidence.level === 'confirmed')
    const upTo = (own: readonly Incident[], day: string) =>
      countInUnit(
        scope.units,
        own.filter((incident) => incident.date.start <= day),
      ).count
    panels.push({
      series: series.id,
      title: TITLES[rank(series.id)]?.[1] ?? series.counted,
      counted: series.counted,
      by: series.by,
      unit: scope.units,
      caveat: series.caveat,
      comparable: series.comparableNote,
      colour: hueOf(records),
      from: scope.from,
      to: last.day,
      steps: days.map((day) => ({ day, confirmed: upTo(confirmed, day), all: upTo(records, day) })),
      figures,
    })
  }
  return { panels, figures: [...figuresBySeries.values()].flat() }
}

const QUALIFIERS: Readonly<Record<string, string>> = {
  exact: '',
  'at-least': 'at least ',
  'more-than': 'more than ',
  about: 'about ',
}

/** "at least 165". */
export const figureInWords = (figure: Pick<Figure, 'qualifier' | 'theirs'>): string =>
  `${QUALIFIERS[figure.qualifier] ?? `${figure.qualifier.replaceAll('-', ' ')} `}${figure.theirs}`
