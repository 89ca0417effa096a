import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
  type Color,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { Resvg } from '@resvg/resvg-js'
import { COLOURS, EVIDENCE_ORDER, keysOf } from '../dataset/vocabulary.ts'
import { mark, patterns } from './marks.ts'
import { GROUND, HUES, paintOf } from './palette.ts'

const difference = differenceCiede2000()
const rgb = converter('rgb')
const visions: Readonly<Record<string, (colour: Color) => Color>> = {
  'normal vision': (colour) => colour,
  protanopia: (colour) => filterDeficiencyProt(1)(rgb(colour)),
  deuteranopia: (colour) => filterDeficiencyDeuter(1)(rgb(colour)),
  tritanopia: (colour) => filterDeficiencyTrit(1)(rgb(colour)),
}
const colour = (value: string): Color => {
  const found = parse(value)
  if (found === undefined) throw new Error(`${value} is no colour`)
  return found
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const hues = keysOf(COLOURS).map((name) => [name, HUES[theme][name]] as const)
  it('each hue stands out from the page by 3:1', () => {
    for (const [name, hue] of hues) expect(wcagContrast(hue, GROUND[theme].paper), name).toBeGreaterThanOrEqual(3)
  })
  it('text stands out by 4.5:1', () => {
    for (const ground of [GROUND[theme].paper, GROUND[theme].card])
      for (const ink of [GROUND[theme].ink, GROUND[theme].quiet])
        expect(wcagContrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(Object.keys(visions))('each two hues are 20 apart under %s', (vision) => {
    const see = visions[vision] ?? ((own: Color) => own)
    hues.forEach(([a, first], i) => {
      for (const [b, second] of hues.slice(i + 1))
        expect(difference(see(colour(first)), see(colour(second))), `${a} and ${b}`).toBeGreaterThanOrEqual(20)
    })
  })

  // Evidence must survive a grey printer: each state covers its shape with a share of ink of its own.
  it.each([5, 9])('evidence is told apart in greyscale at a radius of %i', (r) => {
    const paint = paintOf(theme)
    const ink = (evidence: (typeof EVIDENCE_ORDER)[number]): number => {
      const canvas = { paint, prefix: 't' }
      const body = mark({ x: 15, y: 15, r, evidence, kind: 'attack', colour: 'houthis' }, canvas)
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"><defs>${patterns(['houthis'], canvas)}</defs><rect width="30" height="30" fill="${paint.paper}"/>${body}</svg>`
      const { pixels } = new Resvg(svg, { fitTo: { mode: 'zoom', value: 4 } }).render()
      const paper = pixels[1] ?? 0
      let sum = 0
      for (let i = 1; i < pixels.length; i += 4) sum += Math.abs((pixels[i] ?? 0) - paper)
      return sum
    }
    const levels = Object.fromEntries(EVIDENCE_ORDER.map((level) => [level, ink(level)]))
    const solid = levels['confirmed'] ?? 1
    expect((levels['claimed'] ?? 0) / solid).toBeLessThan(0.8)
    expect((levels['disputed'] ?? 0) / (levels['claimed'] ?? 1)).toBeGreaterThan(1.08)
    if (r < 6) expect(levels['reported']).toBe(solid)
    else {
      expect((levels['reported'] ?? 0) / solid).toBeLessThan(0.9)
      expect((levels['reported'] ?? 0) / (levels['claimed'] ?? 1)).toBeGreaterThan(1.15)
    }
  })
})
