/** Figures in sentences: words under ten, plurals, shares. */
import { formatNumber } from './number.ts'

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const

/** A count in a sentence: words under ten, figures from there. */
export const inWords = (count: number): string => WORDS[count] ?? formatNumber(count)

/** "one attack", "12 attacks", "no attacks". */
export const several = (count: number, one: string, many = `${one}s`): string =>
  `${inWords(count)} ${count === 1 ? one : many}`

/** Upper case for the first letter. */
export const sentence = (value: string): string => value.charAt(0).toUpperCase() + value.slice(1)

/**
 * A share of things: "four in ten attacks", "half the attacks", "no attacks". In tenths only where the share lies within two
 * hundredths of them; a per cent elsewhere, so that 45 in 100 are never half.
 */
export function share(part: number, whole: number, things: string): string {
  if (whole === 0 || part === 0) return `no ${things}`
  if (part === whole) return `all ${things}`
  const ratio = part / whole
  const tenths = Math.round(ratio * 10)
  if (tenths === 0 || tenths === 10 || Math.abs(ratio - tenths / 10) > 0.02)
    return `${String(Math.min(99, Math.max(1, Math.round(ratio * 100))))} per cent of ${things}`
  return tenths === 5 ? `half the ${things}` : `${WORDS[tenths] ?? ''} in ten ${things}`
}
