/**
 * What a command may do to the world: read and write files, print, ask, know the day, be told to stop. Commands take this object
 * instead of reaching for the process, so that they are tested without mocks.
 */
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { diskFiles, type DataFiles } from './load-files.ts'

/** A file system, as much of it as commands need. Paths are as given; every call throws what Node throws. */
export interface Disk extends DataFiles {
  /** What stands there: null where nothing does. */
  readonly stat: (path: string) => { readonly kind: 'file' | 'folder' | 'other'; readonly size: number } | null
  /** Makes a folder and the folders that hold it; gives the outermost one made, or null where all stood. */
  readonly makeFolder: (path: string) => string | null
  readonly write: (path: string, content: Uint8Array | string) => void
  readonly rename: (from: string, to: string) => void
  /** Removes a file, or a folder with what it holds; silent where nothing stands there. */
  readonly remove: (path: string) => void
}

export interface Effects {
  readonly disk: Disk
  /** Writes to the output: results only. */
  readonly out: (text: string) => void
  /** Writes to the error output: progress, questions, complaints. */
  readonly err: (text: string) => void
  /** Whether the output is a terminal that shows colour. */
  readonly colour: boolean
  /** Whether the error output is a terminal, for progress that rewrites its line. */
  readonly terminal: boolean
  /** Asks a person; null where the input has ended. Rejects with `Stopped` on Ctrl-C. */
  readonly ask: (question: string) => Promise<string | null>
  /** All of the standard input. */
  readonly input: () => Promise<Uint8Array>
  /** Runs git and gives its output; null where git fails or is not there. */
  readonly git: (args: readonly string[]) => string | null
  /** The local day, YYYY-MM-DD. */
  readonly today: string
  /** Aborted when the person presses Ctrl-C. */
  readonly signal: AbortSignal
}

/** A command that cannot go on: a sentence for the person, and the exit code. 1: the data or the disk; 2: how it was called. */
export class CommandError extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode = 1) {
    super(message)
    this.name = 'CommandError'
    this.exitCode = exitCode
  }
}

/** The person pressed Ctrl-C. */
export class Stopped extends CommandError {
  constructor() {
    super('Stopped. Nothing was written.', 130)
    this.name = 'Stopped'
  }
}

/** Throws `Stopped` where the person has pressed Ctrl-C. Called between steps, never within a write. */
export function heed(effects: Pick<Effects, 'signal'>): void {
  if (effects.signal.aborted) throw new Stopped()
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'you are not allowed to; the file or its folder is read-only for you',
  EPERM: 'you are not allowed to; the file or its folder is protected',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'something with that name stands there already',
  EMFILE: 'too many files are open',
  EBUSY: 'another program holds it',
  EIO: 'the disk does not answer',
}

/** The cause of a file error in words. */
export function causeOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code
  return (code === undefined ? undefined : CAUSES[code]) ?? (error instanceof Error ? error.message : String(error))
}

/** Reads a file, or says in a sentence why it cannot be read. */
export function readFile(effects: Pick<Effects, 'disk'>, path: string): Uint8Array {
  try {
    return effects.disk.read(path)
  } catch (error) {
    throw new CommandError(`Cannot read ${path}: ${causeOf(error)}.`)
  }
}

/**
 * Writes several files, all or none.
 *
 * 1. Every file is written in full into a staging folder beside them; a full disk shows here, before anything is touched.
 * 2. Then each is renamed into place, which is a single step of the file system.
 * 3. If a rename fails, those already done are put back as they were. The staging folder goes in any case.
 *
 * `root` is a folder on the same disk as all the files; it is made where it is missing.
 */
export function writeAll(
  effects: Pick<Effects, 'disk' | 'signal'>,
  root: string,
  files: ReadonlyMap<string, Uint8Array | string>,
): void {
  const { disk } = effects
  heed(effects)
  const staging = join(root, '.staged')
  const made: string[] = []
  const done: { path: string; before: Uint8Array | null }[] = []
  let current = root
  try {
    const folder = (path: string) => {
      const first = disk.makeFolder(path)
      if (first !== null) made.push(first)
    }
    folder(root)
    disk.remove(staging)
    disk.makeFolder(staging)
    const staged: { from: string; to: string; before: Uint8Array | null }[] = []
    for (const [path, content] of files) {
      current = path
      const from = join(staging, String(staged.length))
      disk.write(from, content)
      staged.push({ from, to: path, before: disk.stat(path) === null ? null : disk.read(path) })
    }
    for (const { from, to, before } of staged) {
      current = to
      folder(dirname(to))
      disk.rename(from, to)
      done.push({ path: to, before })
    }
    disk.remove(staging)
  } catch (error) {
    const left = restore(disk, staging, done)
    for (const path of [...made].reverse()) quietly(() => disk.remove(path))
    quietly(() => disk.remove(staging))
    const rest =
      left.length === 0
        ? 'Nothing was changed.'
        : `These files were changed and could not be put back: ${left.join(', ')}.`
    throw new CommandError(`Cannot write ${current}: ${causeOf(error)}. ${rest}`)
  }
}

