/** What a command is, and how its line is read. */
import type { EditionChart } from '../edition.ts'
import { CommandError, type Effects } from '../effects.ts'
import { suggest } from '../suggest.ts'

/** An option of a command: `--name`, or `--name VALUE` where it takes one. */
export interface Option {
  /** What stands for the value in the help; null for an option without one. */
  readonly value: string | null
  readonly help: string
  /** The values allowed; any where absent. */
  readonly choices?: readonly string[]
}

export interface Command {
  readonly name: string
  /** What follows the name: `FILE.csv | DIR`; empty for nothing. */
  readonly takes: string
  /** How many words it takes: fewest and most. */
  readonly words: readonly [number, number]
  /** One line for the overview. */
  readonly summary: string
  /** Paragraphs of help. */
  readonly help: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** Lines that can be typed as they are, each with what it does. */
  readonly examples: readonly (readonly [string, string])[]
  /** Does it; gives the exit code. */
  readonly run: (line: Line, effects: Effects, tools: Tools) => Promise<number>
}

/** The line of a command, read. */
export interface Line {
  readonly words: readonly string[]
  /** Options that take a value. */
  readonly values: Readonly<Record<string, string>>
  /** Options that take none. */
  readonly flags: ReadonlySet<string>
  /** The data folder. */
  readonly data: string
}

export interface Tools {
  /** The charts; loaded only by the command that needs them. */
  readonly charts: () => Promise<readonly EditionChart[]>
}

/** Options that every command takes. */
export const SHARED: Readonly<Record<string, Option>> = {
  data: { value: 'DIR', help: 'The data folder. Else DATA_DIR of the environment, else "data".' },
  help: { value: null, help: 'Show this help.' },
}

/** The command that was called wrongly: says how, and where the help is. Exit code 2. */
export const misuse = (message: string, command: string | null): CommandError =>
  new CommandError(`${message}\nSee: npm run data -- ${command === null ? '--help' : `${command} --help`}`, 2)

/** Reads the words behind a command's name. */
export function readLine(command: Command, given: readonly string[], dataDir: string): Line {
  const options: Readonly<Record<string, Option>> = { ...command.options, ...SHARED }
  const words: string[] = []
  const values: Record<string, string> = {}
  const flags = new Set<string>()
  const rest = [...given]
  let onlyWords = false
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (onlyWords || word === '-' || !word.startsWith('-')) {
      words.push(word)
      continue
    }
    if (word === '--') {
      onlyWords = true
      continue
    }
    const [typed = '', inline] = word === '-h' ? ['--help'] : splitOnce(word)
    const name = typed.replace(/^--?/, '')
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined || !typed.startsWith('--')) {
      const [near] = suggest(name, Object.keys(options))
      throw misuse(
        `${command.name} has no option ${typed}.${near === undefined ? '' : ` Did you mean --${near}?`}`,
        command.name,
      )
    }
    if (option.value === null) {
      if (inline !== undefined) throw misuse(`--${name} takes no value.`, command.name)
      flags.add(name)
      continue
    }
    const value = inline ?? rest.shift()
    if (value === undefined || (inline === undefined && value.startsWith('--')))
      throw misuse(`--${name} needs a value: --${name} ${option.value}.`, command.name)
    if (option.choices !== undefined && !option.choices.includes(value)) {
      const [near] = suggest(value, option.choices)
      throw misuse(
        `--${name} cannot be ${JSON.stringify(value)}. ${near === undefined ? `Write ${option.choices.join(', ')}.` : `Did you mean ${near}?`}`,
        command.name,
      )
    }
    values[name] = value
  }
  const [fewest, most] = command.words
  if (!flags.has('help')) {
    if (words.length < fewest) throw misuse(`${command.name} needs ${command.takes}.`, command.name)
    if (words.length > most)
      throw misuse(
        `${command.name} takes ${most === 0 ? 'nothing' : command.takes}, and ${JSON.stringify(words[most])} is too much.`,
        command.name,
      )
  }
  return { words, values, flags, data: values['data'] ?? dataDir }
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=')
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

const WIDTH = 92

/** The help of one command. */
export function helpOf(command: Command): string {
  const lines = [
    `npm run data -- ${[command.name, command.takes, '[options]'].filter((part) => part !== '').join(' ')}`,
    '',
  ]
  for (const paragraph of command.help) lines.push(...wrap(paragraph, WIDTH, '  '), '')
  lines.push('Options')
  for (const [name, option] of Object.entries({ ...command.options, ...SHARED })) {
    const typed = `--${name}${option.value === null ? '' : ` ${option.value}`}`
    const [first = '', ...more] = wrap(option.help, WIDTH - 26, '')
    lines.push(`  ${typed.padEnd(24)}${typed.length > 23 ? `\n${' '.repeat(26)}` : ''}${first}`)
    lines.push(...more.map((line) => `${' '.repeat(26)}${line}`))
  }
  lines.push('', 'Examples')
  for (const [line, what] of command.examples) lines.push(`  npm run data -- ${line}`, `      ${what}`)
  return `${lines.join('\n')}\n`
}

/** The overview of all commands. */
export function overview(commands: readonly Command[]): string {
  const lines = ['npm run data -- COMMAND [options]', '', 'Commands']
  for (const command of commands) lines.push(`  ${command.name.padEnd(10)}${command.summary}`)
  lines.push(
    '',
    'Exit codes: 0 all is well (warnings included), 1 something is wrong with the data or a file,',
    '2 the command was called wrongly, 130 stopped with Ctrl-C.',
    '',
    'Help on one: npm run data -- COMMAND --help',
  )
  return `${lines.join('\n')}\n`
}

/** Words broken into lines. */
export function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width - indent.length) {
      lines.push(indent + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(indent + line)
  return lines
}

const CODES = { bold: 1, red: 31, green: 32, yellow: 33, dim: 2 } as const

/** Text in a colour, on a terminal that shows colour. */
export const paint = (effects: Pick<Effects, 'colour'>, colour: keyof typeof CODES, text: string): string =>
  effects.colour ? `\u001b[${String(CODES[colour])}m${text}\u001b[0m` : text

/** "1 record", "3 records". */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

/** Rows as columns of text: numbers to the right, words to the left. */
export function textTable(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))))
  const right = head.map((_, column) => rows.every((row) => typeof row[column] !== 'string'))
  const widths = head.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)))
  const write = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        right[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [write(head), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(write)].join('\n')
}
