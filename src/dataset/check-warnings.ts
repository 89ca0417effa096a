/** What is allowed and weak: records that rest on one page, on copies only, or that stand nowhere. */
import { daysBetween } from './dates.ts'
import type { Reading } from './load-contents.ts'
import type { Problem } from './problem.ts'
import type { Via } from './vocabulary.ts'

const COPIES: ReadonlySet<Via> = new Set(['mirror', 'aggregator'])

/** Single sources, sources only by way of copies, records without a place, pages older than what they tell. */
export function findWeakRecords(reading: Reading): Problem[] {
  const problems: Problem[] = []
  for (const entry of reading.incidents) {
    const { sources, place, position, date, context } = entry.value
    const [only] = sources
    if (sources.length === 1 && only !== undefined)
      problems.push(
        reading.problem(
          'warning',
          'single-source',
          entry,
          ['sources'],
          `One source only: ${only.publisher}. A second would help.`,
        ),
      )
    if (sources.every((source) => COPIES.has(source.via)))
      problems.push(
        reading.problem(
          'warning',
          'copies-only',
          entry,
          ['sources'],
          'Every source is a mirror or an aggregator. Look for the original.',
        ),
      )
    if (place.id === null && position === null)
      problems.push(
        reading.problem(
          'warning',
          'unlocated',
          entry,
          ['place', 'id'],
          'The record has neither a place nor a position. It is drawn nowhere.',
        ),
      )
    if (context) continue
    sources.forEach((source, index) => {
      if (source.date?.length === 10 && daysBetween(source.date, date.start) > 1)
        problems.push(
          reading.problem(
            'warning',
            'source-before-event',
            entry,
            ['sources', index, 'date'],
            `The page is dated ${source.date}, before the event of ${date.start}. Is one of the dates wrong?`,
          ),
        )
    })
  }
  return problems
}
