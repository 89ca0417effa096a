/** Stacks: a count taken apart by evidence and by who acted, so that the parts add up to the whole. */
import { countAttacks } from '../dataset/count.ts'
import type { Incident } from '../dataset/dataset.ts'
import { COLOURS, EVIDENCE_ORDER, keysOf, type Colour, type EvidenceLevel } from '../dataset/vocabulary.ts'

/** What one level of evidence and one hue add to a count. */
export interface Part {
  readonly evidence: EvidenceLevel
  readonly colour: Colour
  readonly count: number
}

/**
 * The parts of a count, from the strongest evidence up, each level by hue. A level's parts add up to what `attacksByEvidence` gives it,
 * and all parts to `countAttacks(selection).count`. Parts of nothing are left out.
 */
export function partsOf(selection: readonly Incident[]): Part[] {
  const parts: Part[] = []
  const taken: Incident[] = []
  let before = 0
  for (const evidence of EVIDENCE_ORDER) {
    for (const colour of keysOf(COLOURS)) {
      const own = selection.filter((incident) => incident.evidence.level === evidence && incident.colour === colour)
      if (own.length === 0) continue
      taken.push(...own)
      const now = countAttacks(taken).count
      if (now > before) parts.push({ evidence, colour, count: now - before })
      before = now
    }
  }
  return parts
}

/** The sum of parts. */
export const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.count, 0)

/** The sum of the parts of one level. */
export const levelOf = (parts: readonly Part[], evidence: EvidenceLevel): number =>
  sumOf(parts.filter((part) => part.evidence === evidence))

/** "18 confirmed, 3 claimed": levels that have any. */
export const levelsInWords = (parts: readonly Part[]): string =>
  EVIDENCE_ORDER.flatMap((level) => {
    const count = levelOf(parts, level)
    return count === 0 ? [] : [`${count} ${level}`]
  }).join(', ')
