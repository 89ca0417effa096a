/**
 * Rows of a spreadsheet as changes to records.
 *
 * 1. Rows are keyed by id. A column that is absent leaves its field alone; an empty cell empties it.
 * 2. In accounts.csv and sources.csv the rows of an id are its whole list, in the order of `n`: a row left out is an item removed.
 *    Ids without rows are left alone. Accounts name sources by `n`; where sources move, the accounts follow them.
 * 3. A new id makes a new record. It is complete when the checker says so: it needs rows in all three files.
 * 4. For a new record an empty date_end is date_start, an empty date_precision is "day" or "range", an empty recorded is today.
 * 5. All or nothing: one problem, and no record changes.
 */
import {
  ACCOUNT_COLUMNS,
  INCIDENT_COLUMNS,
  incidentCells,
  SOURCE_COLUMNS,
  splitList,
  type Cell,
  type CellForm,
  type Column,
} from './columns.ts'
import { unguardCell, type CsvRow, type CsvTable, type TextPosition } from './csv.ts'
import type { Dataset } from './dataset.ts'
import { diffRecords, wordsOf, type Difference } from './diff.ts'
import type { Problem } from './problem.ts'
import { arrange, blankOf, blankRecord, type Draft } from './record.ts'
import { account } from './schema/account.ts'
import { fieldAt, fieldOf } from './schema/field.ts'
import { incident } from './schema/incident.ts'
import { source } from './schema/source.ts'
import { isDay } from './schema/text.ts'
import { didYouMean } from './suggest.ts'

export type CsvKind = 'incidents' | 'accounts' | 'sources'

const COLUMNS: Readonly<Record<CsvKind, readonly Column[]>> = {
  incidents: INCIDENT_COLUMNS,
  accounts: ACCOUNT_COLUMNS,
  sources: SOURCE_COLUMNS,
}

/** One CSV file: its name as it is shown, which of the three it is, and what it holds. */
export interface CsvFile {
  readonly name: string
  readonly kind: CsvKind
  readonly table: CsvTable
}

/** Which of the three files a table is, by its columns. Incidents where they do not tell. */
export function kindOf(columns: readonly string[]): CsvKind {
  const score = (kind: CsvKind): number =>
    columns.filter((name) => name !== 'id' && COLUMNS[kind].some((column) => column.name === name)).length
  if (score('accounts') > score('incidents') && score('accounts') > score('sources')) return 'accounts'
  return score('sources') > score('incidents') ? 'sources' : 'incidents'
}

/** A record that changes or is new. */
export interface PlannedRecord {
  readonly id: string
  /** The record as it stands; null for a new one. */
  readonly before: Draft | null
  readonly after: Draft
  readonly differences: readonly Difference[]
  /** Where a field of the record stands in the CSV files. */
  readonly locate: (field: string | null) => { file: string; column: string | null; at: TextPosition }
}

export interface ImportPlan {
  /** In the order of their ids. */
  readonly records: readonly PlannedRecord[]
  /** Records named in the files that stay as they are. */
  readonly unchanged: number
  readonly problems: readonly Problem[]
}

export interface ImportOptions {
  /** The records as their files hold them, by id. */
  readonly existing: ReadonlyMap<string, Draft>
  /** For the computed columns; null where the data has errors, and then they are not looked at. */
  readonly dataset: Dataset | null
  readonly today: string
  /** A note to add to each record that changes; null for none. */
  readonly revision: { readonly what: string; readonly why: string } | null
}

