/** A command with its time and its peak of memory. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Run {
  readonly code: number
  readonly ms: number
  /** Most memory that the process and those it started held, each at its own highest, in MB; null where the system does not tell (anything but Linux). */
  readonly peak: number | null
  /** What it printed as its result. */
  readonly out: string
  /** What it printed besides. */
  readonly said: string
}

/** Peaks in MB of a process and of all that it started, each its own, by process id. Kept up to date in `peaks`. */
function look(pid: number | undefined, peaks: Map<number, number>): void {
  if (pid === undefined) return
  try {
    // The kernel keeps the highest mark itself, so a look now and then is enough.
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))
    if (found !== null) peaks.set(pid, Number(found[1]) / 1024)
    for (const task of readdirSync(`/proc/${String(pid)}/task`))
      for (const child of readFileSync(`/proc/${String(pid)}/task/${task}/children`, 'utf8').split(' '))
        if (child !== '') look(Number(child), peaks)
  } catch {
    // It has just ended, or this system does not tell.
  }
}

/** Runs Node with these arguments to its end. */
export function runNode(args: readonly string[], env: Readonly<Record<string, string | undefined>> = {}): Promise<Run> {
  return new Promise((done, failed) => {
    const begun = performance.now()
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const peaks = new Map<number, number>()
    const looking = setInterval(() => look(child.pid, peaks), 100)
    let out = ''
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('error', failed)
    child.once('close', (code) => {
      clearInterval(looking)
      const peak = peaks.size === 0 ? null : [...peaks.values()].reduce((sum, each) => sum + each, 0)
      done({ code: code ?? 1, ms: performance.now() - begun, peak, out, said })
    })
  })
}
