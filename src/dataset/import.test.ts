import { describe, expect, it } from 'vitest'
import { readCsv } from './csv.ts'
import { accountsCsv, incidentsCsv, sourcesCsv } from './export.ts'
import { planImport, type CsvFile, type ImportOptions } from './import.ts'
import { loadDataset } from './load.ts'
import { formatRecord, recordPath, type Draft } from './record.ts'
import { readFileSync } from 'node:fs'

const dataset = loadDataset('data')
const existing = new Map(
  dataset.incidents.map(({ id }) => [id, JSON.parse(readFileSync(`data/${recordPath(id)}`, 'utf8')) as Draft]),
)
const options: ImportOptions = { existing, dataset, today: '2026-12-01', revision: null }
const file = (name: string, kind: CsvFile['kind'], text: string): CsvFile => ({
  name,
  kind,
  table: readCsv(new TextEncoder().encode(text)),
})
const all = [
  file('incidents.csv', 'incidents', incidentsCsv(dataset)),
  file('accounts.csv', 'accounts', accountsCsv(dataset)),
  file('sources.csv', 'sources', sourcesCsv(dataset)),
]

describe('the whole record, exported and imported', () => {
  it('changes nothing', () => {
    expect(planImport(all, options)).toEqual({ records: [], unchanged: dataset.incidents.length, problems: [] })
  })
  it('makes the same files where there were none', () => {
    const plan = planImport(all, { ...options, existing: new Map() })
    expect(plan.problems).toEqual([])
    expect(plan.records).toHaveLength(dataset.incidents.length)
    for (const { id, after } of plan.records)
      expect(formatRecord(after), id).toBe(readFileSync(`data/${recordPath(id)}`, 'utf8'))
  })
})