/** What a set of CSV files would change. Pure: nothing is written. */
export function planImport(files: readonly CsvFile[], options: ImportOptions): ImportPlan {
  const problems: Problem[] = []
  const sheets = files.map((file) => sheetOf(file, problems))
  const byKind = (kind: CsvKind): Sheet | undefined => sheets.find((sheet) => sheet.kind === kind)
  const incidents = byKind('incidents')
  const accounts = byKind('accounts')
  const sources = byKind('sources')
  const ids = [...new Set(sheets.flatMap((sheet) => [...sheet.rows.keys()]))].sort()
  const records: PlannedRecord[] = []
  let unchanged = 0
  for (const id of ids) {
    const before = options.existing.get(id) ?? null
    const row = incidents?.rows.get(id)?.[0]
    if (before === null && row === undefined) {
      const sheet = accounts?.rows.has(id) === true ? accounts : sources
      const first = sheet?.rows.get(id)?.[0]
      if (sheet !== undefined && first !== undefined)
        problems.push(
          problemAt(
            sheet,
            first,
            'id',
            'unknown-id',
            `There is no record ${JSON.stringify(id)}.${didYouMean(id, near(id, options.existing))} A new record needs a row in incidents.csv.`,
          ),
        )
      continue
    }
    if (before === null && incidents !== undefined && row !== undefined && !incidents.columns.has('date_start')) {
      problems.push(
        problemAt(
          incidents,
          row,
          'id',
          'unknown-id',
          `There is no record ${JSON.stringify(id)}.${didYouMean(id, near(id, options.existing))} For a new record the columns of a whole one are needed, date_start first.`,
        ),
      )
      continue
    }
    let after: Draft = before === null ? blankRecord() : structuredClone(before)
    if (incidents !== undefined && row !== undefined) {
      fill(after, incidents, row, problems)
      settle(after)
      if (before === null) complete(after, options.today)
      compareComputed(incidents, row, id, options.dataset, problems)
    }
    const moved = sources === undefined ? null : fillSources(after, sources, sources.rows.get(id), problems)
    fillAccounts(after, accounts, accounts?.rows.get(id), moved, sources, sources?.rows.get(id), problems)
    after = arrange(after, incident) as Draft
    let differences = diffRecords(before ?? {}, after)
    if (before !== null && differences.length > 0 && options.revision !== null) {
      addRevision(after, options.revision, options.today, differences)
      differences = diffRecords(before, after)
    }
    if (differences.length === 0) {
      unchanged++
      continue
    }
    const locate = locatorOf(id, incidents, accounts, sources)
    if (before !== null) findMojibake(differences, locate, problems)
    records.push({ id, before, after, differences, locate })
  }
  return { records, unchanged, problems }
}

/** A file with its rows by id. */
interface Sheet {
  readonly file: string
  readonly kind: CsvKind
  readonly table: CsvTable
  /** The columns known, with their position. */
  readonly columns: ReadonlyMap<string, { readonly index: number; readonly column: Column }>
  /** Rows by id, in order of `n` where there is one. */
  readonly rows: ReadonlyMap<string, readonly NumberedRow[]>
}

interface NumberedRow extends CsvRow {
  /** Position in the record, counted from 1. */
  readonly n: number
}

function sheetOf(file: CsvFile, problems: Problem[]): Sheet {
  const { table, kind } = file
  const known = new Map(COLUMNS[kind].map((column) => [column.name, column]))
  const columns = new Map<string, { index: number; column: Column }>()
  const complain = (index: number, code: string, message: string) =>
    problems.push({
      level: 'error',
      code,
      file: file.name,
      ...table.at(index),
      field: table.columns[index] ?? null,
      message,
    })
  table.columns.forEach((name, index) => {
    const column = known.get(name)
    const before = columns.get(name)
    if (name === '') complain(index, 'unnamed-column', 'The column has no name. Name it, or remove it.')
    else if (before !== undefined)
      complain(
        index,
        'column-twice',
        `The column stands twice: it is also column ${String(before.index + 1)}. Keep one.`,
      )
    else if (column === undefined) {
      const guess = didYouMean(name, known.keys())
      const elsewhere = (Object.keys(COLUMNS) as CsvKind[]).find(
        (other) => other !== kind && COLUMNS[other].some((column) => column.name === name),
      )
      complain(
        index,
        'unknown-column',
        `${JSON.stringify(name)} is not a column of ${kind}.csv.${guess !== '' ? guess : elsewhere === undefined ? ' Remove it.' : ` It belongs in ${elsewhere}.csv.`}`,
      )
    } else columns.set(name, { index, column })
  })
  const idAt = columns.get('id')?.index
  const rows = new Map<string, NumberedRow[]>()
  if (idAt === undefined)
    problems.push({
      level: 'error',
      code: 'no-id-column',
      file: file.name,
      line: 1,
      column: 1,
      field: 'id',
      message: 'There is no column "id". Rows are matched to records by it.',
    })
  const sheet: Sheet = { file: file.name, kind, table, columns, rows }
  if (idAt === undefined) return sheet
  const nAt = columns.get('n')?.index
  for (const row of table.rows) {
    const id = unguardCell(row.cells[idAt] ?? '').trim()
    if (id === '') {
      problems.push(
        problemAt(
          sheet,
          row,
          'id',
          'no-id',
          'The id is empty. Write the id of the record, as in "2023-11-07-erbil-air-base-1".',
        ),
      )
      continue
    }
    const list = rows.get(id) ?? []
    rows.set(id, list)
    const first = list[0]
    if (kind === 'incidents') {
      if (first !== undefined) {
        problems.push(
          problemAt(
            sheet,
            row,
            'id',
            'id-twice',
            `${JSON.stringify(id)} stands on line ${String(first.at(0).line)} already. Keep one row a record.`,
          ),
        )
        continue
      }
      if (!/^\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*-\d+$/.test(id)) {
        problems.push(
          problemAt(
            sheet,
            row,
            'id',
            'bad-id',
            `${JSON.stringify(id)} is not the id of a record. An id is made of the day, the place or vessel, and a number, as in "2023-11-07-erbil-air-base-1".`,
          ),
        )
        rows.delete(id)
        continue
      }
    }
    const cell = nAt === undefined ? '' : (row.cells[nAt] ?? '').trim()
    const n = cell === '' ? list.length + 1 : Number(cell)
    if (!/^(|[1-9]\d{0,4})$/.test(cell))
      problems.push(
        problemAt(
          sheet,
          row,
          'n',
          'bad-number',
          `${JSON.stringify(cell)} is not a position. Write a whole number from 1.`,
        ),
      )
    else if (list.some((other) => other.n === n))
      problems.push(
        problemAt(
          sheet,
          row,
          'n',
          'number-twice',
          `Number ${String(n)} of ${id} stands twice. Number its rows 1, 2, 3.`,
        ),
      )
    else list.push({ ...row, n })
  }
  for (const list of rows.values()) list.sort((a, b) => a.n - b.n)
  return sheet
}

