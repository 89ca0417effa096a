/** What Explore shows: the packed record unpacked, filtered, sorted, counted by week. No page here: everything can be tested. */
import type { Dataset } from '../../../dataset/dataset.ts'
import { addDays, weekOf } from '../../../dataset/dates.ts'
import { fold, foldedWords } from '../../../dataset/fold.ts'
import { matches, type Filterable, type Query } from '../../../dataset/query.ts'
import {
  ATTRIBUTIONS,
  COLOURS,
  EVIDENCE,
  EVIDENCE_ORDER,
  frontOf,
  keysOf,
  KINDS,
  OUTCOMES,
  PRECISIONS_OF_DATE,
  SIDES,
  TARGET_TYPES,
  THEATRES,
  WEAPONS,
  type EvidenceLevel,
} from '../../../dataset/vocabulary.ts'
import type { Pack } from './pack.ts'

/** A record as Explore holds it. */
export interface Row extends Filterable {
  readonly title: string
  readonly placeName: string
  readonly actorNames: string
  /** Pixels on the map; null where nothing may be drawn. */
  readonly point: readonly [number, number] | null
  /** Everything that free text finds, folded. */
  readonly text: string
}

export type Lookup = Pick<Dataset, 'actors' | 'places'>

export interface Loaded {
  readonly rows: readonly Row[]
  readonly lookup: Lookup
  readonly coverage: Pack['coverage']
}

const voices = ['attacker', 'target', 'relayed'] as const
const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index]
  if (value === undefined) throw new Error(`The packed record points to ${String(index)}, which is not there.`)
  return value
}
const orNull = <T>(list: readonly T[], index: number): T | null => (index === -1 ? null : at(list, index))

/** Unpacks the record. */
export function unpack(pack: Pack): Loaded {
  const kinds = keysOf(KINDS)
  const theatres = keysOf(THEATRES)
  const weapons = keysOf(WEAPONS)
  const sides = keysOf(SIDES)
  const rows = pack.rows.map((row): Row => {
    const [id, title, start, days, precision, kind, theatre, evidence, voice, colour, attribution, outcome, context] =
      row
    const [
      ,
      ,
      ,
      ,
      ,
      ,
      ,
      ,
      ,
      ,
      ,
      ,
      ,
      country,
      place,
      also,
      attackers,
      side,
      targetType,
      targets,
      arms,
      vessel,
      x,
      y,
      text,
    ] = row
    const where = place === -1 ? null : at(pack.places, place)
    const who = attackers.map((index) => at(pack.actors, index))
    return {
      id,
      title,
      date: {
        start,
        end: addDays(start, days),
        precision: at(keysOf(PRECISIONS_OF_DATE), precision),
        assumed: false,
        timeNote: null,
        dateNote: null,
      },
      kind: at(kinds, kind),
      context: context === 1,
      theatre: at(theatres, theatre),
      front: frontOf(at(theatres, theatre)),
      evidence: { level: at(keysOf(EVIDENCE), evidence), voice: orNull(voices, voice), by: [] },
      colour: at(keysOf(COLOURS), colour),
      attribution: at(keysOf(ATTRIBUTIONS), attribution),
      outcome: orNull(keysOf(OUTCOMES), outcome),
      place: {
        id: where?.[0] ?? null,
        name: where?.[1] ?? null,
        country,
        precision: 'unknown',
        also: also.map((index) => at(pack.places, index)[0]),
      },
      attackers: who.map(([actor]) => actor),
      attackerSide: orNull(sides, side),
      target: {
        type: orNull(keysOf(TARGET_TYPES), targetType),
        operator: null,
        description: null,
        vessel: vessel === null ? null : { name: vessel, flag: null, type: null },
        actors: targets.map((index) => at(pack.actors, index)[0]),
      },
      weapons: arms.map((index) => at(weapons, index)),
      placeName: where?.[1] ?? country ?? '',
      actorNames:
        who.length > 0
          ? who.map(([, name]) => name).join(', ')
          : side === -1
            ? ''
            : `${SIDES[at(sides, side)].label}, not named`,
      point: x === null || y === null ? null : [x, y],
      text: [
        fold(title),
        fold(vessel ?? ''),
        text,
        where?.[3] ?? '',
        ...also.map((index) => at(pack.places, index)[3]),
        ...who.map(([, , , names]) => names),
        ...targets.map((index) => at(pack.actors, index)[3]),
        id.replaceAll('-', ' '),
      ].join(' '),
    }
  })
  return {
    rows,
    coverage: pack.coverage,
    lookup: {
      actors: new Map(pack.actors.map(([id, name, side]) => [id, { id, name, side: at(sides, side) }])),
      places: new Map(
        pack.places.map(([id, name, within]) => [
          id,
          { id, name, within: within === -1 ? null : at(pack.places, within)[0] },
        ]),
      ),
    } as unknown as Lookup,
  }
}

export type SortKey = 'date' | 'title' | 'who' | 'place' | 'evidence'

/** A view: what is shown, in which order. */
export interface View {
  readonly query: Query
  readonly text: string
  readonly sort: SortKey
  readonly down: boolean
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const KEYS: Readonly<Record<SortKey, (row: Row) => string>> = {
  date: ({ date }) => date.start,
  title: ({ title }) => fold(title),
  who: ({ actorNames }) => (actorNames === '' ? '\uffff' : fold(actorNames)),
  place: ({ placeName }) => (placeName === '' ? '\uffff' : fold(placeName)),
  evidence: ({ evidence }) => String(EVIDENCE_ORDER.indexOf(evidence.level)),
}

/** The records of a view. Every word of the free text must be found; parts of words count. */
export function recordsOf({ rows, lookup }: Loaded, view: View): Row[] {
  const words = foldedWords(view.text)
  const found = rows.filter((row) => matches(row, view.query, lookup) && words.every((word) => row.text.includes(word)))
  const key = KEYS[view.sort]
  const keyed = found.map((row, index) => ({ row, index, key: key(row) }))
  keyed.sort((a, b) => compare(a.key, b.key) || a.index - b.index)
  const sorted = keyed.map(({ row }) => row)
  return view.down ? sorted.reverse() : sorted
}

export interface Weeks {
  /** Records by week, from the first week of the record. */
  readonly weeks: readonly Readonly<Record<EvidenceLevel, number>>[]
  /** Records whose dates span more than one week: in no bar. */
  readonly between: number
  /** Records before the first week or after the coverage. */
  readonly outside: number
}

/** Records by week and evidence. */
export function weeksOf(rows: readonly Row[], coverage: Loaded['coverage']): Weeks {
  const last = weekOf(coverage.end)
  const weeks = Array.from({ length: last + 1 }, () => ({ confirmed: 0, reported: 0, claimed: 0, disputed: 0 }))
  let between = 0
  let outside = 0
  for (const { date, evidence } of rows) {
    const week = weekOf(date.start)
    const slot = weeks[week]
    if (slot === undefined) outside += 1
    else if (weekOf(date.end) !== week) between += 1
    else slot[evidence.level] += 1
  }
  return { weeks, between, outside }
}
