/** The editor's commands: which there are, and how a line finds its own. */
import { CommandError, type Effects } from '../effects.ts'
import { DataError, formatProblems } from '../problem.ts'
import { suggest } from '../suggest.ts'
import { add } from './add.ts'
import { check } from './check.ts'
import { helpOf, misuse, overview, readLine, type Command, type Tools } from './command.ts'
import { edition } from './edition.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { places } from './places.ts'
import { report } from './report.ts'

export const COMMANDS: readonly Command[] = [check, add, importCommand, exportCommand, report, places, edition]

/** Runs a line, without the name of the program; gives the exit code. Everything a person should read is printed. */
export async function runData(
  argv: readonly string[],
  effects: Effects,
  tools: Tools,
  dataDir = 'data',
): Promise<number> {
  try {
    const [name, ...rest] = argv
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      const about = name === 'help' ? COMMANDS.find((command) => command.name === rest[0]) : undefined
      effects.out(about === undefined ? overview(COMMANDS) : helpOf(about))
      return name === undefined ? 2 : 0
    }
    const command = COMMANDS.find((one) => one.name === name)
    if (command === undefined) {
      const names = COMMANDS.map((one) => one.name)
      const [near] = suggest(name, names)
      throw misuse(
        `There is no command ${JSON.stringify(name)}. ${near === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${near}?`}`,
        null,
      )
    }
    const line = readLine(command, rest, dataDir)
    if (line.flags.has('help')) {
      effects.out(helpOf(command))
      return 0
    }
    return await command.run(line, effects, tools)
  } catch (error) {
    if (error instanceof DataError) {
      const errors = error.problems.filter((problem) => problem.level === 'error')
      effects.err(`${formatProblems(errors, { colour: effects.colour })}\n`)
      return error.exitCode
    }
    if (error instanceof CommandError) {
      effects.err(`${error.message}\n`)
      return error.exitCode
    }
    throw error
  }
}
