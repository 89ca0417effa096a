/** Builds the site so that a folder never holds half of one: built beside it, swapped in when whole. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { hostFiles } from '../src/hosting.ts'

export interface SiteBuild {
  /** Folder of the site. */
  readonly outDir: string
  /** Environment of the page builder, SITE_URL, BASE_PATH and DATA_DIR included. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Builds the pages into a folder; the exit code. Tests put a stand-in here. */
  readonly pages?: (into: string, env: SiteBuild['env'], signal: AbortSignal) => Promise<number>
  /** Name of this build among others; the process id in use. */
  readonly name?: string
  readonly signal?: AbortSignal
}

/** The exit code of a build that was told to stop. */
export const STOPPED = 130

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Pages leave much behind at once: with more room for what is young, a fifth of a build's time is not spent on clearing it away. */
const ROOM = '--max-semi-space-size=64'

/** Runs a script of this Node in a process of its own, so that it can be stopped; the exit code. */
function run(args: readonly string[], env: SiteBuild['env'], signal: AbortSignal): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [ROOM, ...args], { env, stdio: 'inherit' })
    const stop = () => child.kill('SIGTERM')
    signal.addEventListener('abort', stop)
    child.once('error', failed)
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      done(code ?? 1)
    })
  })
}

/** The pages into a folder, the pictures beside it and then in with them: two processes, since drawing takes as long as writing pages. */
async function pagesAndPictures(into: string, env: SiteBuild['env'], signal: AbortSignal): Promise<number> {
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs')
  const pictures = `${into}.pictures`
  // Where one of the two fails, the other need not go on.
  const failing = new AbortController()
  const either = AbortSignal.any([signal, failing.signal])
  const watched = async (args: readonly string[], more: SiteBuild['env']): Promise<number> => {
    const code = await run(args, { ...env, ...more }, either)
    if (code !== 0) failing.abort()
    return code
  }
  try {
    const [first, second] = await Promise.all([
      watched([astro, 'build'], { OUT_DIR: into, PICTURES: 'apart', ASTRO_TELEMETRY_DISABLED: '1' }),
      watched([join(import.meta.dirname, 'pictures.ts'), pictures], {}),
    ])
    if (first !== 0 || second !== 0) return first === 0 ? second : first
    cpSync(pictures, into, { recursive: true })
    return 0
  } finally {
    rmSync(pictures, { recursive: true, force: true })
  }
}

/**
 * Puts right what an earlier build left that was killed: a good site set aside is put back, half-built ones are removed. Folders of
 * builds that still run are left alone.
 */
export function recover(outDir: string): void {
  const parent = dirname(resolve(outDir))
  const name = basename(outDir)
  if (!existsSync(parent)) return
  for (const entry of readdirSync(parent)) {
    const [, state, pid] = /^\.(?:.*)\.(new|old)-(\d+)(?:\.pictures)?$/.exec(entry) ?? []
    if (!entry.startsWith(`.${name}.`) || state === undefined || alive(Number(pid))) continue
    if (state === 'old' && !existsSync(join(parent, name))) renameSync(join(parent, entry), join(parent, name))
    else rmSync(join(parent, entry), { recursive: true, force: true })
  }
}

/** Builds and swaps; the exit code. Whatever goes wrong, what stood in the folder still stands there. */
export async function buildSite(build: SiteBuild): Promise<number> {
  const out = resolve(build.outDir)
  const beside = (state: 'new' | 'old'): string =>
    join(dirname(out), `.${basename(out)}.${state}-${build.name ?? String(process.pid)}`)
  const fresh = beside('new')
  const old = beside('old')
  recover(out)
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(dirname(out), { recursive: true })
  const signal = build.signal ?? new AbortController().signal
  try {
    const code = await (build.pages ?? pagesAndPictures)(fresh, build.env, signal)
    if (signal.aborted) return STOPPED
    if (code !== 0) return code
    if (!existsSync(join(fresh, 'index.html'))) throw new Error('The build wrote no home page.')
    const base = `/${(build.env['BASE_PATH'] ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/')
    for (const [name, text] of Object.entries(hostFiles(base))) writeFileSync(join(fresh, name), text)
    rmSync(old, { recursive: true, force: true })
    if (existsSync(out)) renameSync(out, old)
    try {
      renameSync(fresh, out)
    } catch (error) {
      if (existsSync(old)) renameSync(old, out)
      throw error
    }
    rmSync(old, { recursive: true, force: true })
    return 0
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}
