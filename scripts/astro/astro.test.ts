import { expect, test } from 'vitest'
import { DataError } from '../../src/dataset/problem.ts'
import { dataChanged, type Pages } from './data-reload.ts'
import { sitemapOf } from './sitemap.ts'

test('the sitemap lists pages in order, with the sub-path, and leaves out embeds, editions and the page for wrong addresses', () => {
  const xml = sitemapOf(
    ['explore/', '', '404/', 'embed/', 'embed/frequency/', 'editions/first/', 'charts/a&b/'],
    'https://example.org/news/',
  )
  expect([...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1])).toEqual([
    'https://example.org/news/',
    'https://example.org/news/charts/a&amp;b/',
    'https://example.org/news/embed/',
    'https://example.org/news/explore/',
  ])
})

const log = (reread: () => Promise<void>): { calls: string[]; pages: Pages } => {
  const calls: string[] = []
  return {
    calls,
    pages: {
      reread,
      reload: () => calls.push('reload'),
      fail: (message, at) =>
        calls.push(`fail ${at === null ? '' : `${String(at.line)}:${String(at.column)} `}${message}`),
    },
  }
}

test('a valid change reloads the open pages', async () => {
  const { calls, pages } = log(() => Promise.resolve())
  await dataChanged(pages)
  expect(calls).toEqual(['reload'])
})

test('an invalid change shows every problem, at the place of the first', async () => {
  const problem = { level: 'error', code: 'x', file: 'data/a.json', field: 'kind' } as const
  const { calls, pages } = log(() =>
    Promise.reject(
      new DataError([
        { ...problem, line: 3, column: 5, message: 'One is wrong.' },
        { ...problem, line: 4, column: 1, message: 'Another is wrong.' },
      ]),
    ),
  )
  await dataChanged(pages)
  expect(calls).toHaveLength(1)
  expect(calls[0]).toMatch(/^fail 3:5 [^]*One is wrong\.[^]*Another is wrong\./)
})
