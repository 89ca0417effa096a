/**
 * Builds the site twice, at a root and under a sub-path, and once more over hostile data; then runs the tests that read these sites and
 * the tests that drive them in a browser.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT, HOSTILE, SITE } from '../tests/built.ts'
import { buildElsewhere } from './elsewhere.ts'
import { buildSite } from './site-build.ts'

const ASTRO = join('node_modules', 'astro', 'bin', 'astro.mjs')

for (const built of Object.values(BUILT)) {
  console.log(`Building for the tests at ${built.base}`)
  const where = { SITE_URL: SITE, BASE_PATH: built.base }
  // The first is what `npm run test:same` compares with a build made here.
  const code =
    built === BUILT.root
      ? buildElsewhere(built.root, where)
      : await buildSite({ outDir: built.root, env: { ...process.env, ...where } })
  if (code !== 0) process.exit(code)
}

const run = (args: readonly string[], env = process.env): boolean =>
  spawnSync(process.execPath, args, { stdio: 'inherit', env }).status === 0

console.log('Building for the tests over hostile data')
const hostile = run([ASTRO, 'build', '--config', 'tests/hostile/astro.config.ts'], {
  ...process.env,
  SITE_URL: SITE,
  BASE_PATH: HOSTILE.base,
  OUT_DIR: HOSTILE.root,
  ASTRO_TELEMETRY_DISABLED: '1',
})
if (!hostile) process.exit(1)

const suite = (project: string): boolean => {
  const report = join('test-results', `${project}.json`)
  rmSync(report, { force: true })
  return run([
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
}

const site = suite('site')
const browser = run(['scripts/chromium.ts']) && suite('browser')
process.exitCode = site && browser ? 0 : 1
