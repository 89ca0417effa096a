/** A command with its time and its peak of memory. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Run {
  readonly code: number
  readonly ms: number
  /** Most memory that the process held, in MB; null where the system does not tell (anything but Linux). */
  readonly peak: number | null
  /** What it printed as its result. */
  readonly out: string
  /** What it printed besides. */
  readonly said: string
}

// The kernel keeps the highest mark itself, so a look now and then is enough.
function peakOf(pid: number | undefined): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))
    return found === null ? null : Number(found[1]) / 1024
  } catch {
    return null
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
    let peak: number | null = null
    const look = setInterval(() => (peak = peakOf(child.pid) ?? peak), 100)
    let out = ''
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('error', failed)
    child.once('close', (code) => {
      clearInterval(look)
      done({ code: code ?? 1, ms: performance.now() - begun, peak, out, said })
    })
  })
}