function problemAt(
  sheet: Pick<Sheet, 'file' | 'columns'>,
  row: CsvRow,
  column: string,
  code: string,
  message: string,
  level: Problem['level'] = 'error',
): Problem {
  const at = row.at(sheet.columns.get(column)?.index ?? 0)
  return { level, code, file: sheet.file, line: at.line, column: at.column, field: column, message }
}

// Ids are long and alike, so only those of the same day are worth suggesting.
const near = (id: string, existing: ReadonlyMap<string, Draft>): string[] =>
  [...existing.keys()].filter((other) => other.slice(0, 10) === id.slice(0, 10) || other.slice(11) === id.slice(11))

/** Puts the cells of a row into a draft. Parts that were null are made on the way. */
function fill(draft: Draft, sheet: Sheet, row: CsvRow, problems: Problem[]): void {
  for (const { index, column } of sheet.columns.values()) {
    if (column.computed || column.name === 'id' || column.name === 'n') continue
    const read = readCell(column.form, row.cells[index] ?? '')
    if ('wrong' in read) problems.push(problemAt(sheet, row, column.name, 'bad-cell', read.wrong))
    else place(draft, column.path, read.value)
  }
}

// A part that is not there is made with its first value; emptying a part that is not there does nothing.
function place(draft: Draft, path: readonly string[], value: unknown): void {
  let group = draft
  for (const [depth, step] of path.slice(0, -1).entries()) {
    const inner = group[step]
    if ((inner === null || inner === undefined) && value === null) return
    const field = fieldAt(incident, path.slice(0, depth + 1))
    const next: Draft = isGroup(inner) ? inner : field === null ? {} : blankOf(field)
    group[step] = next
    group = next
  }
  const name = path.at(-1)
  if (name !== undefined) group[name] = value
}

const isGroup = (value: unknown): value is Draft => value !== null && typeof value === 'object' && !Array.isArray(value)

/** A cell as a value, or a sentence on what is wrong with it. */
export function readCell(form: CellForm, cell: string): { readonly value: unknown } | { readonly wrong: string } {
  const trimmed = cell.trim()
  if (trimmed === '') return { value: form === 'list' || form === 'positions' || form === 'data' ? [] : null }
  switch (form) {
    case 'text':
      return { value: unguardCell(cell) }
    case 'list':
      return { value: splitList(unguardCell(cell)) }
    case 'day':
      if (isDay(trimmed)) return { value: trimmed }
      return {
        wrong: /^\d{4}-\d{2}-\d{2}$/.test(trimmed)
          ? `${JSON.stringify(trimmed)} does not exist in the calendar.`
          : `${JSON.stringify(trimmed)} is not a day. Write YYYY-MM-DD, as in 2023-11-07; a spreadsheet keeps it when the column is text.`,
      }
    case 'flag':
      if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' }
      return { wrong: `${JSON.stringify(trimmed)} is neither true nor false. Write one of them.` }
    case 'positions': {
      const parts = trimmed.split(/[;,]/).map((part) => part.trim())
      const wrong = parts.find((part) => !/^[1-9]\d{0,4}$/.test(part))
      if (wrong === undefined) return { value: parts.map((part) => Number(part) - 1) }
      return {
        wrong: `${JSON.stringify(wrong)} is not the number of a source. Write their numbers in sources.csv, as in "1; 3".`,
      }
    }
    case 'data':
      try {
        return { value: JSON.parse(trimmed) as unknown }
      } catch {
        return { wrong: 'This is not JSON. Leave the cell as it was exported.' }
      }
    default:
      if (/^-?\d+(\.\d+)?$/.test(trimmed)) return { value: Number(trimmed) }
      if (/^-?\d+,\d+$/.test(trimmed))
        return form === 'number'
          ? { wrong: `${JSON.stringify(trimmed)} has a comma. Write a point: ${trimmed.replace(',', '.')}.` }
          : { wrong: `${JSON.stringify(trimmed)} has a comma. Write digits only: ${trimmed.replace(',', '')}.` }
      return {
        wrong: `${JSON.stringify(trimmed)} is not a number. Write digits only, or leave the cell empty where it is not known.`,
      }
  }
}

