/** Figures in sentences: words under ten, plurals, shares. */
import { figure } from './scales.ts'

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const

/** A count in a sentence: words under ten, figures from there. */
export const inWords = (count: number): string => WORDS[count] ?? figure(count)

/** "one attack", "12 attacks", "no attacks". */
export const several = (count: number, one: string, many = `${one}s`): string =>
  `${inWords(count)} ${count === 1 ? one : many}`

/** Upper case for the first letter. */
export const sentence = (value: string): string => value.charAt(0).toUpperCase() + value.slice(1)

/** A share: "four in ten", "half", "none"; a per cent where tenths would say too little. */
export function share(part: number, whole: number): string {
  if (whole === 0 || part === 0) return 'none'
  const tenths = Math.round((part / whole) * 10)
  if (part === whole) return 'all'
  if (tenths === 5) return 'half'
  if (tenths === 0 || tenths === 10) return `${Math.round((part / whole) * 100)} per cent`
  return `${WORDS[tenths] ?? ''} in ten`
}
