/** `import`: changes from a spreadsheet, shown first and written only when asked. */
import { join } from 'node:path'
import { checkData } from '../check.ts'
import { CsvProblem, LARGEST_CSV, readCsv } from '../csv.ts'
import { createDataset } from '../dataset.ts'
import { formatDifference, type Difference } from '../diff.ts'
import { CommandError, heed, overlay, readFile, writeAll, type Effects } from '../effects.ts'
import { kindOf, planImport, type CsvFile, type CsvKind, type ImportPlan, type PlannedRecord } from '../import.ts'
import { DataError, formatProblems, sortProblems, type Problem } from '../problem.ts'
import { formatRecord, readDrafts, recordPath } from '../record.ts'
import { counted, misuse, paint, type Command } from './command.ts'
import { progressOf } from './progress.ts'

const NAMES: Readonly<Record<CsvKind, string>> = {
  incidents: 'incidents.csv',
  accounts: 'accounts.csv',
  sources: 'sources.csv',
}

export const importCommand: Command = {
  name: 'import',
  takes: 'FILE.csv | DIR',
  words: [1, 1],
  summary: 'Take changes from a spreadsheet: a dry run, then --write.',
  help: [
    'Reads one CSV file, or a folder with incidents.csv, accounts.csv and sources.csv (any of them), and shows what would change, record by record and field by field. Nothing is written without --write. If anything is wrong, nothing is written at all.',
    'Rows are matched by id. A column that is not there leaves its field alone; an empty cell empties it. Rows may be left out of incidents.csv; in accounts.csv and sources.csv the rows of an id are its whole list. A new id makes a new record, which needs rows in all three files.',
    'Records that were published need a note on what was changed and why: --what and --why add it to every record that changes, with the fields before and after.',
  ],
  options: {
    write: { value: null, help: 'Write the records.' },
    what: { value: 'TEXT', help: 'The revision note: what changed, as a sentence.' },
    why: { value: 'TEXT', help: 'The revision note: why, with the source in words.' },
    format: { value: 'FORMAT', choices: ['text', 'json'], help: 'text (as is) or json, for machines.' },
  },
  examples: [
    ['import work', 'What would the edited files of an export change?'],
    ['import work/incidents.csv --write', 'Write changes of that file.'],
    [
      'import work --write --what "Place corrected." --why "The claim names Al-Harir."',
      'Write, with a revision note in every record that changes.',
    ],
  ],
  run: async (line, effects) => {
    const [path = ''] = line.words
    const { what, why } = line.values
    if ((what === undefined) !== (why === undefined))
      throw misuse('A revision note needs both --what and --why.', 'import')
    const files = readFiles(path, effects)
    heed(effects)
    const progress = progressOf(effects, 'Reading records')
    const before = checkData(line.data, { files: effects.disk, progress: progress.step, warnings: false })
    progress.end()
    const plan = planImport(files, {
      existing: readDrafts(line.data, effects.disk),
      dataset: before.contents === null ? null : createDataset(before.contents),
      today: effects.today,
      revision: what === undefined || why === undefined ? null : { what, why },
    })
    const contents = new Map(
      plan.records.map(({ id, after }) => [join(line.data, recordPath(id)), formatRecord(after)]),
    )
    const problems = checked(plan, line.data, contents, effects)
    const errors = problems.filter((problem) => problem.level === 'error')
    const write = line.flags.has('write') && errors.length === 0 && plan.records.length > 0
    const json = line.values['format'] === 'json'
    if (errors.length > 0) {
      if (json) effects.out(asJson(plan, problems, false))
      else {
        effects.out(`${formatProblems(errors, { colour: effects.colour })}\n\n`)
        effects.out(`${paint(effects, 'red', `${counted(errors.length, 'error')}. Nothing was written.`)}\n`)
      }
      return 1
    }
    if (!json) effects.out(formatPlan(plan, problems, effects))
    heed(effects)
    if (write) writeAll(effects, line.data, contents)
    if (json) effects.out(asJson(plan, problems, write))
    else if (write) effects.out(`${paint(effects, 'green', `Wrote ${counted(contents.size, 'record')}.`)}\n`)
    else if (plan.records.length > 0) effects.out('Nothing was written. Add --write to write it.\n')
    return 0
  },
}

function readFiles(path: string, effects: Pick<Effects, 'disk'>): CsvFile[] {
  const there = effects.disk.stat(path)
  if (there === null) throw new CommandError(`There is no file or folder ${JSON.stringify(path)}.`)
  const paths: { path: string; kind: CsvKind | null }[] = []
  if (there.kind === 'folder') {
    for (const kind of Object.keys(NAMES) as CsvKind[]) {
      const file = join(path, NAMES[kind])
      if (effects.disk.stat(file)?.kind === 'file') paths.push({ path: file, kind })
    }
    if (paths.length === 0) throw new CommandError(`${path} holds none of incidents.csv, accounts.csv and sources.csv.`)
  } else paths.push({ path, kind: null })
  const problems: Problem[] = []
  const files = paths.flatMap(({ path, kind }): CsvFile[] => {
    const name = path.replaceAll('\\', '/')
    try {
      // A file that is too large is not even read.
      const size = effects.disk.stat(path)?.size ?? 0
      const table = readCsv(size > LARGEST_CSV ? new Uint8Array(size) : readFile(effects, path))
      return [{ name, kind: kind ?? kindOf(table.columns), table }]
    } catch (error) {
      if (!(error instanceof CsvProblem)) throw error
      const { line, column, message } = error
      problems.push({ level: 'error', code: 'not-csv', file: name, line, column, field: null, message })
      return []
    }
  })
  if (problems.length > 0) throw new DataError(problems)
  return files
}

