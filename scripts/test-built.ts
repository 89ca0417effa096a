/** Builds the site twice, at a root and under a sub-path, and runs the tests that read it and the tests that drive it in a browser. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT, SITE } from '../tests/built.ts'
import { buildSite } from './site-build.ts'

for (const built of Object.values(BUILT)) {
  console.log(`Building for the tests at ${built.base}`)
  const code = await buildSite({
    outDir: built.root,
    env: { ...process.env, SITE_URL: SITE, BASE_PATH: built.base },
  })
  if (code !== 0) process.exit(code)
}

const run = (args: readonly string[]): boolean => spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0
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
