/**
 * `npm run test:same [FOLDER]`: two builds of one commit are the same, byte for byte, whatever the time zone, the locale and the folder.
 * Compares the site that the tests were built from, which scripts/test-built.ts builds elsewhere, with FOLDER, a build of the same
 * sources for the same address; where no folder is given it is built first. Says where they part, and leaves a report to be counted.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUILT, SITE } from '../tests/built.ts'
import { compareFolders } from './compare-folders.ts'
import { buildSite } from './site-build.ts'

const REPORT = join('test-results', 'same.json')

function report(passed: boolean): void {
  mkdirSync('test-results', { recursive: true })
  const counts = { numPassedTests: Number(passed), numFailedTests: Number(!passed), testResults: [] }
  writeFileSync(REPORT, `${JSON.stringify(counts)}\n`)
  process.exitCode = passed ? 0 : 1
}

const { root, base } = BUILT.root
const [given] = process.argv.slice(2)
const temporary = mkdtempSync(join(tmpdir(), 'same-output-'))
rmSync(REPORT, { force: true })
try {
  if (!existsSync(join(root, 'index.html'))) throw new Error('There is nothing to compare with: npm run test:built')
  const other = given ?? join(temporary, 'site')
  if (given === undefined) {
    const code = await buildSite({ outDir: other, env: { ...process.env, SITE_URL: SITE, BASE_PATH: base } })
    if (code !== 0) throw new Error('The second build failed.')
  }
  const { files, differences } = compareFolders(root, other)
  for (const difference of differences.slice(0, 20)) console.error(difference)
  console.log(
    differences.length === 0
      ? `Two builds in different time zones, locales and folders: ${String(files)} files, all the same.`
      : `${String(differences.length)} of ${String(files)} files differ between two builds of one commit (${root}, ${other}).`,
  )
  report(differences.length === 0)
} catch (error) {
  console.error((error as Error).message)
  report(false)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
