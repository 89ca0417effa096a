import fc from 'fast-check'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countAttacks } from '../../dataset/count.ts'
import { loadDataset } from '../../dataset/load.ts'
import { select } from '../../dataset/query.ts'
import { WIDTHS, type Canvas } from '../chart.ts'
import { EMBED_WIDTHS } from '../embedded.ts'
import { overlapping } from '../labels.ts'
import { PAGE_PAINT, paintOf } from '../palette.ts'
import { LEAST_SIZE } from '../text.ts'
import { drawNetwork } from './draw.ts'
import { aDataset, anActor, aRecord, aTie, sampleDataset } from './golden/sample.ts'
import { network } from './index.ts'
import { layoutNetwork } from './layout.ts'
import { FIRST_SIGHT, networkModel, TIE_KINDS, tieKind } from './model.ts'
import { settle } from './order.ts'
import { strandsOf } from './strands.ts'

const real = loadDataset('data')
const model = networkModel(real)
const canvas = (width: number, change: Partial<Canvas> = {}): Canvas => ({
  width,
  paint: PAGE_PAINT,
  prefix: 'n',
  href: (path) => path,
  standalone: false,
  ...change,
})

describe('the model', () => {
  test('a link counts what a query of its attacker and its target side counts', () => {
    for (const actor of ['islamic-resistance-in-iraq', 'ansar-allah-houthis']) {
      const records = select(real, { attacks: true, actors: [actor], targets: model.frames[0]?.members ?? [] })
      const link = model.links.find((one) => one.id === `${actor}--attacks--us-coalition`)
      expect(link?.count).toBe(countAttacks(records).count)
    }
    const ships = select(real, {
      attacks: true,
      actors: ['ansar-allah-houthis'],
      targetTypes: ['merchant-vessel'],
    }).filter((incident) => incident.target.actors.length === 0)
    expect(model.links.find((one) => one.id === 'ansar-allah-houthis--attacks--merchant-ships')?.count).toBe(
      countAttacks(ships).count,
    )
    const strikes = select(real, {
      kinds: ['strike', 'retaliation'],
      actors: ['israel'],
      targets: ['ansar-allah-houthis'],
    })
    expect(model.links.find((one) => one.id === 'israel--strikes--ansar-allah-houthis')?.count).toBe(
      countAttacks(strikes).count,
    )
  })

  test('the title is the answer to a query', () => {
    const claimed = select(real, { attacks: true, actors: ['islamic-resistance-in-iraq'], attribution: ['claimed'] })
    const factions = ['al-thawriyoun', 'tashkil-al-waritheen', 'kataib-hezbollah', 'kataib-sayyid-al-shuhada']
    factions.push('harakat-hezbollah-al-nujaba', 'harakat-ansar-allah-al-awfiya', 'asaib-ahl-al-haq')
    const alone = claimed.filter((incident) => !incident.attackers.some((id) => factions.includes(id)))
    expect(model.finding).toMatchObject({ claimed: countAttacks(claimed).count, noFaction: countAttacks(alone).count })
    expect(network.title(model)).toContain(`${countAttacks(alone).count} of ${countAttacks(claimed).count} attacks`)
  })

  test('every tie of the data stands in the table, with its denial', () => {
    const { rows } = network.table(model)
    expect(rows).toHaveLength(real.relations.length + model.links.length)
    const denials = real.relations.flatMap((tie) => tie.deniedBy?.text ?? [])
    expect(denials.length).toBeGreaterThan(0)
    for (const denial of denials) expect(rows.some((row) => row['denial'] === denial)).toBe(true)
  })

  test('every kind of tie in the data has its words', () => {
    for (const { type } of real.relations) expect(Object.keys(TIE_KINDS)).toContain(type)
    expect(tieKind('constructor').family).toBe('alliance')
  })

  test('first sight: core ties and links of some size; sanctions, hosting and mediation never', () => {
    for (const strand of strandsOf(model).filter((one) => one.ask === null)) {
      if (strand.link !== null) expect(strand.link.count).toBeGreaterThanOrEqual(FIRST_SIGHT)
      for (const tie of strand.ties) {
        expect(['sanctions', 'hosts', 'mediates']).not.toContain(tie.type)
        expect(real.relations.find((one) => one.id === tie.id)?.core).toBe(true)
      }
    }
  })

  test('a record that names two attackers stands in both links, and once in each', () => {
    const { links } = networkModel(sampleDataset())
    expect(links.find((link) => link.id === 'common-name--attacks--us-coalition')).toMatchObject({
      count: 9,
      confirmed: 3,
    })
    expect(links.find((link) => link.id === 'first-faction--attacks--us-coalition')).toMatchObject({
      count: 1,
      first: false,
    })
    expect(links.find((link) => link.id === 'group-not-named--attacks--us-coalition')?.count).toBe(5)
    expect(links.find((link) => link.id === 'us-coalition--strikes--coast-movement')?.count).toBe(20)
  })

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model)
  })
})

