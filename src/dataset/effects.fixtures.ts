/** Effects for tests: a disk in memory, answers written beforehand, output caught. */
import type { Disk, Effects } from './effects.ts'
import { memoryFiles } from './load-files.ts'

const failure = (code: string): Error => Object.assign(new Error(code), { code })

/** A disk in memory. `fail` may throw before an operation, as a full or read-only disk does. */
export function memoryDisk(
  files: Map<string, Uint8Array>,
  fail: (operation: 'write' | 'rename' | 'makeFolder' | 'remove', path: string) => string | null = () => null,
): Disk {
  const encode = (content: Uint8Array | string) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content
  const attempt = (operation: 'write' | 'rename' | 'makeFolder' | 'remove', path: string) => {
    const code = fail(operation, path)
    if (code !== null) throw failure(code)
  }
  const reading = memoryFiles(files)
  return {
    ...reading,
    stat: (path) => {
      const content = files.get(path)
      if (content !== undefined) return { kind: 'file', size: content.length }
      return [...files.keys()].some((file) => file.startsWith(`${path}/`)) ? { kind: 'folder', size: 0 } : null
    },
    makeFolder: (path) => {
      attempt('makeFolder', path)
      return null
    },
    write: (path, content) => {
      attempt('write', path)
      files.set(path, encode(content))
    },
    rename: (from, to) => {
      attempt('rename', to)
      const content = files.get(from)
      if (content === undefined) throw failure('ENOENT')
      files.delete(from)
      files.set(to, content)
    },
    remove: (path) => {
      attempt('remove', path)
      for (const file of [...files.keys()]) if (file === path || file.startsWith(`${path}/`)) files.delete(file)
    },
  }
}

export interface CaughtEffects extends Effects {
  /** All that went to the output. */
  readonly output: () => string
  /** All that went to the error output. */
  readonly errors: () => string
}

/** Effects on a disk, with answers to questions in order; after the last the input has ended. */
export function testEffects(
  disk: Disk,
  options: {
    readonly answers?: readonly string[]
    readonly input?: string
    readonly git?: Effects['git']
    readonly signal?: AbortSignal
  } = {},
): CaughtEffects {
  let output = ''
  let errors = ''
  const answers = [...(options.answers ?? [])]
  return {
    disk,
    out: (text) => void (output += text),
    err: (text) => void (errors += text),
    colour: false,
    terminal: false,
    ask: (question) => {
      errors += question
      return Promise.resolve(answers.shift() ?? null)
    },
    input: () => Promise.resolve(new TextEncoder().encode(options.input ?? '')),
    git: options.git ?? (() => null),
    today: '2026-12-01',
    signal: options.signal ?? new AbortController().signal,
    output: () => output,
    errors: () => errors,
  }
}
