import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../dataset/load.ts'
import { embedded, roundTo, shownAt, widthShown } from './embedded.ts'
import { overlapping } from './labels.ts'
import { modelOf } from './model.ts'
import { PAGE_PAINT } from './palette.ts'
import { charts } from './registry.ts'
import { LEAST_SIZE } from './text.ts'

const real = loadDataset('data')
const path = (value: string): string => value

describe.each(charts.map((chart) => [chart.id, chart] as const))('an embed of %s', (_, chart) => {
  it('has labels of 11 px and more at every width from 280 px on, none over another or over the edge', () => {
    const model = modelOf(chart, real)
    const { drawings } = embedded(chart, model, path)
    for (const { width, from } of drawings) {
      const { labels } = chart.draw(model, {
        width,
        paint: PAGE_PAINT,
        prefix: 'p',
        href: path,
        standalone: false,
        light: true,
      })
      const over = overlapping(labels).map(([a, b]) => `${a.text} × ${b.text}`)
      expect(over, `at ${String(width)} px`).toEqual([])
      const least = Math.max(from, 280) / width
      for (const label of labels) {
        expect(label.size * least, `"${label.text}" at ${String(width)} px`).toBeGreaterThanOrEqual(LEAST_SIZE - 0.01)
        expect(label.x, label.text).toBeGreaterThanOrEqual(-0.5)
        expect(label.x + label.width, label.text).toBeLessThanOrEqual(width + 0.5)
      }
    }
  })

  it('is drawn for a phone, a column and a wide page', () => {
    const widths = embedded(chart, modelOf(chart, real), path).drawings.map(({ width }) => width)
    for (const width of [280, 560, 900]) expect(widths).toContain(width)
  })

  it('shows one drawing at every width, and none much larger than it was drawn', () => {
    const { drawings } = embedded(chart, modelOf(chart, real), path)
    for (let width = 280; width <= 1400; width++) {
      const shown = drawings.filter(({ from, to }) => width >= from && (to === null || width < to))
      expect(shown).toHaveLength(1)
      const drawing = shownAt(drawings, width)
      expect(widthShown(drawing, width) / drawing.width).toBeLessThan(1.7)
    }
  })

  it('says the words of each mark once', () => {
    const { drawings } = embedded(chart, modelOf(chart, real), path)
    const silent = drawings.filter(({ talks }) => !talks)
    expect(silent).toHaveLength(drawings.length - 1)
    const count = (svg: string): number => svg.match(/<a /g)?.length ?? 0
    const bare = (svg: string): number => svg.match(/<a>|<a data-twin/g)?.length ?? 0
    const talking = drawings.find(({ talks }) => talks)?.svg ?? ''
    // A mark that only one drawing has keeps its words there.
    for (const { svg } of silent) {
      const own = svg.match(/<a target/g)?.length ?? 0
      expect(own).toBeLessThanOrEqual(Math.max(8, 0.2 * count(talking)))
      expect(bare(svg) + own).toBe(svg.match(/<\/a>/g)?.length ?? 0)
    }
  })

  it('has no id twice, and refers to none that it lacks', () => {
    const whole = embedded(chart, modelOf(chart, real), path)
      .drawings.map(({ svg }) => svg)
      .join('')
    const ids = [...whole.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    for (const match of whole.matchAll(/href="#([^"]+)"|url\(#([^)]+)\)/g))
      expect(ids, match[0]).toContain(match[1] ?? match[2])
  })
})

describe('rounding a drawing', () => {
  it('moves no place by more than half the grain', () => {
    fc.assert(
      fc.property(fc.float({ min: 0, max: 2000, noNaN: true }), fc.constantFrom(0.1, 0.5, 1), (value, grain) => {
        const written = value.toFixed(2)
        const read = / x="([^"]*)"/.exec(roundTo(`<rect x="${written}" y="1"/>`, grain))?.[1] ?? ''
        expect(Math.abs(Number(read) - Number(written))).toBeLessThanOrEqual(grain / 2 + 1e-9)
      }),
    )
  })
  it.each([
    ['words', '<a href="/x/?at=1.234" aria-label="1.25 km">'],
    ['sizes of letters', '<text font-size="11.55">3.75</text>'],
    ['coasts, whose steps add up', '<path d="m1.2 3.4l.3 .3"/>'],
    ['rows of dots', '<path d="M1.25 2h20.01" stroke-dasharray=".01 5.19"/>'],
  ])('leaves %s alone', (_, svg) => {
    expect(roundTo(svg, 1)).toBe(svg)
  })
  it('keeps the shape of what is bent', () => {
    expect(roundTo('<path d="M1.23 4.56a5.43 5.43 0 0 1 3.33 0z"/>', 1)).toBe(
      '<path d="M1.2 4.6a5.4 5.4 0 0 1 3.3 0z"/>',
    )
    expect(roundTo('<path d="M1.4 4.6H7.7V2.2"/>', 1)).toBe('<path d="M1 5H8V2"/>')
  })
})
