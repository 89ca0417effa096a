import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { fontFiles } from '../../assets/fonts/files.ts'
import { loadDataset } from '../../dataset/load.ts'
import { chartById } from '../registry.ts'
import { composeImage } from './compose.ts'
import { shareOutlines } from './outlines.ts'

const options: ResvgRenderOptions = {
  font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Inter' },
}
const real = loadDataset('data')

// A chart of bars, one with haloes over lines, and a map.
describe.each(['frequency', 'network', 'map-red-sea'])('%s, its letters as shared outlines', (id) => {
  const chart = chartById(id)
  if (chart === undefined) throw new Error(`There is no chart "${id}".`)
  const { svg } = composeImage(chart, real, 'light')
  const long = new Resvg(svg, options).toString()
  const short = shareOutlines(long, `${id}-light`)

  it('looks as it did: no pixel differs by more than the rounding of an edge', () => {
    const before = new Resvg(svg, options).render()
    const after = new Resvg(short, { font: { loadSystemFonts: false } }).render()
    expect([after.width, after.height]).toEqual([before.width, before.height])
    const [a, b] = [before.pixels, after.pixels]
    let most = 0
    for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] ?? 0) - (b[i] ?? 0)))
    expect(most).toBeLessThanOrEqual(64)
  })

  it('is a third of the size at most', () => {
    expect(short.length).toBeLessThan(long.length / 3)
  })

  it('defines each id once, begins it with the prefix, and points at nothing else', () => {
    const ids = [...short.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((own) => !own.startsWith(`${id}-light-`))).toEqual([])
    const used = [...short.matchAll(/(?:href="#|url\(#)([^")]+)/g)].map((match) => match[1] ?? '')
    expect(used.filter((own) => !ids.includes(own))).toEqual([])
  })
})

it('keeps a counter with its letter, and draws all haloes of a line before its letters', () => {
  const ring = 'M 0 0 Q 5 0 10 10 L 0 10 Z M 2 2 L 4 4 L 2 4 Z'
  const next = 'M 20 0 Q 25 0 30 10 L 20 10 Z M 22 2 L 24 4 L 22 4 Z'
  const out = shareOutlines(
    `<svg><path fill="#000" stroke="#fff" stroke-width="3" paint-order="stroke" d="${ring} ${next}"/></svg>`,
    'p',
  )
  expect(out.match(/<path/g)).toHaveLength(1)
  const letters = '<use xlink:href="#p-0" x="0" y="0"/><use xlink:href="#p-0" x="20" y="0"/>'
  expect(out).toContain(`<g fill="none" stroke="#fff" stroke-width="3">${letters}</g><g fill="#000">${letters}</g>`)
})
