/** The last line of .ci/run, "N passed, N failed", from the test reports. Usage: summary.ts STEPS_FAILED FOLDER */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The suites that must each have left a report. */
const SUITES = ['unit', 'site', 'browser', 'same'] as const

/** What a report of the test runner says. A suite that could not be loaded counts as one failure. */
export interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/** Sums reports; null stands for a suite without one, which is a failure. Failed steps count where no test failed. */
export function summarise(
  reports: readonly (Report | null)[],
  failedSteps: number,
): { readonly passed: number; readonly failed: number } {
  let passed = 0
  let failed = 0
  for (const report of reports) {
    if (report === null) {
      failed++
      continue
    }
    passed += report.numPassedTests
    failed += report.numFailedTests
    failed += report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length
  }
  return { passed, failed: Math.max(failed, failedSteps) }
}

if (process.argv[1]?.endsWith('summary.ts') === true) {
  const [steps = '0', folder = 'test-results'] = process.argv.slice(2)
  const reports = SUITES.map((suite) => {
    const file = join(folder, `${suite}.json`)
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Report
    console.log(`The suite "${suite}" left no report: it did not run to its end.`)
    return null
  })
  const { passed, failed } = summarise(reports, Number(steps))
  console.log(`\n${String(passed)} passed, ${String(failed)} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
