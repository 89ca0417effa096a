/** Every link of a drawing to Explore asks for what the mark says. */
import { describe, expect, it } from 'vitest'
import { paramsOfQuery, queryOfParams } from '../dataset/address.ts'
import { countAttacks } from '../dataset/count.ts'
import { loadDataset } from '../dataset/load.ts'
import { select } from '../dataset/query.ts'
import { modelOf } from './model.ts'
import { outcomes } from './outcomes/index.ts'
import type { OutcomesModel } from './outcomes/model.ts'
import { PAGE_PAINT } from './palette.ts'
import { charts } from './registry.ts'
import { sumOf } from './stack.ts'
import { inWords } from './words.ts'

const real = loadDataset('data')
const TENS = Array.from({ length: 10 }, (_, n) => inWords(n))
const numberOf = (word: string): number =>
  TENS.includes(word.toLowerCase()) ? TENS.indexOf(word.toLowerCase()) : Number(word.replace(/[,\s]/g, ''))

interface Link {
  readonly address: URL
  readonly label: string
}

const linksOf = (svg: string): Link[] =>
  [...svg.matchAll(/<a href="(\/explore\/[^"]*)"[^>]*? aria-label="([^"]*)"/g)].map(([, address = '', label = '']) => ({
    address: new URL(address.replaceAll('&amp;', '&'), 'https://example.org'),
    label: label.replaceAll('&#39;', "'"),
  }))

/** The first number of a label before a word, and the most that it allows for. */
const number = (label: string, pattern: RegExp): number | null => {
  const found = pattern.exec(label)?.[1]
  return found === undefined ? null : numberOf(found)
}

describe.each(charts.map((chart) => [chart.id, chart] as const))('%s', (id, chart) => {
  const links = chart.widths.flatMap((width) =>
    linksOf(
      chart.draw(modelOf(chart, real), {
        width,
        paint: PAGE_PAINT,
        prefix: 'links',
        href: (path) => path,
        standalone: false,
      }).svg,
    ),
  )
  const asking = links.filter(({ address }) => address.pathname === '/explore/')

  it('asks in the words of Explore: nothing of an address is lost on the way', () => {
    for (const { address } of asking)
      expect(paramsOfQuery(queryOfParams(address.searchParams)).toString(), address.search).toBe(
        paramsOfQuery(queryOfParams(new URLSearchParams(address.search))).toString(),
      )
    for (const { address } of asking) {
      const kept = paramsOfQuery(queryOfParams(address.searchParams))
      for (const [name, value] of address.searchParams) expect(kept.get(name), address.search).toBe(value)
    }
  })

  it('gives what the mark says', () => {
    const uncertain = uncertainQuarters(id)
    for (const { address, label } of asking) {
      const found = select(real, queryOfParams(address.searchParams))
      const words = '([\\d,]+|[a-z]+)'
      const records =
        number(label, new RegExp(`Explore lists all ${words} that`)) ?? number(label, /([\d,]+|[a-z]+) records?:/i)
      if (records !== null) {
        expect(found.length, label).toBe(records)
        continue
      }
      const attacks =
        number(label, new RegExp(`: ${words} attacks?:`, 'i')) ??
        number(label, new RegExp(`, ${words} attacks? of`)) ??
        number(label, /^([\d,]+|[a-z]+) attacks? of/i)
      expect(attacks, label).not.toBeNull()
      const maybe = number(label, new RegExp(`up to ${words} of uncertain`)) ?? uncertain
      const count = countAttacks(found).count
      expect(count, label).toBeGreaterThanOrEqual(attacks ?? 0)
      // A bar between weeks leads to all of them: no address asks for what may be of either.
      if (label.endsWith('Explore lists all of those weeks.')) continue
      expect(count, label).toBeLessThanOrEqual((attacks ?? 0) + maybe)
    }
  })
})

/** Attacks that the outcomes show apart since nobody knows their quarter: Explore lists them in each that they may belong to. */
function uncertainQuarters(id: string): number {
  if (id !== outcomes.id) return 0
  const model = modelOf(outcomes, real) as OutcomesModel
  const apart = model.quarters.filter((row) => row.query === null)
  return apart.reduce((sum, row) => sum + Object.values(row.cells).reduce((all, parts) => all + sumOf(parts), 0), 0)
}
