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
