/** `add`: a new record, asked or given. */
import { join } from 'node:path'
import { askRecord, completeDraft, idOfDraft } from '../add.ts'
import { checkData } from '../check.ts'
import { CommandError, heed, overlay, readFile, writeAll, type Effects } from '../effects.ts'
import { offsetOf, placeOf, readJson } from '../json.ts'
import { loadDataset } from '../load.ts'
import { DataError, formatProblems, type Problem } from '../problem.ts'
import { formatRecord, readDrafts, recordPath, type Draft } from '../record.ts'
import { paint, type Command } from './command.ts'

export const add: Command = {
  name: 'add',
  takes: '',
  words: [0, 0],
  summary: 'Add a record: asked field by field, or from JSON.',
  help: [
    'Asks for each field, with choices and with search over places, actors and parties; shows the record and what the checker says of it; and writes it only when it is valid and you agree.',
    'With --json it takes the record from a file, or from the input with --json -. Fields that nothing is known of may be left out. The id is made from the day and the place or vessel, and "recorded" is today.',
  ],
  options: { json: { value: 'FILE | -', help: 'Take the record from JSON, and ask nothing.' } },
  examples: [
    ['add', 'Asks.'],
    ['add --json new.json', 'From a file.'],
    ['add --json - < new.json', 'From the input.'],
  ],
  run: async (line, effects) => {
    const from = line.values['json']
    const dataset = loadDataset(line.data, effects.disk)
    const given = from === undefined ? null : await readGiven(from, effects)
    const draft =
      given === null
        ? await askRecord({ ask: effects.ask, tell: effects.err }, dataset, effects.today)
        : completeDraft(given.draft, effects.today)
    const existing = readDrafts(line.data, effects.disk)
    const id = idOfDraft(draft, (candidate) => existing.has(candidate))
    const path = join(line.data, recordPath(id))
    const content = formatRecord(draft)
    heed(effects)
    const shown = path.replaceAll('\\', '/')
    const { problems } = checkData(line.data, { files: overlay(effects.disk, new Map([[path, content]])) })
    const own = problems
      .filter((problem) => problem.level === 'error' || problem.file === shown)
      .map((problem) => (given === null || problem.file !== shown ? problem : inGiven(problem, given)))
    const errors = own.filter((problem) => problem.level === 'error')
    if (errors.length > 0) {
      if (given === null) effects.out(content)
      effects.err(`${formatProblems(errors, { colour: effects.colour })}\n\nNothing was written.\n`)
      if (from === undefined)
        effects.err(
          'Your answers stand above. Put them right in a file and give it to: npm run data -- add --json FILE\n',
        )
      return 1
    }
    effects.out(content)
    tellWarnings(own, effects)
    if (given === null) {
      const answer = await effects.ask(`Write ${shown}? [y/N] `)
      if (answer === null || !/^y(es)?$/i.test(answer.trim())) {
        effects.err('Nothing was written.\n')
        return 0
      }
    }
    writeAll(effects, line.data, new Map([[path, content]]))
    effects.err(`${paint(effects, 'green', `Wrote ${shown}`)}\n`)
    return 0
  },
}

function tellWarnings(problems: readonly Problem[], effects: Effects): void {
  if (problems.length > 0) effects.err(`${formatProblems(problems, { colour: effects.colour })}\n`)
}

/** JSON as it was given. */
interface Given {
  readonly name: string
  readonly text: string
  readonly draft: Draft
}

// A problem of the record where it stands in what was given; at what holds it where it was left out.
function inGiven(problem: Problem, given: Given): Problem {
  const path = (problem.field ?? '')
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  return { ...problem, file: given.name, ...placeOf(given.text, offsetOf(given.text, path)) }
}

async function readGiven(from: string, effects: Effects): Promise<Given> {
  const name = from === '-' ? 'input' : from.replaceAll('\\', '/')
  const { text, value, problems } = readJson(from === '-' ? await effects.input() : readFile(effects, from))
  const errors = problems.filter((problem) => problem.level === 'error')
  if (errors.length > 0)
    throw new DataError(
      errors.map(({ place, ...problem }) => ({
        ...problem,
        file: name,
        line: place?.line ?? null,
        column: place?.column ?? null,
      })),
    )
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new CommandError(`${name} must hold one record: a group of fields in { }.`)
  return { name, text, draft: value as Draft }
}
