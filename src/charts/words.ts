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

/** A share of things, in tenths: "four in ten attacks", "half the attacks", "no attacks"; a per cent where tenths say too little. */
export function share(part: number, whole: number, things: string): string {
  if (whole === 0 || part === 0) return `no ${things}`
  if (part === whole) return `all ${things}`
  const tenths = Math.round((part / whole) * 10)
  if (tenths === 5) return `half the ${things}`
  if (tenths === 0 || tenths === 10) return `${String(Math.round((part / whole) * 100))} per cent of ${things}`
  return `${WORDS[tenths] ?? ''} in ten ${things}`
}
