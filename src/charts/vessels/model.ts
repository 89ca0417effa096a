/** Every merchant ship attacked: when, which, with what, and what became of it. */
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import { formatSpan, overlaps, type Span } from '../../dataset/dates.ts'
import { countVessels } from '../../dataset/count.ts'
import { evidenceLabel } from '../../dataset/lead.ts'
import { select, type Query } from '../../dataset/query.ts'
import { OUTCOMES, WEAPONS, type Colour, type Kind, type Outcome } from '../../dataset/vocabulary.ts'
import { recordMark, type RecordMark } from '../record.ts'

export interface Ship {
  readonly record: RecordMark
  readonly kind: Kind
  readonly start: string
  readonly end: string
  readonly name: string | null
  readonly flag: string | null
  readonly type: string | null
  readonly weapons: string
  readonly outcome: Outcome
  /** How it is known, in words. */
  readonly known: string
}

/** One value of a list and the records that have it. */
export interface Share {
  readonly label: string
  readonly count: number
  readonly colour: Colour
}

export interface VesselsModel {
  readonly span: Span
  readonly ships: readonly Ship[]
  readonly named: number
  readonly unnamed: number
  readonly flags: readonly Share[]
  readonly types: readonly Share[]
  readonly weapons: readonly Share[]
}

export const VESSELS_QUERY: Query = { kinds: ['attack', 'interception', 'seizure'], targetTypes: ['merchant-vessel'] }

/** Lanes of the figure, from the gravest outcome down. */
export const LANES = [
  { label: 'Sunk or seized', outcomes: ['sunk', 'seized'] },
  { label: 'Hit', outcomes: ['hit'] },
  { label: 'Missed', outcomes: ['missed'] },
  { label: 'Failed', outcomes: ['failed'] },
  { label: 'Intercepted', outcomes: ['intercepted'] },
  { label: 'Not known', outcomes: ['unknown'] },
] as const satisfies readonly { label: string; outcomes: readonly Outcome[] }[]

/** Types as reported, in classes: the first word that fits. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/container/i, 'Container ship'],
  [/car carrier|vehicle/i, 'Car carrier'],
  [/tanker|lpg|lng|vlcc/i, 'Tanker'],
  [/bulk/i, 'Bulk carrier'],
  [/cargo/i, 'Cargo ship'],
]

const classOf = (type: string | null): string | null =>
  type === null ? null : (CLASSES.find(([pattern]) => pattern.test(type))?.[1] ?? 'Other')

const NOT_KNOWN = 'Not known'

function shares(values: readonly (string | null)[], colour: Colour, most: number): Share[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value ?? NOT_KNOWN, (counts.get(value ?? NOT_KNOWN) ?? 0) + 1)
  const unknown = counts.get(NOT_KNOWN) ?? 0
  counts.delete(NOT_KNOWN)
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const rest = sorted.slice(most)
  return [
    ...sorted.slice(0, most).map(([label, count]) => ({ label, count, colour })),
    ...(rest.length > 0
      ? [
          {
            label: rest.length === 1 ? 'One other' : `${rest.length} others`,
            count: rest.reduce((sum, [, count]) => sum + count, 0),
            colour,
          },
        ]
      : []),
    ...(unknown > 0 ? [{ label: NOT_KNOWN, count: unknown, colour }] : []),
  ]
}

function shipOf(incident: Incident, dataset: Dataset): Ship {
  const vessel = incident.target.vessel
  const weapons = incident.weapons.map((weapon) => WEAPONS[weapon].label).join(', ')
  const outcome = incident.outcome ?? 'unknown'
  const known = evidenceLabel(incident, dataset)
  const about = [vessel?.flag == null ? null : `flag ${vessel.flag}`, vessel?.type ?? null]
    .filter((part) => part !== null)
    .join(', ')
  const label = [
    `${vessel?.name ?? 'Ship not named'}${about === '' ? '' : ` (${about})`}`,
    formatSpan(incident.date),
    weapons === '' ? 'Weapon not named' : weapons,
    OUTCOMES[outcome].label === 'Not known' ? 'Outcome not known' : OUTCOMES[outcome].label,
    known,
  ].join('. ')
  return {
    record: { ...recordMark(incident, dataset), label: `${label}.` },
    kind: incident.kind,
    start: incident.date.start,
    end: incident.date.end,
    name: vessel?.name ?? null,
    flag: vessel?.flag ?? null,
    type: vessel?.type ?? null,
    weapons,
    outcome,
    known,
  }
}

/** The model of the figure. */
export function vesselsModel(dataset: Dataset): VesselsModel {
  const span = dataset.card.coverage
  const records = select(dataset, VESSELS_QUERY).filter((incident) => overlaps(incident.date, span))
  const ships = records.map((incident) => shipOf(incident, dataset))
  const colour: Colour = 'houthis'
  return {
    span,
    ships,
    ...countVessels(records),
    flags: shares(
      ships.map((ship) => ship.flag),
      colour,
      6,
    ),
    types: shares(
      ships.map((ship) => classOf(ship.type)),
      colour,
      6,
    ),
    weapons: shares(
      records.flatMap((incident) =>
        incident.weapons.length === 0
          ? [null]
          : incident.weapons.map((weapon) => (weapon === 'unknown' ? null : WEAPONS[weapon].label)),
      ),
      colour,
      6,
    ),
  }
}
