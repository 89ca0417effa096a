import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinList, splitList } from './columns.ts'
import { CsvProblem, guardCell, LARGEST_CSV, readCsv, unguardCell, writeCsv } from './csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const hostile = fc
  .array(
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '"', ',', '\n', ';', '\\', ' ', 'a', 'é', 'ع', '\u{1f6a2}'),
    {
      maxLength: 12,
    },
  )
  .map((marks) => marks.join(''))

describe('formula rule', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+964', "'+964"],
    ['-5 degrees', "'-5 degrees"],
    ['@handle', "'@handle"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ["'quoted'", "'quoted'"],
    ['a=b', 'a=b'],
    ['', ''],
  ])('writes %j as %j and reads it back', (text, cell) => {
    expect(guardCell(text)).toBe(cell)
    expect(unguardCell(cell)).toBe(text)
  })

  it('never leaves a text cell that a spreadsheet would run, and reads every text back', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(guardCell(text)).not.toMatch(/^[=+\-@\t\r]/)
        expect(unguardCell(guardCell(text))).toBe(text)
      }),
    )
  })

  it('leaves negative numbers alone', () => {
    expect(writeCsv(['lon'], [[-12.5]])).toBe('lon\n-12.5\n')
  })
})

describe('writing and reading', () => {
  it('gives back every table of texts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile, fc.string()), { minLength: 1, maxLength: 8 }), (rows) => {
        const solid = rows.map((row) => ['x', ...row.map((cell) => cell.replaceAll('\0', ''))])
        const read = readCsv(bytes(writeCsv(['k', 'a', 'b', 'c'], solid)))
        expect(read.columns).toEqual(['k', 'a', 'b', 'c'])
        expect(read.rows.map((row) => row.cells.map(unguardCell))).toEqual(solid)
      }),
    )
  })

  it('is read alike by another reader', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 8 }), (rows) => {
        const file = writeCsv(
          ['k', 'a', 'b'],
          rows.map((row) => ['x', ...row]),
        )
        const theirs: string[][] = parse(file, { record_delimiter: '\n' })
        expect(readCsv(bytes(file)).rows.map((row) => row.cells)).toEqual(theirs.slice(1))
      }),
    )
  })

  it('gives back every list', () => {
    fc.assert(
      fc.property(fc.array(hostile.filter((item) => item.trim() === item && item !== '')), (items) => {
        expect(splitList(joinList(items))).toEqual(items)
      }),
    )
  })

  it('takes a BOM, CRLF, blank rows and empty columns at the end', () => {
    const read = readCsv(bytes('\ufeffid,title,,\r\n\r\na,"one, ""two""",,\r\n,,,\r\nb,three,,\r\n'))
    expect(read.columns).toEqual(['id', 'title'])
    expect(read.rows.map((row) => [row.at(1), row.cells])).toEqual([
      [{ line: 3, column: 3 }, ['a', 'one, "two"']],
      [{ line: 5, column: 3 }, ['b', 'three']],
    ])
  })

  it.each(['\n', '\r\n'])('counts lines within quoted cells (%j)', (end) => {
    const read = readCsv(bytes(['id,note', 'a,"one', 'two"', '', 'b,x', 'c,"1', '', '2"', 'd,y', ''].join(end)))
    expect(read.rows.map((row) => row.at(0).line)).toEqual([2, 5, 6, 9])
  })
})

describe('what is no CSV', () => {
  const refusal = (content: Uint8Array): string => {
    try {
      readCsv(content)
    } catch (error) {
      if (error instanceof CsvProblem)
        return `${String(error.line ?? '-')}:${String(error.column ?? '-')} ${error.message}`
      throw error
    }
    throw new Error('It was read.')
  }
  it('is refused with what it is instead', () => {
    expect(refusal(new Uint8Array())).toMatchInlineSnapshot(
      `"-:- The file is empty. It needs a first row with the column names."`,
    )
    expect(refusal(bytes(' \n\n'))).toMatchInlineSnapshot(
      `"-:- The file is empty. It needs a first row with the column names."`,
    )
    expect(refusal(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatchInlineSnapshot(
      `"-:- This is a spreadsheet file (XLSX or ODS), not CSV. Save it as "CSV UTF-8"."`,
    )
    expect(refusal(new Uint8Array([0xff, 0xfe, 0x69, 0]))).toMatchInlineSnapshot(
      `"-:- The file is UTF-16, not UTF-8. Save it as "CSV UTF-8"."`,
    )
    expect(refusal(new Uint8Array([...bytes('id,title\na,caf'), 0xe9, 0x0a]))).toMatchInlineSnapshot(
      `"2:1 The file is not UTF-8. Save it as "CSV UTF-8" (Excel: Save As, CSV UTF-8)."`,
    )
    expect(refusal(bytes('id,a\0b\n'))).toMatchInlineSnapshot(
      `"1:5 The file holds a zero byte, so it is not CSV. Save it as "CSV UTF-8"."`,
    )
    expect(refusal(bytes('id;title\na;b\n'))).toMatchInlineSnapshot(
      `"1:1 The columns are separated by semicolons, not commas. Save it as "CSV UTF-8 (comma delimited)"."`,
    )
    expect(refusal(bytes('id\ttitle\na\tb\n'))).toMatchInlineSnapshot(
      `"1:1 The columns are separated by tabs, not commas. Save it as "CSV UTF-8 (comma delimited)"."`,
    )
    expect(refusal(bytes('id,title\na,b\nc,d,e\n'))).toMatchInlineSnapshot(
      `"3:1 The row has 3 cells, but there are 2 columns. Put text that holds a comma in double quotes."`,
    )
    expect(refusal(bytes('id,title\na\n'))).toMatchInlineSnapshot(
      `"2:1 The row has 1 cell, but there are 2 columns. Put text that holds a comma in double quotes."`,
    )
    expect(refusal(bytes('id,title\na,"b\nc,d\n'))).toMatchInlineSnapshot(
      `"2:3 A double quote is opened here and never closed. Close it; a quote within quoted text is written twice ("")."`,
    )
    expect(refusal(bytes('id,title\na,"b"c\n'))).toMatchInlineSnapshot(
      `"2:6 Text follows a closing double quote. A quote within quoted text is written twice ("")."`,
    )
    expect(refusal(bytes('id,title\na,b "c"\n'))).toMatchInlineSnapshot(
      `"2:5 A double quote stands within a cell that does not begin with one. Put the whole cell in quotes and write the inner quote twice ("")."`,
    )
    expect(refusal(new Uint8Array(LARGEST_CSV + 1).fill(97))).toMatchInlineSnapshot(
      `"-:- The file is 50 MB; at most 50 MB are read. Split it, or keep only the rows that change."`,
    )
  })
})
