import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { currentDataset } from '../dataset/current.ts'
import { editionLabel, makeEdition, type Edition } from '../dataset/edition.ts'
import { loadEditions } from '../dataset/editions.ts'
import { memoryFiles } from '../dataset/load-files.ts'
import type { Chart } from './chart.ts'
import { freeze } from './frozen.ts'
import { PAGE_PAINT } from './palette.ts'
import { chartById, charts } from './registry.ts'

const draw = (chart: Chart, model: unknown) =>
  chart.draw(model, { width: 358, paint: PAGE_PAINT, prefix: 't', href: (path) => path, standalone: false }).svg

test.each(charts.map((chart) => [chart.id, chart] as const))(
  '%s: a kept model draws what the model drew',
  (_, chart) => {
    const model = chart.model(currentDataset())
    const kept: unknown = JSON.parse(JSON.stringify(model))
    expect(kept).toEqual(model)
    expect(draw(chart, kept)).toBe(draw(chart, model))
    expect(chart.table(kept)).toEqual(chart.table(model))
  },
)

test('the label says until when, and as of when', () => {
  expect(editionLabel({ until: '2023-11-08', asOf: '2025-12-31' })).toBe(
    'Events to 8 Nov. 2023, as this record had them on 31 Dec. 2025',
  )
  expect(editionLabel({ until: null, asOf: '2025-12-31' })).toBe('As this record stood on 31 Dec. 2025')
})

describe('a kept chart', () => {
  // A chart that a later rule has changed: what it says now is not what was kept.
  const table = (count: number) => ({
    caption: 'Marks',
    columns: [{ key: 'count', label: 'Count', numeric: true }],
    rows: [{ count }],
    idColumn: null,
  })
  const made = (count: number, modelVersion: number) =>
    ({
      ...(charts[0] as Chart),
      id: 'made',
      modelVersion,
      model: () => ({ count }),
      title: () => `${String(count)} marks`,
      table: () => table(count),
      draw: (model: unknown) => ({ svg: JSON.stringify(model), width: 1, height: 1, labels: [] }),
    }) satisfies Chart
  const edition = makeEdition('first', null, currentDataset(), [
    { ...made(3, 1), method: () => [], subtitle: () => '', describe: () => '' },
  ])

  test('keeps its numbers when the rules change', () => {
    const chart = freeze(edition, 'made', () => made(5, 1))
    expect(chart.title(null)).toBe('3 marks')
    expect(chart.table(null)).toEqual(table(3))
    expect(draw(chart, chart.model(currentDataset()))).toBe('{"count":3}')
  })

  test('whose model has another shape by now, or that is gone, says what to do', () => {
    expect(() => freeze(edition, 'made', () => made(5, 2))).toThrow(
      /version 1; the chart now draws version 2.*read both/,
    )
    expect(() => freeze(edition, 'made', () => undefined)).toThrow(/keep the chart's folder/)
  })

  test('that somebody changed in its file is refused', () => {
    const read = (kept: Edition, name = 'first') =>
      loadEditions('data', memoryFiles(new Map([[`data/editions/${name}.json`, JSON.stringify(kept)]])))
    expect(read(edition)).toEqual([edition])
    expect(() => read({ ...edition, asOf: '2023-11-08' })).toThrow(/checksum does not fit/)
    expect(() => read(edition, 'second')).toThrow(/call the file first\.json again/)
  })
})

describe('the editions of this record', () => {
  const editions = loadEditions('data')
  test.each(
    editions.flatMap((edition) => Object.keys(edition.charts).map((id) => [edition.name, id, edition] as const)),
  )('%s: %s is drawn as it was kept', (_, id, edition) => {
    const chart = freeze(edition, id, chartById)
    expect(draw(chart, chart.model(currentDataset()))).toMatch(/^<svg /)
    expect(chart.table(null).rows).toHaveLength(edition.charts[id]?.table.rows.length ?? -1)
  })
  test('are written a chart a line', () => {
    for (const { name, charts: kept } of editions)
      expect(readFileSync(`data/editions/${name}.json`, 'utf8').trimEnd().split('\n')).toHaveLength(
        Object.keys(kept).length + 2,
      )
  })
})
