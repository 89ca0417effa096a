/**
 * CSV as spreadsheets write and read it: UTF-8, commas, a row of column names.
 *
 * Formula rule. A spreadsheet runs a text cell that begins with = + - @, tab or CR. So:
 * 1. A text cell that begins with one of them, or with one or more ' before one of them, is written with one ' more in front.
 * 2. Reading takes exactly one ' away from a cell that begins with ' and, after it or more of them, one of those characters.
 * Numbers are no text: a negative number stays as it is.
 */
/** The largest file that is read, in bytes. */
export const LARGEST_CSV = 50 * 1024 * 1024

const GUARDED = /^'*[=+\-@\t\r]/
const GUARD = /^'+[=+\-@\t\r]/

/** Text as a cell that no spreadsheet runs. */
export const guardCell = (text: string): string => (GUARDED.test(text) ? `'${text}` : text)

/** A cell as text, by the same rule. */
export const unguardCell = (cell: string): string => (GUARD.test(cell) ? cell.slice(1) : cell)

const quote = (cell: string): string =>
  /[",\r\n]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell

/** Rows as CSV. Strings are text and follow the formula rule; numbers and flags are written as they are; null is an empty cell. */
export function writeCsv(
  columns: readonly string[],
  rows: Iterable<readonly (string | number | boolean | null)[]>,
): string {
  const lines = [columns.map((name) => quote(guardCell(name))).join(',')]
  for (const row of rows)
    lines.push(
      row
        .map((cell) => (cell === null ? '' : quote(typeof cell === 'string' ? guardCell(cell) : String(cell))))
        .join(','),
    )
  return `${lines.join('\n')}\n`
}

/** Something wrong with a CSV file as a whole or at a place in it. */
export class CsvProblem extends Error {
  readonly line: number | null
  readonly column: number | null
  constructor(message: string, at: TextPosition | null = null) {
    super(message)
    this.name = 'CsvProblem'
    this.line = at?.line ?? null
    this.column = at?.column ?? null
  }
}

/** A place in a text, both from 1. Columns count UTF-16 units, as editors do. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}

export interface CsvRow {
  /** Cells as they stand, one a column; not yet unguarded. */
  readonly cells: readonly string[]
  /** Where the cell of that index begins. */
  readonly at: (cell: number) => TextPosition
}

export interface CsvTable {
  readonly columns: readonly string[]
  /** Where the column's name of that index begins. */
  readonly at: (column: number) => TextPosition
  readonly rows: readonly CsvRow[]
}

/** Bytes as text, or a sentence on what they are instead. */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes.byteLength > LARGEST_CSV)
    throw new CsvProblem(
      `The file is ${String(Math.round(bytes.byteLength / 1024 / 1024))} MB; at most 50 MB are read. Split it, or keep only the rows that change.`,
    )
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)
    throw new CsvProblem('This is a spreadsheet file (XLSX or ODS), not CSV. Save it as "CSV UTF-8".')
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new CsvProblem('The file is UTF-16, not UTF-8. Save it as "CSV UTF-8".')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CsvProblem('The file is not UTF-8. Save it as "CSV UTF-8" (Excel: Save As, CSV UTF-8).', {
      line: lineOfFirstBadByte(bytes),
      column: 1,
    })
  }
}

function lineOfFirstBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let start = 0
  for (let index = 0; index <= bytes.length; index++) {
    if (index < bytes.length && bytes[index] !== 0x0a) continue
    try {
      decoder.decode(bytes.subarray(start, index))
    } catch {
      return line
    }
    line++
    start = index + 1
  }
  return line
}

/** Reads CSV: a BOM, CRLF and quoted line breaks are fine; wholly empty rows are skipped. Throws `CsvProblem`. */
export function readCsv(bytes: Uint8Array): CsvTable {
  const text = decodeCsv(bytes)
  if (text.trim() === '') throw new CsvProblem('The file is empty. It needs a first row with the column names.')
  const zero = text.indexOf('\0')
  const locate = locator(text)
  if (zero !== -1)
    throw new CsvProblem('The file holds a zero byte, so it is not CSV. Save it as "CSV UTF-8".', locate(zero))
  const [head, ...body] = splitCells(text, locate)
  const columns = (head?.cells ?? []).map((name) => name.trim())
  while (columns.length > 1 && columns.at(-1) === '') columns.pop()
  const only = columns.length === 1 ? (columns[0] ?? '') : ''
  if (/[;\t]/.test(only))
    throw new CsvProblem(
      `The columns are separated by ${only.includes('\t') ? 'tabs' : 'semicolons'}, not commas. Save it as "CSV UTF-8 (comma delimited)".`,
      { line: 1, column: 1 },
    )
  const rows = body.map((row): CsvRow => {
    const cells = [...row.cells]
    while (cells.length > columns.length && cells.at(-1) === '') cells.pop()
    if (cells.length !== columns.length)
      throw new CsvProblem(
        `The row has ${cells.length === 1 ? '1 cell' : `${String(cells.length)} cells`}, but there are ${String(columns.length)} columns. Put text that holds a comma in double quotes.`,
        row.at(0),
      )
    return { cells, at: row.at }
  })
  return { columns, at: head?.at ?? (() => ({ line: 1, column: 1 })), rows }
}

const PLAIN = /[^",\r\n]*/y

function splitCells(text: string, locate: (offset: number) => TextPosition): CsvRow[] {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let starts: number[] = []
  const endRow = () => {
    const offsets = starts
    if (cells.some((cell) => cell.trim() !== ''))
      rows.push({ cells, at: (cell) => locate(offsets[cell] ?? offsets.at(-1) ?? 0) })
    cells = []
    starts = []
  }
  let index = 0
  while (index < text.length) {
    starts.push(index)
    if (text[index] === '"') {
      const opened = index
      let cell = ''
      for (;;) {
        const close = text.indexOf('"', index + 1)
        if (close === -1)
          throw new CsvProblem(
            'A double quote is opened here and never closed. Close it; a quote within quoted text is written twice ("").',
            locate(opened),
          )
        cell += text.slice(index + 1, close)
        index = close + 1
        if (text[index] !== '"') break
        cell += '"'
      }
      if (index < text.length && !/[,\r\n]/.test(text[index] ?? ''))
        throw new CsvProblem(
          'Text follows a closing double quote. A quote within quoted text is written twice ("").',
          locate(index),
        )
      cells.push(cell)
    } else {
      const start = index
      PLAIN.lastIndex = index
      index += PLAIN.exec(text)?.[0].length ?? 0
      if (text[index] === '"')
        throw new CsvProblem(
          'A double quote stands within a cell that does not begin with one. Put the whole cell in quotes and write the inner quote twice ("").',
          locate(index),
        )
      cells.push(text.slice(start, index))
    }
    if (text[index] === ',') {
      index++
      if (index === text.length) {
        starts.push(index)
        cells.push('')
      }
      // A comma before the end of a line leaves an empty last cell, which the next turn reads.
      continue
    }
    if (text[index] === '\r' && text[index + 1] === '\n') index++
    index++
    endRow()
  }
  if (cells.length > 0) endRow()
  return rows
}

/** Offsets in a text as lines and columns. CRLF, LF and CR each end a line. */
function locator(text: string): (offset: number) => TextPosition {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
