/** Shapes of Explore made into elements. The textures stand in the page; colours are its custom properties. */
import { mapShapes, markShapes, weekShapes, type Attributes, type Shape } from './shapes.ts'
import type { Row, Weeks } from './view.ts'

const SVG = 'http://www.w3.org/2000/svg'

function element<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes,
  text = '',
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  if (text !== '') made.textContent = text
  return made
}

const elementOf = ({ name, attributes, text }: Shape): SVGElement => element(name, attributes, text)

/** The mark of a record, in a small drawing of its own. */
export function markOf(row: Row, x: number, y: number, r: number): SVGElement {
  const svg = element('svg', {
    viewBox: `0 0 ${String(x * 2)} ${String(y * 2)}`,
    width: x * 2,
    height: y * 2,
    'aria-hidden': 'true',
    class: 'dot',
  })
  svg.append(...markShapes(row, x, y, r).map(elementOf))
  return svg
}

/** Draws the records into the map of the page. */
export const drawMap = (svg: SVGSVGElement, rows: readonly Row[]): void =>
  svg.querySelector(':scope > g')?.replaceChildren(...mapShapes(rows).map(elementOf))

/** Draws the weeks into the page's drawing. Returns the highest week. */
export function drawWeeks(svg: SVGSVGElement, counted: Weeks): { week: number; count: number } {
  const { shapes, ...most } = weekShapes(counted)
  svg.querySelector('g')?.replaceChildren(...shapes.map(elementOf))
  return most
}
