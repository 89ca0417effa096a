/** A problem of the data: where, what, and what would be right. */

export interface Problem {
  readonly level: 'error' | 'warning'
  /** Stable name of the kind of problem, for machines. */
  readonly code: string
  /** The file, relative to where the command was started; with forward slashes. */
  readonly file: string
  /** From 1; null where the problem is of the file as a whole. */
  readonly line: number | null
  readonly column: number | null
  /** The field as a path: `weapons[0]`, `date.start`; null for the file as a whole. */
  readonly field: string | null
  /** What is wrong and what would be right, in one or two sentences. */
  readonly message: string
}

/** Invalid data: carries every problem and the exit code of the command. */
export class DataError extends Error {
  readonly problems: readonly Problem[]
  readonly exitCode: number
  constructor(problems: readonly Problem[], exitCode = 1) {
    super(formatProblems(problems.filter((problem) => problem.level === 'error')))
    this.name = 'DataError'
    this.problems = problems
    this.exitCode = exitCode
  }
}

const paint = (on: boolean, code: number, text: string): string =>
  on ? `\u001b[${String(code)}m${text}\u001b[0m` : text

/** Problems as text, two lines each: `file:line:column  field` and the message. */
export function formatProblems(problems: readonly Problem[], options: { readonly colour?: boolean } = {}): string {
  const colour = options.colour === true
  return problems
    .map((problem) => {
      const where = [problem.file, problem.line, problem.line === null ? null : problem.column]
        .filter((part) => part !== null)
        .join(':')
      const head = paint(colour, problem.level === 'error' ? 31 : 33, where)
      return `${head}${problem.field === null ? '' : `  ${problem.field}`}\n  ${problem.message}`
    })
    .join('\n')
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Problems in reading order: by file, line and column; those of a file as a whole first. */
export const sortProblems = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  )

// What a kind of warning counts, for the summary: one, and many.
const SUMMARIES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'possible-double': ['pair that may be one event', 'pairs that may be one event'],
  'single-source': ['record with a single source', 'records with a single source'],
  'copies-only': ['record known from mirrors or aggregators only', 'records known from mirrors or aggregators only'],
  unlocated: ['record without a place', 'records without a place'],
  'source-before-event': ['page dated before what it tells', 'pages dated before what they tell'],
  'byte-order-mark': ['file with a byte-order mark', 'files with a byte-order mark'],
  unexpected: ['file that is no part of the data', 'files that are no part of the data'],
}

/** Warnings as counts, most first, a line each: `412 records with a single source`. */
export function summariseWarnings(problems: readonly Problem[]): string {
  const counts = new Map<string, number>()
  for (const { level, code } of problems) if (level === 'warning') counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .sort(([codeA, a], [codeB, b]) => b - a || compare(codeA, codeB))
    .map(([code, count]) => `${String(count)} ${SUMMARIES[code]?.[count === 1 ? 0 : 1] ?? code}`)
    .join('\n')
}
