/** The checker: everything that is wrong or weak in a data folder, at once. It reads, and nothing else. */
import { checkDates } from './check-dates.ts'
import { findDoubles } from './check-doubles.ts'
import { landOutlines, type Outlines } from './check-land.ts'
import { checkIds, checkTies } from './check-links.ts'
import { checkPlaces } from './check-places.ts'
import { checkRecords } from './check-records.ts'
import { findWeakRecords } from './check-warnings.ts'
import type { Contents } from './dataset.ts'
import { contentsOf, readContents, type Memory } from './load-contents.ts'
import { diskFiles, type DataFiles } from './load-files.ts'
import { sortProblems, type Problem } from './problem.ts'

/** What the checker needs from outside; each has a default. */
export interface CheckEffects {
  /** Where files are read from; the disk. */
  readonly files?: DataFiles
  /** The outlines of land; Natural Earth's at 1:10m, read on first use. */
  readonly outlines?: () => Outlines
  /** Called now and then while records are read. */
  readonly progress?: (done: number, total: number) => void
  /** False to leave warnings out, as a build does. */
  readonly warnings?: boolean
  /** What earlier checks of the same folder found right; filled by this one. */
  readonly memory?: Memory
}

export interface CheckResult {
  /** Errors and warnings, by file and line. */
  readonly problems: readonly Problem[]
  /** What the folder holds; null where there is an error. */
  readonly contents: Contents | null
  readonly counts: {
    readonly errors: number
    readonly warnings: number
    /** Records read and right by themselves. */
    readonly incidents: number
    readonly actors: number
    readonly relations: number
    readonly places: number
    readonly parties: number
    readonly points: number
  }
}

/** Check a data folder. Never throws for what the data holds, never writes. */
export function checkData(dir: string, effects: CheckEffects = {}): CheckResult {
  const reading = readContents(dir, effects.files ?? diskFiles, effects.progress, effects.memory ?? null)
  const problems = [
    ...reading.problems,
    ...checkIds(reading),
    ...checkTies(reading),
    ...checkDates(reading),
    ...checkRecords(reading),
    ...checkPlaces(reading, effects.outlines ?? landOutlines),
    ...(effects.warnings === false ? [] : [...findDoubles(reading), ...findWeakRecords(reading)]),
  ]
  const errors = problems.filter((problem) => problem.level === 'error').length
  return {
    problems: sortProblems(problems),
    contents: errors === 0 ? contentsOf(reading) : null,
    counts: {
      errors,
      warnings: problems.length - errors,
      incidents: reading.incidents.length,
      actors: reading.actors.length,
      relations: reading.relations.length,
      places: reading.places.length,
      parties: reading.parties.length,
      points: reading.points.length,
    },
  }
}
