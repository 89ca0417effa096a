/**
 * What an embed and its parent say to each other. The embed tells its height in three dialects that publishers already listen
 * for; the parent may ask for it again or set the theme. Nothing else is ever said, and nothing about the reader.
 */

/** This project's own messages, from embed to parent. */
export const HEIGHT = 'since-october-17:height'
/** From parent to embed: say your height again. */
export const ASK = 'since-october-17:ask'
/** From parent to embed: light, dark or auto. */
export const THEME = 'since-october-17:theme'

export type EmbedTheme = 'light' | 'dark' | 'auto'

const PYM = 'xPYMx'

/** A theme from untrusted text; null where it is none. */
export const themeOf = (value: unknown): EmbedTheme | null =>
  value === 'light' || value === 'dark' || value === 'auto' ? value : null

/** A pym child id from untrusted text; null where it is none. */
export const childIdOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w-]{1,80}$/.test(value) ? value : null

/** The messages that tell a height in CSS pixels: AMP's, ours, and pym's where the parent gave a child id. */
export function heightMessages(height: number, childId: string | null): (object | string)[] {
  const messages: (object | string)[] = [
    { sentinel: 'amp', type: 'embed-size', height },
    { type: HEIGHT, height },
  ]
  if (childId !== null) messages.push(['pym', childId, 'height', String(height)].join(PYM))
  return messages
}

/** Whether a message of the parent asks for the height: ours, Newswire's `frames-init`, or pym's `width`. */
export function asksHeight(data: unknown, childId: string | null): boolean {
  if (typeof data === 'string') {
    const parts = data.split(PYM)
    return parts.length === 4 && parts[0] === 'pym' && childId !== null && parts[1] === childId && parts[2] === 'width'
  }
  if (typeof data !== 'object' || data === null) return false
  const message = data as { type?: unknown; sentinel?: unknown }
  return message.type === ASK || (message.sentinel === 'amp' && message.type === 'frames-init')
}

/** The theme that a message of the parent sets; null where it sets none. */
export function asksTheme(data: unknown): EmbedTheme | null {
  if (typeof data !== 'object' || data === null) return null
  const message = data as { type?: unknown; theme?: unknown }
  return message.type === THEME ? themeOf(message.theme) : null
}

/** A height from a message of ours; null where it is none. Bounds keep a broken embed from filling the page. */
export function heightOf(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null
  const message = data as { type?: unknown; height?: unknown }
  if (message.type !== HEIGHT || typeof message.height !== 'number' || !Number.isFinite(message.height)) return null
  return Math.min(20_000, Math.max(40, Math.ceil(message.height)))
}
