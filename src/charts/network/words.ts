/** Ties and links in words: what follows the names in the list below the drawing. */
import { formatDay, formatMonth } from '../../dataset/dates.ts'
import { CONFIDENCES } from '../../dataset/vocabulary.ts'
import { formatNumber } from '../number.ts'
import { several } from '../words.ts'
import type { Link, Tie } from './model.ts'

/** A day, a month or a year as far as it is known. */
const dateOf = (date: string): string =>
  date.length === 10 ? formatDay(date) : date.length === 7 ? formatMonth(date) : date

/** "(55 confirmed, and up to five possible doubles)." */
export function afterLink({ confirmed, possibleDoubles }: Pick<Link, 'confirmed' | 'possibleDoubles'>): string {
  const doubles = possibleDoubles > 0 ? `, and up to ${several(possibleDoubles, 'possible double')}` : ''
  return `(${formatNumber(confirmed)} confirmed${doubles}).`
}

/** ": alleged, since November 2023. What it rests on." */
export function afterTie({ confidence, since, until, evidence }: Tie): string {
  const from = since === null ? '' : `, since ${dateOf(since)}`
  const to = until === null ? '' : `, until ${dateOf(until)}`
  return `: ${CONFIDENCES[confidence].label}${from}${to}. ${evidence}`
}

/** "Denied by the ministry, January 2024: …" */
export function denialOf({ who, date, text }: NonNullable<Tie['denial']>): string {
  return `Denied${who === null ? '' : ` by ${who}`}${date === null ? '' : `, ${dateOf(date)}`}: ${text}`
}
