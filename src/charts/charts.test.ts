import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { attacksByEvidence, countAttacks } from '../dataset/count.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { addDays, weekOf } from '../dataset/dates.ts'
import { loadDataset } from '../dataset/load.ts'
import { select } from '../dataset/query.ts'
import { comparePoint } from '../dataset/tallies.ts'
import { EVIDENCE_ORDER, FRONT_ORDER } from '../dataset/vocabulary.ts'
import { calendar } from './calendar/index.ts'
import { calendarModel, runsWithout } from './calendar/model.ts'
import type { Canvas, Chart } from './chart.ts'
import { cumulative } from './cumulative/index.ts'
import { cumulativeModel } from './cumulative/model.ts'
import { syntheticDataset, syntheticRecord } from './fixture.ts'
import { frequency } from './frequency/index.ts'
import { overlapping } from './labels.ts'
import { modelOf } from './model.ts'
import { outcomes } from './outcomes/index.ts'
import { PAGE_PAINT } from './palette.ts'
import { charts } from './registry.ts'
import { LEAST_SIZE } from './text.ts'
import { vessels } from './vessels/index.ts'

const real = loadDataset('data')
const own = [frequency, cumulative, calendar, outcomes, vessels]
const canvas = (width: number): Canvas => ({
  width,
  paint: PAGE_PAINT,
  prefix: `p${String(width)}`,
  href: (path) => path,
  standalone: false,
})
const drawn = (chart: Chart, dataset: Dataset, width: number) => chart.draw(modelOf(chart, dataset), canvas(width))

describe.each(charts.map((chart) => [chart.id, chart] as const))('%s on the real data', (_, chart) => {
  it.each([...chart.widths])(
    'has labels that neither overlap nor leave the drawing nor fall under 11 px, at %i',
    (width) => {
      const { labels, height } = drawn(chart, real, width)
      expect(overlapping(labels).map(([a, b]) => `${a.text} × ${b.text}`)).toEqual([])
      expect(labels.filter((label) => label.size < LEAST_SIZE)).toEqual([])
      const outside = labels.filter(
        (label) =>
          label.x < -0.5 || label.x + label.width > width + 0.5 || label.y < -1 || label.y + label.height > height + 1,
      )
      expect(outside.map((label) => label.text)).toEqual([])
    },
  )

  it('holds no inline style, and each of its ids begins with the prefix and is its own', () => {
    const { svg } = drawn(chart, real, chart.widths[0] ?? 358)
    expect(svg).not.toMatch(/ style=|<style/)
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !id.startsWith(`p${String(chart.widths[0] ?? 358)}`))).toEqual([])
    for (const [, id = ''] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
  })

  it('names every mark that answers', () => {
    const { document } = parseHTML(drawn(chart, real, chart.widths[0] ?? 358).svg)
    const links = [...document.querySelectorAll('a')]
    expect(links.filter((link) => (link.getAttribute('aria-label') ?? '') === '').length).toBe(0)
  })

  it('says its finding, its unit, its text alternative and its method', () => {
    const model = modelOf(chart, real)
    for (const words of [chart.title(model), chart.subtitle(model), chart.describe(model), ...chart.method(model)]) {
      expect(words.length).toBeGreaterThan(20)
      expect(words).not.toMatch(/undefined|null|NaN|Infinity/)
    }
  })
})

