/** Explore in words: the same on the server, for the first state, and in the browser, for every other. */
import { EVIDENCE, EVIDENCE_ORDER } from '../../../dataset/vocabulary.ts'
import type { Row, Weeks } from './view.ts'

/** Rows on one page of the table. */
export const PAGE = 50

/** A figure with commas. */
export const figure = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** How a record is known. */
export const voiceWords = ({ evidence, actorNames }: Row): string => {
  if (evidence.level !== 'claimed') return EVIDENCE[evidence.level].label
  if (evidence.voice === 'target') return 'Reported only by the side struck'
  if (evidence.voice === 'relayed') return 'Known only from relayed reports'
  return actorNames === '' ? 'Claimed' : `Claimed by ${actorNames}`
}

/** How many records are shown, by evidence. */
export function resultWords(shown: readonly Row[], all: number): string {
  if (shown.length === 0) return `None of ${figure(all)} records matches these filters.`
  const parts = EVIDENCE_ORDER.map((level) => ({
    level,
    count: shown.filter(({ evidence }) => evidence.level === level).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${figure(count)} ${EVIDENCE[level].label.toLowerCase()}`)
    .join(', ')
  return `${figure(shown.length)} of ${figure(all)} records${parts === '' ? '' : `: ${parts}`}.`
}

/** What the chart by week shows, and what it leaves out. */
export function weeksWords({ between, outside }: Weeks): string {
  const left = [
    between > 0 ? `${figure(between)} whose dates span more than a week` : '',
    outside > 0 ? `${figure(outside)} outside the coverage` : '',
  ].filter((part) => part !== '')
  return `Records by week from Tuesday 17 October 2023. Solid: confirmed; hatched: reported; hollow: claimed; slashed: disputed.${left.length === 0 ? '' : ` Not in the bars: ${left.join('; ')}.`}`
}

/** What the map shows, and what it leaves out. */
export const mapWords = (shown: readonly Row[]): string =>
  `${figure(shown.filter(({ point }) => point !== null).length)} of ${figure(shown.length)} records lie at a published point on this map; the rest are known only by an area, a country or the waters, or lie outside it. Area: how many at one point. Disc: confirmed or reported; ring: all.`
