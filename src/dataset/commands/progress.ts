/** Progress of long work: one line of the error output that rewrites itself, on a terminal only. */
import type { Effects } from '../effects.ts'

export interface Progress {
  readonly step: (done: number, total: number) => void
  /** Clears the line. */
  readonly end: () => void
}

/** Progress under a name. Nothing shows for short work, or where nobody watches. */
export function progressOf(effects: Pick<Effects, 'err' | 'terminal'>, name: string): Progress {
  let shown = false
  return {
    step: (done, total) => {
      if (!effects.terminal || total < 500 || done === total) return
      shown = true
      effects.err(`\r${name}: ${String(done)} of ${String(total)}`)
    },
    end: () => {
      if (shown) effects.err('\r\u001b[K')
      shown = false
    },
  }
}
