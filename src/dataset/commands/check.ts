/** `check`: everything that is wrong or weak in the data. */
import { checkData } from '../check.ts'
import { heed } from '../effects.ts'
import { formatProblems, sortProblems, type Problem } from '../problem.ts'
import { checkSince } from '../since.ts'
import { counted, paint, type Command } from './command.ts'
import { progressOf } from './progress.ts'

export const check: Command = {
  name: 'check',
  takes: '',
  words: [0, 0],
  summary: 'Say everything that is wrong or weak in the data.',
  help: [
    'Reads every file of the data folder and says all problems at once: file, line, column, field, what is wrong and what would be right. It never writes.',
    'Errors must be put right before anything is built. Warnings name what is allowed and weak: a single source, copies only, no place, likely doubles. They are summed up; --verbose lists them.',
    'With --since, a record that was published then and has changed must carry a new revision note.',
  ],
  options: {
    format: { value: 'FORMAT', choices: ['text', 'json'], help: 'text (as is) or json, for machines.' },
    verbose: { value: null, help: 'List every warning.' },
    since: { value: 'REF', help: 'A tag, branch or commit of git to compare with.' },
  },
  examples: [
    ['check', 'Errors in full, warnings summed up.'],
    ['check --verbose | less', 'Every warning too.'],
    ['check --since v1.0.0', 'Are all corrections since that version told?'],
  ],
  run: async (line, effects) => {
    heed(effects)
    const progress = progressOf(effects, 'Reading records')
    const result = checkData(line.data, { files: effects.disk, progress: progress.step })
    progress.end()
    const since = line.values['since']
    const untold = since === undefined ? [] : checkSince(line.data, since, effects)
    const problems = sortProblems([...result.problems, ...untold])
    const errors = problems.filter((problem) => problem.level === 'error')
    const warnings = problems.filter((problem) => problem.level === 'warning')
    const counts = { ...result.counts, errors: errors.length, warnings: warnings.length }
    if (line.values['format'] === 'json') {
      effects.out(`${JSON.stringify({ ok: errors.length === 0, counts, problems }, null, 2)}\n`)
      return errors.length === 0 ? 0 : 1
    }
    const shown = line.flags.has('verbose') ? problems : errors
    if (shown.length > 0) effects.out(`${formatProblems(shown, { colour: effects.colour })}\n\n`)
    if (!line.flags.has('verbose') && warnings.length > 0) {
      for (const { code, count } of countCodes(warnings))
        effects.out(`${paint(effects, 'yellow', String(count).padStart(6))}  ${WORDS[code] ?? code}\n`)
      effects.out('        (npm run data -- check --verbose lists them)\n\n')
    }
    const total = `${counted(counts.incidents, 'record')}, ${counted(errors.length, 'error')}, ${counted(warnings.length, 'warning')}.`
    effects.out(`${paint(effects, errors.length > 0 ? 'red' : 'green', total)}\n`)
    return errors.length === 0 ? 0 : 1
  },
}

const WORDS: Readonly<Record<string, string>> = {
  'single-source': 'rest on one source',
  'copies-only': 'rest on mirrors and aggregators only',
  unlocated: 'have neither a place nor a position',
  'possible-double': 'may be doubles of another record',
  'source-before-event': 'sources are dated before the event',
}

function countCodes(problems: readonly Problem[]): { code: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}
