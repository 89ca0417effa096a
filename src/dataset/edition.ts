/**
 * An edition: the charts' models as they stood, kept so that a page that quotes them stays as it was read.
 *
 * 1. It stores what was drawn (model, title, text alternative, method, table), never how: the drawing may improve, the figures stay.
 * 2. With a last day, it is made from the record cut to that day: records that begin later are left out, and so are figures of
 *    others that speak of a later day.
 * 3. "As of" is the day of the record that it was made from, never the last day: a record that did not exist then knew nothing.
 * 4. A checksum over everything else says whether it was changed since. An edition is never written over.
 */
import { createHash } from 'node:crypto'
import { createDataset, type Dataset } from './dataset.ts'
import { formatDay } from './dates.ts'

/** A chart as an edition takes it: its words and rows are made from its model. */
export interface EditionChart {
  readonly id: string
  /** Raised when the model changes its shape; 1 where absent. */
  readonly modelVersion?: number
  readonly model: (dataset: Dataset) => unknown
  readonly title: (model: unknown) => string
  readonly subtitle: (model: unknown) => string
  readonly describe: (model: unknown) => string
  readonly method: (model: unknown) => readonly string[]
  readonly table: (model: unknown) => EditionTable
}

/** A chart's table as charts make it. */
export interface EditionTable {
  readonly caption: string
  readonly columns: readonly { readonly key: string; readonly label: string; readonly numeric?: boolean }[]
  readonly rows: readonly Readonly<Record<string, string | number | null>>[]
  readonly idColumn?: string | null
}

/** A table as an edition keeps it: each row the values of the columns in order, so that no key is written a thousand times. */
export interface StoredTable {
  readonly caption: string
  readonly columns: EditionTable['columns']
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly idColumn: string | null
}

/** What an edition keeps of a chart. */
export interface StoredChart {
  /** The shape of its model: a chart that has moved on says so instead of drawing nonsense. */
  readonly modelVersion: number
  readonly title: string
  readonly subtitle: string
  readonly describe: string
  readonly method: readonly string[]
  readonly model: unknown
  readonly table: StoredTable
}

export interface Edition {
  readonly name: string
  /** The last day that it was cut to; null for the whole record. */
  readonly until: string | null
  /** The day of the record that it was made from. */
  readonly asOf: string
  /** The title of the record and the licence of its data, for the source line. */
  readonly source: { readonly title: string; readonly licence: string }
  /** The version of the data. */
  readonly version: string
  readonly charts: Readonly<Record<string, StoredChart>>
  /** SHA-256, in hexadecimal, over the JSON text of all other fields in this order. */
  readonly sha256: string
}

/** The record as it stands, without what begins after a day. Ties to records that are left out go. */
export function cutDataset(dataset: Dataset, until: string): Dataset {
  const kept = dataset.incidents.filter(({ date }) => date.start <= until)
  const ids = new Set(kept.map(({ id }) => id))
  const known = (list: readonly string[]): string[] => list.filter((id) => ids.has(id))
  const earlier = (day: string): string => (day < until ? day : until)
  return createDataset({
    card: {
      ...dataset.card,
      asOf: earlier(dataset.card.asOf),
      coverage: { start: dataset.card.coverage.start, end: earlier(dataset.card.coverage.end) },
      gaps: dataset.card.gaps.filter(({ from }) => from <= until).map((gap) => ({ ...gap, to: earlier(gap.to) })),
    },
    incidents: kept.map(({ front: _front, evidence: _evidence, colour: _colour, ...record }) => ({
      ...record,
      covers: known(record.covers),
      distinctFrom: known(record.distinctFrom),
      possiblySameAs: known(record.possiblySameAs),
    })),
    actors: [...dataset.actors.values()],
    relations: dataset.relations,
    places: [...dataset.places.values()],
    parties: [...dataset.parties.values()],
    tallies: {
      series: [...dataset.series.values()],
      points: dataset.points.filter(({ asOf }) => asOf <= until),
    },
    borders: dataset.borders,
  })
}

/** The edition of a dataset. Without a last day, of all of it. */
export function makeEdition(
  name: string,
  until: string | null,
  dataset: Dataset,
  charts: readonly EditionChart[],
): Edition {
  const record = until === null ? dataset : cutDataset(dataset, until)
  const stored = charts.map((chart): [string, StoredChart] => {
    const model = chart.model(record)
    return [
      chart.id,
      {
        modelVersion: chart.modelVersion ?? 1,
        title: chart.title(model),
        subtitle: chart.subtitle(model),
        describe: chart.describe(model),
        method: chart.method(model),
        model,
        table: compactTable(chart.table(model)),
      },
    ]
  })
  const body = {
    name,
    until,
    asOf: dataset.card.asOf,
    source: { title: dataset.card.title, licence: dataset.card.licences.data },
    version: dataset.card.version,
    charts: Object.fromEntries(stored.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
  // Through JSON once, so that the checksum is of what a reader of the file finds.
  const plain = JSON.parse(JSON.stringify(body)) as typeof body
  return { ...plain, sha256: checksumOf(plain) }
}

/** A table without the keys in its rows. */
const compactTable = ({ caption, columns, rows, idColumn }: EditionTable): StoredTable => ({
  caption,
  columns,
  rows: rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
  idColumn: idColumn ?? null,
})

/** A kept table as charts make it. */
export const tableOfStored = ({ caption, columns, rows, idColumn }: StoredTable): EditionTable => ({
  caption,
  columns,
  rows: rows.map((row) => Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null]))),
  idColumn,
})

/** What an edition is, exactly: "Events to 8 Nov. 2023, as this record had them on 31 Dec. 2025". */
export const editionLabel = ({ until, asOf }: Pick<Edition, 'until' | 'asOf'>): string =>
  until === null
    ? `As this record stood on ${formatDay(asOf)}`
    : `Events to ${formatDay(until)}, as this record had them on ${formatDay(asOf)}`

/** The checksum of an edition, over everything but the checksum. */
export function checksumOf(edition: Omit<Edition, 'sha256'>): string {
  const { name, until, asOf, source, version, charts } = edition
  return createHash('sha256').update(JSON.stringify({ name, until, asOf, source, version, charts })).digest('hex')
}

/** Whether a value read from a file is an edition that nobody has changed. */
export function isWholeEdition(value: unknown): value is Edition {
  if (value === null || typeof value !== 'object') return false
  const edition = value as Edition
  return typeof edition.sha256 === 'string' && checksumOf(edition) === edition.sha256
}

/** An edition as the text of its file: compact, a chart a line. */
export function formatEdition(edition: Edition): string {
  const { charts, ...head } = edition
  const { sha256, ...rest } = head
  const lines = Object.entries(charts).map(([id, chart]) => `${JSON.stringify(id)}:${JSON.stringify(chart)}`)
  return `{${JSON.stringify(rest).slice(1, -1)},"charts":{\n${lines.join(',\n')}\n},"sha256":${JSON.stringify(sha256)}}\n`
}