describe('figures in the tables are those of independent queries', () => {
  const attacks = select(real, { attacks: true })

  it('frequency: each week, by evidence and front', () => {
    const rows = frequency.table(modelOf(frequency, real)).rows
    const weeks = rows.filter((row) => row['to'] === addDays(String(row['week']), 6))
    expect(weeks.length).toBe(weekOf(real.card.coverage.end) + 1)
    for (const row of weeks) {
      const start = String(row['week'])
      const within = attacks.filter(({ date }) => date.start >= start && date.end <= addDays(start, 6))
      expect(row['attacks']).toBe(countAttacks(within).count)
      const parts = attacksByEvidence(within)
      for (const level of EVIDENCE_ORDER) expect(row[level]).toBe(parts[level])
      for (const front of FRONT_ORDER)
        expect(row[front]).toBe(countAttacks(within.filter((incident) => incident.front === front)).count)
    }
    // Nothing is lost: what lies in no week is in a row that spans several.
    const spanning = attacks.filter(({ date }) => weekOf(date.start) !== weekOf(date.end))
    const rest = rows.filter((row) => !weeks.includes(row))
    expect(rest.reduce((sum, row) => sum + Number(row['attacks']), 0)).toBeGreaterThanOrEqual(
      countAttacks(spanning).count,
    )
  })

  it('cumulative: every figure, with ours of its day', () => {
    const rows = cumulative.table(modelOf(cumulative, real)).rows
    expect(rows.length).toBe(real.points.length)
    for (const point of real.points) {
      const comparison = comparePoint(real, point)
      expect(
        rows.some(
          (row) =>
            row['series'] === point.series &&
            row['day'] === point.asOf &&
            row['theirs'] === point.total &&
            row['confirmed'] === (comparison?.confirmed.count ?? null) &&
            row['differenceAll'] === (comparison?.differenceAll ?? null),
        ),
        point.id,
      ).toBe(true)
    }
  })

  it('cumulative: the lines end at the counts of the last day', () => {
    for (const panel of cumulativeModel(real).panels) {
      const last = panel.figures.at(-1)
      const end = panel.steps.at(-1)
      expect([end?.confirmed, end?.all]).toEqual([last?.confirmed, last?.all])
    }
  })

  it('calendar: each day and front', () => {
    const acts = real.incidents.filter((incident) => incident.kind !== 'event')
    for (const band of calendarModel(real).bands) {
      const records = acts.filter((incident) => band.front === null || incident.front === band.front)
      for (const day of band.days) {
        const certain = records.filter(({ date }) => date.start === day.day && date.end === day.day)
        const hues = new Set(certain.map((incident) => incident.colour))
        expect(day.parts.length).toBeLessThanOrEqual(hues.size)
        for (const part of day.parts)
          expect(part.count).toBe(countAttacks(certain.filter((incident) => incident.colour === part.colour)).count)
      }
      for (const run of band.runs)
        expect(records.filter(({ date }) => date.start <= run.end && date.end >= run.start)).toEqual([])
    }
  })

  it('calendar: a run is as long as the days between two records', () => {
    const dataset = syntheticDataset([syntheticRecord('a', '2023-10-20'), syntheticRecord('b', '2023-11-01')])
    expect(runsWithout(dataset.incidents, { start: '2023-10-17', end: '2023-11-03' })).toEqual([
      { start: '2023-10-21', end: '2023-10-31', days: 11 },
      { start: '2023-10-17', end: '2023-10-19', days: 3 },
      { start: '2023-11-02', end: '2023-11-03', days: 2 },
    ])
  })

  it('outcomes: each target and outcome', () => {
    const rows = outcomes.table(modelOf(outcomes, real)).rows
    const bases = rows.find((row) => row['label'] === 'Military base')
    const hit = select(real, { attacks: true, targetTypes: ['base'], outcomes: ['hit', 'sunk', 'seized'] })
    const unknown = select(real, { attacks: true, targetTypes: ['base'], outcomes: ['unknown', 'none'] })
    expect(bases?.['hit']).toBe(countAttacks(hit).count)
    expect(bases?.['unknown']).toBe(countAttacks(unknown).count)
  })

  it('vessels: one row a record', () => {
    const records = select(real, vessels.query)
    expect(vessels.table(modelOf(vessels, real)).rows.map((row) => row['id'])).toEqual(records.map(({ id }) => id))
  })
})

describe('drawings do not break', () => {
  const longName = 'A name of exactly sixty characters that no label has room for'
  const month = Array.from({ length: 10_000 }, (_, i) =>
    syntheticRecord(`many-${String(i)}`, addDays('2024-05-01', i % 31), {
      outcome: 'hit',
      target: {
        type: i % 2 === 0 ? 'merchant-vessel' : 'base',
        operator: null,
        description: null,
        vessel: i % 2 === 0 ? { name: longName, flag: longName, type: longName } : null,
        actors: ['far-state'],
      },
    }),
  )
  const named = ['sunk', 'seized', 'sunk', 'hit'].map((outcome, i) =>
    syntheticRecord(`named-${String(i)}`, '2025-12-30', {
      outcome: outcome as 'sunk',
      title: longName,
      target: {
        type: 'merchant-vessel',
        operator: null,
        description: null,
        vessel: { name: longName, flag: longName, type: longName },
        actors: [],
      },
    }),
  )
  const cases = {
    'of nothing': syntheticDataset([]),
    'of one record': syntheticDataset([syntheticRecord('one', '2024-02-29')]),
    'of a month with ten thousand': syntheticDataset(month),
    'of names of sixty characters': syntheticDataset(named),
  }
  for (const [name, dataset] of Object.entries(cases))
    for (const chart of own)
      it(`${chart.id} ${name}`, () => {
        for (const width of chart.widths) {
          const { svg, labels, height } = drawn(chart, dataset, width)
          expect(svg).not.toMatch(/NaN|Infinity|undefined/)
          expect(height).toBeLessThan(4000)
          expect(svg.length).toBeLessThan(2_000_000)
          expect(overlapping(labels).map(([a, b]) => `${a.text} × ${b.text}`)).toEqual([])
          expect(
            labels.filter((label) => label.x < -0.5 || label.x + label.width > width + 0.5).map(({ text }) => text),
          ).toEqual([])
        }
        const model = modelOf(chart, dataset)
        expect(chart.title(model)).not.toBe('')
        expect(chart.describe(model)).not.toBe('')
        chart.table(model)
      })
})
