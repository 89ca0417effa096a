import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tokensOf, type Theme } from '../charts/palette.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The custom properties of the rule that begins with a selector. */
function propertiesOf(selector: string): string[] {
  const at = css.indexOf(`${selector} {`)
  expect(at, selector).toBeGreaterThan(-1)
  const body = css.slice(css.indexOf('{', at) + 1, css.indexOf('}', at))
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

test.each<[Theme, string]>([
  ['light', ":root,\n[data-theme='light']"],
  ['dark', ":root:not([data-theme='light'])"],
  ['dark', "  [data-theme='dark']"],
])('the %s colours of the style sheet are those of the palette', (theme, selector) => {
  expect(propertiesOf(selector)).toEqual(tokensOf(theme).split('\n'))
})