describe('the layout', () => {
  test.each(WIDTHS)('at %i px lines cross far less than in the order of names', (width) => {
    const layout = layoutNetwork(model, width)
    expect(layout.naiveCrossings).toBeGreaterThan(100)
    expect(layout.crossings).toBeLessThan(layout.naiveCrossings / 3)
  })

  test.each(WIDTHS)('at %i px names lie apart and inside', (width) => {
    const { nodes, height } = layoutNetwork(model, width)
    expect(nodes).toHaveLength(model.nodes.length)
    for (const [i, a] of nodes.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(0)
      expect(a.x + a.width).toBeLessThanOrEqual(width)
      expect(a.y).toBeGreaterThanOrEqual(0)
      expect(a.y + a.height).toBeLessThanOrEqual(height)
      for (const b of nodes.slice(i + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(apart, `${a.node.name} and ${b.node.name}`).toBe(true)
      }
    }
  })

  test('the same model gives the same layout, whatever the order of the files', () => {
    const turned = networkModel({ ...real, relations: [...real.relations].reverse() })
    const strands = (one: typeof model) => layoutNetwork(one, 704).crossings
    expect(layoutNetwork(networkModel(real), 704)).toEqual(layoutNetwork(model, 704))
    expect(strands(turned)).toBeLessThan(layoutNetwork(turned, 704).naiveCrossings / 3)
  })

  test('positions keep their order and their gaps, and meet wishes that allow it', () => {
    expect(
      settle([
        { at: 10, weight: 1, gap: 0 },
        { at: 50, weight: 1, gap: 5 },
      ]),
    ).toEqual([10, 50])
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.integer({ min: 0, max: 100 }),
            weight: fc.integer({ min: 1, max: 9 }),
            gap: fc.integer({ min: 0, max: 9 }),
          }),
        ),
        (wishes) => {
          const found = settle(wishes, 0, 2000)
          found.forEach((at, i) => {
            if (i > 0) expect(at - (found[i - 1] ?? 0)).toBeGreaterThanOrEqual((wishes[i]?.gap ?? 0) - 1e-6)
            expect(at).toBeGreaterThanOrEqual(0)
          })
        },
      ),
    )
  })
})

