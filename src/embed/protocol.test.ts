import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksHeight, asksTheme, childIdOf, HEIGHT, heightMessages, heightOf, THEME, themeOf } from './protocol.ts'

describe('heights, embed to parent', () => {
  it('speaks the three dialects', () => {
    expect(heightMessages(321, 'chart-1')).toEqual([
      { sentinel: 'amp', type: 'embed-size', height: 321 },
      { type: HEIGHT, height: 321 },
      'pymxPYMxchart-1xPYMxheightxPYMx321',
    ])
  })
  it('keeps silent in pym where no child id was given', () => {
    expect(heightMessages(321, null)).toHaveLength(2)
  })
  it('reads its own message back, within bounds', () => {
    expect(heightOf({ type: HEIGHT, height: 321.2 })).toBe(322)
    expect(heightOf({ type: HEIGHT, height: 1e9 })).toBe(20_000)
    expect(heightOf({ type: HEIGHT, height: -5 })).toBe(40)
  })
  it('takes no height from anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const ours = typeof data === 'object' && data !== null && (data as { type?: unknown }).type === HEIGHT
        if (!ours) expect(heightOf(data)).toBeNull()
      }),
    )
    for (const height of ['300', NaN, Infinity, null, undefined, {}])
      expect(heightOf({ type: HEIGHT, height })).toBeNull()
  })
})

describe('what a parent may ask', () => {
  it('is the height, in each dialect', () => {
    expect(asksHeight('pymxPYMxaxPYMxwidthxPYMx600', 'a')).toBe(true)
    expect(asksHeight('pymxPYMxbxPYMxwidthxPYMx600', 'a')).toBe(false)
    expect(asksHeight({ sentinel: 'amp', type: 'frames-init' }, null)).toBe(true)
    expect(asksHeight({ type: 'since-october-17:ask' }, null)).toBe(true)
  })
  it('is a theme, one of three', () => {
    expect(asksTheme({ type: THEME, theme: 'dark' })).toBe('dark')
    expect(asksTheme({ type: THEME, theme: 'javascript:' })).toBeNull()
    expect(themeOf('DARK')).toBeNull()
  })
  it('is nothing else, whatever it sends', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(typeof asksHeight(data, 'a')).toBe('boolean')
        expect([null, 'light', 'dark', 'auto']).toContain(asksTheme(data))
      }),
    )
  })
  it('names a child by plain letters only', () => {
    expect(childIdOf('chart_1-a')).toBe('chart_1-a')
    for (const value of ['', 'a b', '<b>', 'x'.repeat(81), null, 7]) expect(childIdOf(value)).toBeNull()
  })
})
