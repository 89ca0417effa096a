/** Numbers as readers see them, the same on every machine. */

/** "1,189"; "12.5"; a true minus sign. */
export function formatNumber(value: number): string {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const

/** In prose: numbers under ten in words. */
export const formatInProse = (value: number): string => WORDS[value] ?? formatNumber(value)
