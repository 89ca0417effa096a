/** A chart's table as a file. */
import { writeCsv } from '../dataset/csv.ts'
import type { Table } from './chart.ts'

/** The table as CSV, one row a mark. */
export const tableCsv = ({ columns, rows }: Table): string =>
  writeCsv(
    columns.map(({ key }) => key),
    rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
  )
