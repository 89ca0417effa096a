/** Days: within the coverage, in order, and as precise as they say. */
import { addDays, within } from './dates.ts'
import type { Reading } from './load-contents.ts'
import type { Problem } from './problem.ts'

const lastOfMonth = (day: string): string => {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4))
  return addDays(
    month === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(month + 1).padStart(2, '0')}-01`,
    -1,
  )
}

/** Dates outside the coverage, context inside it, months that are no months, revisions out of order. */
export function checkDates(reading: Reading): Problem[] {
  const problems: Problem[] = []
  const card = reading.card
  // An inverted coverage is told once, not at every record.
  const coverage = card === null || card.coverage.end < card.coverage.start ? undefined : card.coverage
  for (const entry of reading.incidents) {
    const { date, context, recorded, revisions } = entry.value
    if (coverage !== undefined) {
      const covered = within(date, coverage)
      const span = `the coverage (${coverage.start} to ${coverage.end})`
      if (!covered && !context) {
        const field = date.start < coverage.start || date.start > coverage.end ? 'start' : 'end'
        problems.push(
          reading.problem(
            'error',
            'outside-coverage',
            entry,
            ['date', field],
            `${date[field]} lies outside ${span}. Correct it, or make the record an event with "context": true.`,
          ),
        )
      }
      if (covered && context)
        problems.push(
          reading.problem(
            'error',
            'context-inside',
            entry,
            ['context'],
            `${date.start} lies within ${span}, and context is for events outside it. Write false.`,
          ),
        )
    }
    if (date.precision === 'month' && (!date.start.endsWith('-01') || date.end !== lastOfMonth(date.start)))
      problems.push(
        reading.problem(
          'error',
          'not-a-month',
          entry,
          ['date', 'precision'],
          `Only the month is said to be known, and ${date.start} to ${date.end} is not one month from its first day to its last. Write those two days, or "range".`,
        ),
      )
    revisions.forEach((revision, index) => {
      const before = revisions[index - 1]?.date ?? recorded
      if (revision.date < before)
        problems.push(
          reading.problem(
            'error',
            'revision-order',
            entry,
            ['revisions', index, 'date'],
            `${revision.date} lies before ${before}, ${index === 0 ? 'the day the record was entered' : 'the revision above it'}. Revisions stand oldest first.`,
          ),
        )
    })
  }
  if (card !== null) {
    const at = reading.cardEntry
    if (card.coverage.end < card.coverage.start)
      problems.push(
        reading.problem(
          'error',
          'order',
          at,
          ['coverage', 'end'],
          `${card.coverage.end} lies before ${card.coverage.start}. Swap them.`,
        ),
      )
    if (card.asOf < card.coverage.end)
      problems.push(
        reading.problem(
          'error',
          'order',
          at,
          ['asOf'],
          `${card.asOf} lies before the end of the coverage, ${card.coverage.end}. A record cannot know days to come.`,
        ),
      )
    card.gaps.forEach((gap, index) => {
      if (gap.to < gap.from)
        problems.push(
          reading.problem('error', 'order', at, ['gaps', index, 'to'], `${gap.to} lies before ${gap.from}. Swap them.`),
        )
    })
    const [newest] = card.versions
    if (newest !== undefined && newest.version !== card.version)
      problems.push(
        reading.problem(
          'error',
          'version',
          at,
          ['version'],
          `${JSON.stringify(card.version)} is not the newest of the versions below, ${JSON.stringify(newest.version)}. Make them agree.`,
        ),
      )
  }
  return problems
}
