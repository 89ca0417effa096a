/**
 * `add` on a terminal, as a person meets it: the program runs behind a pseudo-terminal that `script` of util-linux (or BSD) opens, each
 * question is waited for and answered, and Ctrl-C is the key, not a signal.
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let data = ''
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'add-'))
  cpSync(join(import.meta.dirname, '..', 'fixtures', 'base'), data, { recursive: true })
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

const files = (): string[] => readdirSync(data, { recursive: true, encoding: 'utf8' }).sort()

/** What to type once a text has shown; null types nothing and ends the input. */
type Turn = readonly [shown: string | RegExp, typed: string]

interface Talk {
  readonly code: number | null
  /** All that stood on the terminal, without its control sequences. */
  readonly screen: string
}

/** Holds a conversation with `add` on a terminal. */
function talk(turns: readonly Turn[]): Promise<Talk> {
  const command = [process.execPath, 'scripts/data.ts', 'add', '--data', data]
  const args =
    process.platform === 'linux'
      ? ['-q', '-e', '-c', command.map((word) => `'${word}'`).join(' '), '/dev/null']
      : ['-q', '/dev/null', ...command]
  return new Promise((done, failed) => {
    const child = spawn('script', args, { env: { ...process.env, NO_COLOR: '', TERM: 'xterm' } })
    let screen = ''
    let from = 0
    let next = 0
    child.stdout.on('data', (bytes: Buffer) => {
      screen += bytes
        .toString()
        .replaceAll('\r', '')
        .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
      const turn = turns[next]
      if (turn === undefined) return
      const [shown, typed] = turn
      const found = typeof shown === 'string' ? screen.indexOf(shown, from) : screen.slice(from).search(shown)
      if (found < 0) return
      from = screen.length
      next++
      child.stdin.write(typed)
    })
    child.once('error', failed)
    child.once('close', (code) => {
      if (next === turns.length) done({ code, screen })
      else failed(new Error(`"${String(turns[next]?.[0])}" never showed. The terminal:\n${screen}`))
    })
  })
}

const QUESTIONS = /: $/
const WHOLE: readonly Turn[] = [
  ['Day (', '2023-13-01\n'],
  ['is not a day', '2023-11-20\n'],
  ['Time of day', 'evening\n'],
  ['number or word: ', 'atack\n'],
  ['Did you mean "attack"?', 'attack\n'],
  ['Title', '?\n'],
  ['Title', 'Rockets at <b>Erbil</b> air base\n'],
  ['Title', 'Rockets at Erbil air base\n'],
  ['number or word: ', 'iraq\n'],
  ['Place (words to search)', 'nowhere at all\n'],
  ['Nothing answers that', 'erbil air\n'],
  ['number, or other words', '1\n'],
  ['The place in the words', '\n'],
  ['number or word: ', 'base\n'],
  ['Whose it is', '\n'],
  ['The target in the words', '\n'],
  ['Whose forces', '\n'],
  ['Who is said to have acted', '\n'],
  ['number or word: ', '\n'],
  ['The attacker in the words', '\n'],
  ['number or word: ', 'none\n'],
  ['numbers or words', 'rocket\n'],
  ['How many were launched', '2+\n'],
  ['number or word: ', '\n'],
  ['Damage', '\n'],
  ['Killed', '0\n'],
  ['Wounded', '\n'],
  ['Whose dead', '\n'],
  ['Who counted', '\n'],
  ['How many attacks', '\n'],
  ['Source 1', 'javascript:alert(1)\n'],
  ['is not a web address', 'https://example.org/erbil\n'],
  ['Publisher', 'Example Wire\n'],
  ['Day of publication', '2023-11-21\n'],
  ['number or word: ', '\n'],
  ['Source 2', '\n'],
  ['Account 1', 'defense\n'],
  [QUESTIONS, '1\n'],
  ['number or word: ', 'confirms\n'],
  ['number or word: ', 'own-knowledge\n'],
  ['What it said', '\n'],
  ['Account 2', '\n'],
  ['A doubt', '\n'],
  ['What else', '\n'],
]

test('asks field by field with choices and search, shows the record, and writes it once it is agreed', async () => {
  const before = files()
  const { code, screen } = await talk([...WHOLE, ['[y/N]', 'y\n']])
  const path = 'incidents/2023/2023-11-20-erbil-air-base-1.json'
  expect(files().filter((name) => !before.includes(name))).toEqual([path])
  expect(JSON.parse(readFileSync(join(data, path), 'utf8'))).toMatchObject({
    date: { start: '2023-11-20', end: '2023-11-20', precision: 'day', timeNote: 'evening' },
    kind: 'attack',
    title: 'Rockets at Erbil air base',
    place: { id: 'erbil-air-base' },
    weapons: ['rocket'],
    munitions: { low: 2, high: null },
    casualties: { killed: { low: 0, high: 0 }, wounded: null },
    sources: [{ url: 'https://example.org/erbil', publisher: 'Example Wire', date: '2023-11-21', via: 'original' }],
    accounts: [{ stance: 'confirms', basis: 'own-knowledge', sources: [0] }],
  })
  expect(screen).toMatch(/"title": "Rockets at Erbil air base",[^]*Write [^\n]*\[y\/N\] y[^]*Wrote /)
  expect(code).toBe(0)
})

test('writes nothing where the person does not agree', async () => {
  const before = files()
  const { code, screen } = await talk([...WHOLE, ['[y/N]', '\n']])
  expect(screen).toContain('Nothing was written.')
  expect(code).toBe(0)
  expect(files()).toEqual(before)
})

test.each([
  ['at the first question', 1],
  ['half-way', 20],
  ['with the finished record on the screen', WHOLE.length],
])('Ctrl-C %s: says so, exit code 130, and leaves nothing', async (_, turns) => {
  const before = files()
  const last: Turn = turns === WHOLE.length ? ['[y/N]', '\u0003'] : [QUESTIONS, '\u0003']
  const { code, screen } = await talk([...WHOLE.slice(0, turns), last])
  expect(screen).toContain('Stopped. Nothing was written.')
  expect(code).toBe(130)
  expect(files()).toEqual(before)
})

test('where the input is no terminal and ends, it says so and writes nothing', async () => {
  const before = files()
  const { code, said } = await new Promise<{ code: number | null; said: string }>((done) => {
    const child = spawn(process.execPath, ['scripts/data.ts', 'add', '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.once('close', (code) => done({ code, said }))
  })
  expect(said).toContain('The input ended before the record was complete. Nothing was written.')
  expect(said).not.toContain('\u001b')
  expect(code).toBe(1)
  expect(files()).toEqual(before)
})
