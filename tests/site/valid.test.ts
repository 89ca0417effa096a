/** Every kind of page is valid HTML, by html-validate. */
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { BUILT } from '../built.ts'
import { kindOf, pageOf, pathsOf } from './page.ts'

const validator = new HtmlValidate(new FileSystemConfigLoader())
const kinds = new Map(pathsOf(BUILT.root).map((path) => [kindOf(path), path]))

test.each([...kinds])('%s is valid (%s)', async (_kind, path) => {
  const report = await validator.validateString(pageOf(BUILT.root, path).html, 'page.html')
  const messages = report.results.flatMap(({ messages: found }) =>
    found.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${String(line)}:${String(column)})`),
  )
  expect([...new Set(messages)].slice(0, 10)).toEqual([])
})

test('what is not valid is found', async () => {
  const { valid } = await validator.validateString('<p><div style="color: red"></div></p>', 'page.html')
  expect(valid).toBe(false)
})