/** What is wrong with the plan: in the cells, or in the data as it would be, told at the cells where it comes from them. */
function checked(
  plan: ImportPlan,
  dir: string,
  contents: ReadonlyMap<string, string>,
  effects: Effects,
): readonly Problem[] {
  const progress = progressOf(effects, 'Checking')
  const result = checkData(dir, { files: overlay(effects.disk, contents), progress: progress.step })
  progress.end()
  const planned = new Map(
    plan.records.map((record) => [join(dir, recordPath(record.id)).replaceAll('\\', '/'), record]),
  )
  const found = result.problems.flatMap((problem): Problem[] => {
    const record = planned.get(problem.file)
    if (record === undefined) return problem.level === 'error' ? [problem] : []
    const { file, column, at } = record.locate(problem.field)
    return [{ ...problem, file, ...at, field: column ?? problem.field, message: inCells(problem.message) }]
  })
  // A cell that could not be read is told once: what the record lacks for it is no second problem.
  const key = ({ file, line, column }: Problem): string => [file, line, column].join(':')
  const told = new Set(plan.problems.filter((problem) => problem.level === 'error').map(key))
  const aboutSources = plan.problems.some(({ code }) => code === 'source-gone' || code === 'no-source')
  return sortProblems([
    ...plan.problems,
    ...found.filter((problem) => !told.has(key(problem)) && !(aboutSources && problem.code === 'no-such-source')),
  ])
}

// The checker speaks of JSON; a cell has no quotes, and null is an empty one.
const inCells = (message: string): string =>
  message
    .replace(/^null is not allowed for "[^"]*"\./, 'The cell is empty.')
    .replace('text in double quotes', 'text')
    .replace('a number without quotes', 'a number')
    .replace(/, or null(?: where [a-z ]+ known)?(?=\.)/, ', or leave the cell empty')

function formatPlan(plan: ImportPlan, problems: readonly Problem[], effects: Effects): string {
  const lines: string[] = []
  for (const record of plan.records) {
    const { file, at } = record.locate(null)
    const mark = record.before === null ? paint(effects, 'green', '+ new') : paint(effects, 'yellow', '~')
    lines.push(`${mark} ${paint(effects, 'bold', record.id)}  ${paint(effects, 'dim', `${file}:${String(at.line)}`)}`)
    for (const difference of shownDifferences(record)) lines.push(`    ${formatDifference(difference)}`)
  }
  if (lines.length > 0) lines.push('')
  if (problems.length > 0) lines.push(formatProblems(problems, { colour: effects.colour }), '')
  const added = plan.records.filter(({ before }) => before === null).length
  const changed = plan.records.length - added
  const fields = plan.records.reduce(
    (sum, { before, differences }) => sum + (before === null ? 0 : differences.length),
    0,
  )
  lines.push(
    plan.records.length === 0
      ? `Nothing changes: ${counted(plan.unchanged, 'record')} read, all as they are.`
      : `${counted(changed, 'record changes', 'records change')} (${counted(fields, 'field')}), ${counted(added, 'is new', 'are new')}, ${counted(plan.unchanged, 'stays as it is', 'stay as they are')}.`,
  )
  if (changed > 0 && !plan.records.every(({ before, after }) => before === null || hasNewNote(before, after)))
    lines.push('A published record that changes needs a revision note: add --what and --why, or write it in the file.')
  return `${lines.join('\n')}\n`
}

const hasNewNote = (before: PlannedRecord['after'], after: PlannedRecord['after']): boolean => {
  const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0)
  return count(after['revisions']) > count(before['revisions'])
}

// Of a new record, what was filled in.
const shownDifferences = ({ before, after, differences }: PlannedRecord): readonly Difference[] =>
  before !== null
    ? differences
    : differences.filter(
        ({ field, after: value }) =>
          field !== '$schema' &&
          after[field] !== false &&
          value !== null &&
          value !== false &&
          !(Array.isArray(value) && value.length === 0),
      )

const asJson = (plan: ImportPlan, problems: readonly Problem[], written: boolean): string =>
  `${JSON.stringify(
    {
      written,
      changed: plan.records.filter(({ before }) => before !== null).map(({ id, differences }) => ({ id, differences })),
      added: plan.records.filter(({ before }) => before === null).map(({ id, after }) => ({ id, record: after })),
      unchanged: plan.unchanged,
      problems,
    },
    null,
    2,
  )}\n`
