/** SVG as text: elements with escaped attributes and content. No inline style ever, since a strict policy blocks it. */

// What XML 1.0 cannot hold, escaped or not: a drawing with one of them could not be opened. The checker refuses them as well.
const IMPOSSIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Escapes text for XML and HTML, in content and in attributes; drops what neither can hold. */
export function escapeXml(value: string): string {
  return value
    .replace(IMPOSSIBLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A number in a drawing: at most two decimals, no trailing zeros, no -0. */
export function num(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return String(Object.is(rounded, -0) ? 0 : rounded)
}

type Attribute = string | number | boolean | null | undefined

// An address that runs or reads something instead of leading somewhere. The checker refuses such addresses; a drawing has none either.
const RUNS = /^\s*(?!https?:|data:image\/)[a-z][a-z0-9+.-]*:/i

/**
 * One element. Attributes that are null, undefined or false are left out, and so are addresses that are neither http(s) nor of the
 * site itself; content is markup already escaped.
 */
export function el(
  name: string,
  attributes: Readonly<Record<string, Attribute>>,
  ...content: readonly string[]
): string {
  let out = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (key === 'href' && typeof value === 'string' && RUNS.test(value)) continue
    if (key === 'style')
      throw new Error('No inline style in a drawing: a strict policy blocks it. Use an attribute or a class.')
    out += ` ${key}="${value === true ? '' : typeof value === 'number' ? num(value) : escapeXml(value)}"`
  }
  const inner = content.join('')
  return inner === '' ? `${out}/>` : `${out}>${inner}</${name}>`
}

/** Text content, escaped. */
export const text = escapeXml