/** Parts of a record of which every cell is empty are not there; an empty flag of a part that is there is false. */
function settle(draft: Draft): void {
  const drop = (holder: unknown, name: string) => {
    if (!isGroup(holder)) return
    const part = holder[name]
    if (isGroup(part) && Object.values(part).every((value) => value === null)) holder[name] = null
  }
  const unflag = (holder: unknown, name: string) => {
    if (isGroup(holder)) holder[name] ??= false
  }
  drop(draft, 'position')
  drop(draft, 'munitions')
  drop(draft['target'], 'vessel')
  drop(draft['casualties'], 'killed')
  drop(draft['casualties'], 'wounded')
  drop(draft, 'casualties')
  unflag(draft, 'context')
  unflag(draft['date'], 'assumed')
  unflag(draft['casualties'], 'countedElsewhere')
}

/** What a new record may leave to the rule. */
function complete(draft: Draft, today: string): void {
  const date = draft['date'] as Draft
  date['end'] ??= date['start']
  date['precision'] ??= date['start'] === date['end'] ? 'day' : 'range'
  draft['recorded'] ??= today
}

function compareComputed(sheet: Sheet, row: CsvRow, id: string, dataset: Dataset | null, problems: Problem[]): void {
  const known = dataset?.byId.get(id)
  if (dataset === null || known === undefined) return
  const cells = incidentCells(known, dataset)
  INCIDENT_COLUMNS.forEach((column, position) => {
    const at = sheet.columns.get(column.name)
    if (!column.computed || at === undefined) return
    const written = unguardCell(row.cells[at.index] ?? '').trim()
    const says = textOf(cells[position] ?? null)
    if (written === '' || written === says || Number(written) === Number(says)) return
    problems.push(
      problemAt(
        sheet,
        row,
        column.name,
        'computed',
        `${JSON.stringify(written)} is not taken over: the column is computed${says === '' ? '' : ` and says ${JSON.stringify(says)}`}. Change what it follows from.`,
        'warning',
      ),
    )
  })
}

const textOf = (cell: Cell): string => (cell === null ? '' : String(cell))

/** Fills the sources of a draft; gives where each source went, by its old number, or null where no row speaks of them. */
function fillSources(
  draft: Draft,
  sheet: Sheet,
  rows: readonly NumberedRow[] | undefined,
  problems: Problem[],
): ReadonlyMap<number, number> | null {
  if (rows === undefined) return null
  const before = listOf(draft['sources'])
  draft['sources'] = rows.map((row) => {
    const item = structuredClone(before[row.n - 1] ?? blankOf(fieldOf(source)))
    fill(item, sheet, row, problems)
    return item
  })
  return new Map(rows.map((row, index) => [row.n, index]))
}

