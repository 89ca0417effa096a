import { expect, test } from 'vitest'
import { summarise, type Report } from './summary.ts'

const report = (passed: number, failed: number, broken = 0): Report => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: Array.from({ length: broken }, () => ({ status: 'failed', assertionResults: [] })),
})

test('tests of all suites add up', () => {
  expect(summarise([report(10, 0), report(5, 2), report(1, 0)], 1)).toEqual({ passed: 16, failed: 2 })
})

test('a suite without a report, a file that cannot be loaded and a failed step are failures', () => {
  expect(summarise([report(10, 0), null], 0).failed).toBe(1)
  expect(summarise([report(10, 0, 1)], 0).failed).toBe(1)
  expect(summarise([report(10, 0)], 1).failed).toBe(1)
  expect(summarise([report(10, 0)], 0)).toEqual({ passed: 10, failed: 0 })
})
