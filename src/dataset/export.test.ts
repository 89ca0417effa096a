import { describe, expect, it } from 'vitest'
import { readCsv, unguardCell } from './csv.ts'
import { accountsCsv, incidentsCsv, incidentsGeoJson, incidentsJson, sourcesCsv } from './export.ts'
import { loadDataset } from './load.ts'

const dataset = loadDataset('data')
const bytes = (text: string) => new TextEncoder().encode(text)

describe('the exported record', () => {
  it('has a row a record, an account and a source', () => {
    const rows = (text: string) => readCsv(bytes(text)).rows.length
    expect(rows(incidentsCsv(dataset))).toBe(dataset.incidents.length)
    expect(rows(accountsCsv(dataset))).toBe(dataset.incidents.reduce((sum, { accounts }) => sum + accounts.length, 0))
    expect(rows(sourcesCsv(dataset))).toBe(dataset.incidents.reduce((sum, { sources }) => sum + sources.length, 0))
  })

  it('exports the records given, in their order', () => {
    const chosen = [...dataset.incidents.slice(0, 3)].reverse()
    const ids = chosen.map(({ id }) => id)
    expect(readCsv(bytes(incidentsCsv(dataset, chosen))).rows.map(({ cells }) => cells[0])).toEqual(ids)
    const json = JSON.parse(incidentsJson(dataset, chosen)) as { incidents: { id: string }[] }
    expect(json.incidents.map(({ id }) => id)).toEqual(ids)
  })

  it('names the level and the voice of evidence beside each record', () => {
    const { columns, rows } = readCsv(bytes(incidentsCsv(dataset)))
    const level = columns.indexOf('evidence')
    const voice = columns.indexOf('evidence_voice')
    for (const { cells } of rows) {
      const incident = dataset.byId.get(unguardCell(cells[0] ?? ''))
      expect(cells[level]).toBe(incident?.evidence.level)
      expect(cells[voice]).toBe(incident?.evidence.voice ?? '')
    }
  })

  it('draws a point only where the record knows a site, a town or a position of a ship', () => {
    const { features } = JSON.parse(incidentsGeoJson(dataset)) as {
      features: { id: string; geometry: { coordinates: number[] } | null }[]
    }
    expect(features).toHaveLength(dataset.incidents.length)
    for (const { id, geometry } of features) {
      const incident = dataset.byId.get(id)
      const may = incident?.position != null || /site|town/.test(incident?.place.precision ?? '')
      if (geometry !== null) expect(may, id).toBe(true)
    }
    expect(features.some(({ geometry }) => geometry === null)).toBe(true)
    expect(features.some(({ geometry }) => geometry !== null)).toBe(true)
  })
})