describe('the drawing', () => {
  test.each(WIDTHS)('at %i px no label overlaps another and none is under 11 px', (width) => {
    const { labels, svg } = network.draw(model, canvas(width))
    expect(overlapping(labels).map(([a, b]) => `${a.text} | ${b.text}`)).toEqual([])
    expect(labels.length).toBeGreaterThan(50)
    for (const label of labels) {
      expect(label.size).toBeGreaterThanOrEqual(LEAST_SIZE)
      expect(label.x).toBeGreaterThanOrEqual(-0.5)
      expect(label.x + label.width, label.text).toBeLessThanOrEqual(width + 0.5)
    }
    for (const link of model.links.filter((one) => one.first)) expect(svg).toContain(`>${link.count} ${link.kind}<`)
  })

  test('a denied tie carries a bar; an image has no links; nothing is styled inline', () => {
    const { svg } = network.draw(model, canvas(704))
    const denied = strandsOf(model).filter((strand) => strand.denied)
    expect(svg.match(/class="denial"/g)).toHaveLength(denied.length)
    expect(svg).not.toMatch(/style=|<style/)
    expect(network.draw(model, canvas(704, { href: null })).svg).not.toContain('href')
  })

  test('what waits to be asked for is in the drawing and hidden', () => {
    const { svg } = network.draw(model, canvas(704))
    const waiting = svg.match(/<g class="(?:tie|link)"[^>]*data-ask="[^"]*"[^>]*>/g) ?? []
    expect(waiting.length).toBeGreaterThan(20)
    for (const one of waiting) expect(one).toContain('display="none"')
  })

  test.each([
    ['nothing at all', aDataset([], [], [])],
    [
      'no ties',
      aDataset(
        [anActor('a'), anActor('b', { layer: 'target', side: 'israel' })],
        [],
        [aRecord('2024-02-10-x-1', ['a'], ['b'])],
      ),
    ],
    ['one actor, tied to itself', aDataset([anActor('a')], [aTie('a', 'backs', 'a')], [])],
    ['two of one layer', aDataset([anActor('a'), anActor('b')], [aTie('a', 'allied-with', 'b')], [])],
    [
      'names of 60 characters',
      aDataset(
        Array.from({ length: 24 }, (_, i) =>
          anActor(`actor-${String(i)}`, {
            name: i % 2 === 0 ? 'The Long and Winding Name of a Movement That Has Many Words' : 'X'.repeat(60),
            layer: (['state', 'umbrella', 'group', 'target'] as const)[i % 4] ?? 'group',
          }),
        ),
        Array.from({ length: 23 }, (_, i) => aTie(`actor-${String(i)}`, 'backs', `actor-${String((i * 7 + 1) % 24)}`)),
        [],
      ),
    ],
    ['markup in names', aDataset([anActor('a', { name: '<script>"&\'' }), anActor('b')], [aTie('a', 'a<b', 'b')], [])],
  ])('draws %s', (_, dataset) => {
    const sample = networkModel(dataset)
    for (const width of WIDTHS) {
      const { svg, labels } = network.draw(sample, canvas(width))
      expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/)
      expect(overlapping(labels).map(([a, b]) => `${a.text} | ${b.text}`)).toEqual([])
    }
    expect(network.title(sample).length).toBeGreaterThan(10)
    expect(network.describe(sample)).not.toMatch(/NaN|undefined/)
    expect(network.table(sample).rows.length).toBe(sample.ties.length + sample.links.length)
  })

  const sample = networkModel(sampleDataset())
  test.each(WIDTHS.flatMap((width) => (['light', 'dark'] as const).map((theme) => [width, theme] as const)))(
    'equals the golden drawing at %i px, %s',
    (width, theme) => {
      const file = join(import.meta.dirname, 'golden', `${String(width)}-${theme}.svg`)
      const changed = file.replace('.svg', '.changed.svg')
      const { svg } = drawNetwork(sample, canvas(width, { paint: paintOf(theme), href: null }), 'Sample')
      const same = existsSync(file) && readFileSync(file, 'utf8') === `${svg}\n`
      if (same) rmSync(changed, { force: true })
      else writeFileSync(changed, `${svg}\n`)
      expect(same, `the drawing changed: look at ${changed}; move it over the old one where it is right`).toBe(true)
    },
  )
})

test.each([...new Set([...EMBED_WIDTHS, ...WIDTHS, ...network.widths])])(
  'names are broken between words, not within them, at %i',
  (width) => {
    const { svg } = network.draw(model, canvas(width))
    const nodes = [...svg.matchAll(/<a [^>]*class="node"[^>]*aria-label="([^"]*)"[^>]*>(.*?)<\/a>/gs)]
    expect(nodes.length).toBeGreaterThan(20)
    const broken = nodes.flatMap(([, label = '', inside = '']) => {
      const words = new Set(label.split(/[\s,]+/))
      const shown = [...inside.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].flatMap(([, line = '']) => line.split(' '))
      // A name may give way to its short form, which is not in the label; a broken word is the start of one that is.
      return shown.filter(
        (part) => !words.has(part) && [...words].some((word) => word.length > 3 && word.startsWith(part)),
      )
    })
    expect(broken).toEqual([])
  },
)