function restore(
  disk: Disk,
  staging: string,
  done: readonly { readonly path: string; readonly before: Uint8Array | null }[],
): string[] {
  const left: string[] = []
  for (const { path, before } of done) {
    const put = () => {
      if (before === null) return disk.remove(path)
      const copy = join(staging, 'before')
      disk.write(copy, before)
      disk.rename(copy, path)
    }
    if (!quietly(put)) left.push(path)
  }
  return left
}

function quietly(action: () => void): boolean {
  try {
    action()
    return true
  } catch {
    return false
  }
}

/** The file system of this machine. */
export const realDisk: Disk = {
  ...diskFiles,
  stat: (path) => {
    const found = fs.statSync(path, { throwIfNoEntry: false })
    if (found === undefined) return null
    return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other', size: found.size }
  },
  makeFolder: (path) => fs.mkdirSync(path, { recursive: true }) ?? null,
  write: (path, content) => {
    const file = fs.openSync(path, 'w')
    try {
      fs.writeFileSync(file, content)
      fs.fsyncSync(file)
    } finally {
      fs.closeSync(file)
    }
  },
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.rmSync(path, { recursive: true, force: true }),
}

/** A disk that shows some files with other content and reads the rest from below: what would be, before it is written. */
export function overlay(below: Disk, files: ReadonlyMap<string, Uint8Array | string>): Disk {
  const key = (path: string) => join(path)
  const slashed = (path: string) => key(path).replaceAll('\\', '/').replace(/\/$/, '')
  const contents = new Map([...files].map(([path, content]) => [key(path), content]))
  const encode = (content: Uint8Array | string) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content
  const refuse = (): never => {
    throw new Error('This disk only shows what would be written.')
  }
  return {
    read: (path) => {
      const content = contents.get(key(path))
      return content === undefined ? below.read(path) : encode(content)
    },
    size: (path) => {
      const content = contents.get(key(path))
      return content === undefined ? below.size(path) : encode(content).byteLength
    },
    list: (path) => {
      const names = new Map(below.stat(path) === null ? [] : below.list(path).map((entry) => [entry.name, entry]))
      const prefix = `${slashed(path)}/`
      for (const file of contents.keys()) {
        if (!slashed(file).startsWith(prefix)) continue
        const [name = '', ...rest] = slashed(file).slice(prefix.length).split('/')
        names.set(name, { name, folder: rest.length > 0 })
      }
      return [...names.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    stat: (path) => {
      const content = contents.get(key(path))
      if (content !== undefined) return { kind: 'file', size: encode(content).byteLength }
      const found = below.stat(path)
      if (found !== null) return found
      const holds = [...contents.keys()].some((file) => slashed(file).startsWith(`${slashed(path)}/`))
      return holds ? { kind: 'folder', size: 0 } : null
    },
    makeFolder: refuse,
    write: refuse,
    rename: refuse,
    remove: refuse,
  }
}

/** Lines of the standard input, one question at a time. */
export function createAsker(signal: AbortSignal): (question: string) => Promise<string | null> {
  let lines: AsyncIterator<string> | null = null
  return async (question) => {
    if (signal.aborted) throw new Stopped()
    process.stderr.write(question)
    lines ??= createInterface({ input: process.stdin, terminal: false })[Symbol.asyncIterator]()
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Stopped()), { once: true })
    })
    const next = await Promise.race([lines.next(), stopped])
    return next.done === true ? null : next.value
  }
}

/** The effects of this process. The one place that looks at its clock, its terminal and its signals. */
export function createEffects(): Effects {
  const controller = new AbortController()
  // A second Ctrl-C ends the process as usual.
  process.once('SIGINT', () => controller.abort())
  // Whoever reads the output may stop reading, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    disk: realDisk,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb',
    terminal: process.stderr.isTTY,
    ask: createAsker(controller.signal),
    input: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
    git: (args) => {
      const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
      return status === 0 ? stdout : null
    },
    today: `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    signal: controller.signal,
  }
}
