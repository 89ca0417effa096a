/** What became of the attacks: by what was aimed at, and by quarter. */
import { countAttacks } from '../../dataset/count.ts'
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import { select } from '../../dataset/query.ts'
import { keysOf, TARGET_TYPES, type Outcome, type TargetType } from '../../dataset/vocabulary.ts'
import { partsOf, sumOf, type Part } from '../stack.ts'

/** Columns of the figure: outcomes, those of ships taken together with hits. */
export const FATES = [
  { key: 'hit', label: 'Hit', outcomes: ['hit', 'sunk', 'seized'] },
  { key: 'intercepted', label: 'Intercepted', outcomes: ['intercepted'] },
  { key: 'missed', label: 'Missed', outcomes: ['missed'] },
  { key: 'failed', label: 'Failed', outcomes: ['failed'] },
  { key: 'unknown', label: 'Not known', outcomes: ['unknown', null] },
] as const satisfies readonly { key: string; label: string; outcomes: readonly (Outcome | null)[] }[]

export type Fate = (typeof FATES)[number]['key']

export interface Row {
  readonly label: string
  /** What selects its records in Explore; null where no address does. */
  readonly query: Readonly<Record<string, string>> | null
  readonly cells: Readonly<Record<Fate, readonly Part[]>>
  readonly count: number
}

export interface OutcomesModel {
  readonly targets: readonly Row[]
  readonly quarters: readonly Row[]
  readonly total: Row
  /** Attacks of the whole selection, possible doubles folded. */
  readonly count: number
}

function rowOf(label: string, query: Row['query'], records: readonly Incident[]): Row {
  const cells = Object.fromEntries(
    FATES.map((fate) => [
      fate.key,
      partsOf(records.filter((incident) => (fate.outcomes as readonly (Outcome | null)[]).includes(incident.outcome))),
    ]),
  ) as Record<Fate, Part[]>
  return { label, query, cells, count: FATES.reduce((sum, fate) => sum + sumOf(cells[fate.key]), 0) }
}

const QUARTERS = ['Jan.–March', 'April–June', 'July–Sept.', 'Oct.–Dec.'] as const
const quarterOf = (day: string): string => `${day.slice(0, 4)}-${Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`

/** The model of the figure. */
export function outcomesModel(dataset: Dataset): OutcomesModel {
  const { start, end } = dataset.card.coverage
  const attacks = select(dataset, { attacks: true, from: start, to: end })
  const kinds: readonly (TargetType | null)[] = [...keysOf(TARGET_TYPES), null]
  const quarters: string[] = []
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year++)
    for (let quarter = 0; quarter < 4; quarter++) quarters.push(`${year}-${quarter}`)
  const unclear = attacks.filter((incident) => quarterOf(incident.date.start) !== quarterOf(incident.date.end))
  return {
    targets: kinds
      .map((type) =>
        rowOf(
          type === null ? 'Target not named' : TARGET_TYPES[type].label,
          type === null ? null : { attacks: '1', targetTypes: type },
          attacks.filter((incident) => incident.target.type === type),
        ),
      )
      .filter((row) => row.count > 0)
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)),
    quarters: [
      ...quarters
        .filter((key) => key >= quarterOf(start) && key <= quarterOf(end))
        .map((key) => {
          const [year = '', quarter = '0'] = key.split('-')
          const first = `${year}-${String(Number(quarter) * 3 + 1).padStart(2, '0')}-01`
          const last = `${year}-${['03-31', '06-30', '09-30', '12-31'][Number(quarter)] ?? '12-31'}`
          return rowOf(
            `${QUARTERS[Number(quarter)] ?? ''} ${year}`,
            { attacks: '1', from: first, to: last },
            attacks.filter((incident) => quarterOf(incident.date.start) === key && !unclear.includes(incident)),
          )
        }),
      ...(unclear.length > 0 ? [rowOf('Quarter not certain', null, unclear)] : []),
    ],
    total: rowOf('All attacks', { attacks: '1' }, attacks),
    count: countAttacks(attacks).count,
  }
}
