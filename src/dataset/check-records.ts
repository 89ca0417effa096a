/** What the fields of one record say together. */
import type { Reading } from './load-contents.ts'
import type { Problem } from './problem.ts'

/** Numbers of attacks, attribution and attackers that contradict one another. */
export function checkRecords(reading: Reading): Problem[] {
  const problems: Problem[] = []
  for (const entry of reading.incidents) {
    const { kind, attacks, attackers, attackerSide, attribution } = entry.value
    const add = (code: string, field: string, message: string): void => {
      problems.push(reading.problem('error', code, entry, [field], message))
    }
    if (kind !== 'event' && attacks === 0)
      add(
        'no-attacks',
        'attacks',
        `0 is for events, and this is of kind ${JSON.stringify(kind)}. Write 1, the number of a batch, or null where a batch gives none.`,
      )
    const named = attackers.length > 0 || attackerSide !== null
    if (attribution === 'none' && named)
      add(
        'attribution',
        'attribution',
        '"none" says that nobody is named, and attackers or attackerSide names somebody. Write "attributed", "suspected" or "claimed".',
      )
    if (attribution === 'claimed' && attackers.length === 0)
      add(
        'attribution',
        'attribution',
        '"claimed" says that the attacker speaks, and attackers is empty. Name who claims it.',
      )
    if (attribution === 'attributed' && !named)
      add(
        'attribution',
        'attribution',
        '"attributed" says that somebody is named, and attackers and attackerSide are empty. Name the actor or the side, or write "none".',
      )
    if (attackers.length > 0 && attackerSide !== null)
      add(
        'attacker-side',
        'attackerSide',
        'attackerSide stands in for attackers where no group is named. Remove one of the two.',
      )
  }
  return problems
}
