import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../dataset/load.ts'
import { syntheticDataset } from '../fixture.ts'
import { overlapping } from '../labels.ts'
import { charts } from '../registry.ts'
import { LEAST_SIZE } from '../text.ts'
import { CARD, composeCard, layOutCard } from './compose.ts'

const real = loadDataset('data')

describe.each(charts.map((chart) => [chart.id, chart] as const))('the share card of %s', (_, chart) => {
  const card = layOutCard(chart, real)

  it('shows its drawing whole, with letters no smaller than on a page', () => {
    const { drawing, room, scale } = card
    expect(drawing.height * scale).toBeLessThanOrEqual(room + 0.01)
    expect(drawing.width * scale).toBeLessThanOrEqual(CARD.width)
    expect(drawing.labels.filter(({ size }) => size * scale < LEAST_SIZE).map(({ text }) => text)).toEqual([])
    expect(overlapping(drawing.labels).map(([a, b]) => `${a.text} × ${b.text}`)).toEqual([])
    const cut = drawing.labels.filter(
      ({ x, y, width, height }) => x < -0.5 || x + width > drawing.width + 0.5 || y + height > drawing.height + 1,
    )
    expect(cut.map(({ text }) => text)).toEqual([])
  })

  it('says what it found, in two lines, whose it is and of which day', () => {
    expect(card.lines.length).toBeLessThanOrEqual(2)
    const svg = composeCard(chart, real)
    for (const line of card.lines) expect(svg).toContain(line.replaceAll("'", '&#39;'))
    expect(svg).toMatch(/Source: .*As of 31 Dec\. 2025/)
  })

  it('is whole for an empty record too', () => {
    const { drawing, room, scale } = layOutCard(chart, syntheticDataset([]))
    expect(drawing.height * scale).toBeLessThanOrEqual(room + 0.01)
  })
})
