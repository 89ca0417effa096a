/**
 * A build of the same sources under other circumstances: in another folder, time zone and locale, with nothing cached. What comes out
 * must be what any other build gives.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What is no source, or no part of the site. */
const LEFT = new Set(['node_modules', 'dist', 'test-results', 'tests'])

/** Copies the sources of the site. The copy lies below this folder, where it finds the installed packages. */
export function copySources(into: string): void {
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  for (const name of readdirSync('.'))
    if (!name.startsWith('.') && !LEFT.has(name)) cpSync(name, join(into, name), { recursive: true })
}

/** Builds from a copy, fourteen hours ahead and in Arabic. Gives the exit code. */
export function buildElsewhere(outDir: string, env: Readonly<Record<string, string>>): number {
  const copy = resolve('.cache', 'test', 'elsewhere')
  copySources(copy)
  try {
    const { status } = spawnSync(process.execPath, [join(copy, 'scripts', 'build.ts')], {
      cwd: copy,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...env,
        OUT_DIR: resolve(outDir),
        TZ: 'Pacific/Kiritimati',
        LANG: 'ar_EG.UTF-8',
        LC_ALL: 'ar_EG.UTF-8',
      },
    })
    return status ?? 1
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