function fillAccounts(
  draft: Draft,
  sheet: Sheet | undefined,
  rows: readonly NumberedRow[] | undefined,
  moved: ReadonlyMap<number, number> | null,
  sourceSheet: Sheet | undefined,
  sourceRows: readonly NumberedRow[] | undefined,
  problems: Problem[],
): void {
  const before = listOf(draft['accounts'])
  if (sheet !== undefined && rows !== undefined)
    draft['accounts'] = rows.map((row) => {
      const item = structuredClone(before[row.n - 1] ?? blankOf(fieldOf(account)))
      fill(item, sheet, row, problems)
      return item
    })
  const total = listOf(draft['sources']).length
  listOf(draft['accounts']).forEach((item, position) => {
    const numbers = item['sources']
    if (!Array.isArray(numbers)) return
    item['sources'] = (numbers as readonly number[]).map((old) => {
      const now = moved === null ? (old < total ? old : undefined) : moved.get(old + 1)
      if (now !== undefined) return now
      const row = rows?.[position]
      const party = typeof item['party'] === 'string' ? ` (${item['party']})` : ''
      if (sheet !== undefined && row !== undefined)
        problems.push(
          problemAt(
            sheet,
            row,
            'sources',
            'no-source',
            `There is no source ${String(old + 1)}. The record has ${numbersIn(moved, total)}.`,
          ),
        )
      else if (sourceSheet !== undefined && sourceRows?.[0] !== undefined)
        problems.push(
          problemAt(
            sourceSheet,
            sourceRows[0],
            'n',
            'source-gone',
            `Source ${String(old + 1)} has no row any more, but account ${String(position + 1)}${party} rests on it. Keep the row, or change the account too.`,
          ),
        )
      return old
    })
  })
}

function numbersIn(moved: ReadonlyMap<number, number> | null, total: number): string {
  const numbers = moved === null ? Array.from({ length: total }, (_, index) => index + 1) : [...moved.keys()]
  if (numbers.length === 0) return 'none'
  return numbers.length === 1 ? `source ${String(numbers[0])} alone` : `sources ${numbers.join(', ')}`
}

const listOf = (value: unknown): Draft[] => (Array.isArray(value) ? (value as Draft[]) : [])

/** Adds a note of what changed, with the fields before and after. */
export function addRevision(
  draft: Draft,
  note: { readonly what: string; readonly why: string },
  today: string,
  differences: readonly Difference[],
): void {
  const short = (value: unknown): string | null => {
    const words = wordsOf(value)
    return words === null || words.length <= 1200 ? words : `${words.slice(0, 1199)}…`
  }
  const changes = differences
    .filter(({ field }) => !field.startsWith('revisions'))
    .map(({ field, before, after }) => ({ field, before: short(before), after: short(after) }))
  draft['revisions'] = [...listOf(draft['revisions']), { date: today, what: note.what, why: note.why, changes }]
}

// What UTF-8 looks like after it was opened as Windows-1252: é as Ã©, – as â€“, Arabic as Ø and Ù with a mark.
const MOJIBAKE = /Ã[\u0080-\u00bf\u0152-\u0178\u2013-\u2122]|â€|[ØÙ][\u0080-\u00bf\u0152-\u0192\u2013-\u2122]/u

function findMojibake(differences: readonly Difference[], locate: PlannedRecord['locate'], problems: Problem[]): void {
  for (const { field, after } of differences) {
    const words = wordsOf(after)
    if (words === null || !MOJIBAKE.test(words)) continue
    const { file, column, at } = locate(field)
    problems.push({
      level: 'error',
      code: 'mojibake',
      file,
      ...at,
      field: column,
      message: `The text reads like UTF-8 that was opened as Windows-1252 (${JSON.stringify(MOJIBAKE.exec(words)?.[0] ?? '')}). Open the exported file as UTF-8 (export with --excel) and edit it again.`,
    })
  }
}

function locatorOf(
  id: string,
  incidents: Sheet | undefined,
  accounts: Sheet | undefined,
  sources: Sheet | undefined,
): PlannedRecord['locate'] {
  const find = (sheet: Sheet | undefined, position: number, path: string) => {
    const row = sheet?.rows.get(id)?.[position]
    if (sheet === undefined || row === undefined) return null
    const steps = path.replace(/\[\d+\]/g, '')
    const found = [...sheet.columns.values()].find(
      ({ column }) =>
        !column.computed &&
        column.name !== 'id' &&
        column.name !== 'n' &&
        (column.path.join('.') === steps || column.path.join('.').startsWith(`${steps}.`)),
    )
    return {
      file: sheet.file,
      column: (found?.column ?? COLUMNS[sheet.kind].find(({ path }) => path.join('.') === steps))?.name ?? null,
      at: row.at(found?.index ?? sheet.columns.get('id')?.index ?? 0),
    }
  }
  return (field) => {
    const item = /^(accounts|sources)(?:\[(\d+)\]\.?)?(.*)$/.exec(field ?? '')
    const own =
      item === null ? null : find(item[1] === 'accounts' ? accounts : sources, Number(item[2] ?? 0), item[3] ?? '')
    const found = own ?? find(incidents, 0, field ?? '') ?? find(accounts, 0, '') ?? find(sources, 0, '')
    return found ?? { file: '', column: null, at: { line: 1, column: 1 } }
  }
}
