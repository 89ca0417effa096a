/** Promises that every page keeps, whatever it shows and wherever the site lives. */
import { beforeAll, describe, expect, test } from 'vitest'
import { POLICY } from '../../src/layouts/policy.ts'
import { BUILT, SITE } from '../built.ts'
import { exists, pageOf, pathsOf, readPage, type PageFacts } from './page.ts'

const isEmbed = (page: PageFacts): boolean => page.path.startsWith('/embed/') && page.path !== '/embed/'
const isEdition = (page: PageFacts): boolean => page.path.startsWith('/editions/')

/** Failures as "path: what", the first few; empty when all is well. */
const failing = (pages: readonly PageFacts[], fault: (page: PageFacts) => string | null | false): string[] =>
  pages
    .flatMap((page) => {
      const what = fault(page)
      return what === null || what === false ? [] : [`${page.path}: ${what}`]
    })
    .slice(0, 20)

describe.each(Object.entries(BUILT))('the site built at %s', (_name, built) => {
  let pages: readonly PageFacts[] = []
  const idsOf = new Map<string, ReadonlySet<string>>()
  beforeAll(() => {
    pages = pathsOf(built).map((path) => pageOf(built, path))
    for (const page of pages) idsOf.set(page.path, new Set(page.ids))
  })

  test('has its pages', () => {
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map((page) => page.path)).toContain('/404.html')
  })

  test('the charset comes first in the head and the policy second', () => {
    expect(
      failing(pages, ({ head }) => {
        if (head[0]?.name !== 'meta' || head[0].attributes['charset'] !== 'utf-8') return 'the charset is not first'
        if (head[1]?.attributes['http-equiv'] !== 'Content-Security-Policy') return 'the policy is not second'
        return head[1].attributes['content'] !== POLICY && 'the policy is another'
      }),
    ).toEqual([])
  })

  test('no page holds inline code, inline style or an event handler', () => {
    expect(failing(pages, ({ inline }) => inline.length > 0 && inline.slice(0, 3).join(' '))).toEqual([])
  })

  test('a page asks nothing of any other server', () => {
    expect(
      failing(pages, ({ links }) => {
        const foreign = links.find(
          ({ element, rel, url }) =>
            /^(?:[a-z]+:)?\/\//i.test(url) &&
            !url.startsWith(`${SITE}/`) &&
            element !== 'a' &&
            !(element === 'link' && /^(?:canonical|alternate|license)$/.test(rel)),
        )
        return foreign !== undefined && `${foreign.element} ${foreign.url}`
      }),
    ).toEqual([])
  })

  test('links lead to http(s) addresses, and a link that opens elsewhere gives away no window', () => {
    expect(
      failing(pages, ({ links }) => {
        const bad = links.find(
          ({ url, target, rel }) =>
            /^(?!https?:|mailto:|data:image\/)[a-z][a-z0-9+.-]*:/i.test(url) ||
            (target === '_blank' && !/noopener/.test(rel)),
        )
        return bad !== undefined && `${bad.element} ${bad.url}`
      }),
    ).toEqual([])
  })

  test('every internal link and anchor resolves on a plain file server', () => {
    const missing = new Map<string, string>()
    for (const page of pages) {
      const here = new URL(`${built.base}${page.path.slice(1)}`, SITE)
      for (const { url, rel } of page.links) {
        if (url.startsWith('data:')) continue
        const target = URL.parse(url, here)
        if (target === null || target.origin !== SITE) continue
        if (!target.pathname.startsWith(built.base)) {
          missing.set(`${target.pathname} lies outside of ${built.base}`, page.path)
          continue
        }
        const path = `/${target.pathname.slice(built.base.length)}`
        if (!exists(built, path)) missing.set(path, page.path)
        else if (target.hash !== '' && rel !== 'canonical') {
          const ids = idsOf.get(path)
          // A script reads what follows "#?" or "#/"; it names no element.
          if (ids !== undefined && !/^#[/?]/.test(target.hash) && !ids.has(decodeURIComponent(target.hash.slice(1))))
            missing.set(`${path}${target.hash}`, page.path)
        }
      }
    }
    expect([...missing].map(([target, from]) => `${target} (from ${from})`).slice(0, 20)).toEqual([])
  })

  test('every page has one title that no other page has, a description and a canonical address', () => {
    const seen = new Map<string, string>()
    expect(
      failing(pages, (page) => {
        if (page.title.trim() === '') return 'no title'
        const description = page.head.find(({ attributes }) => attributes['name'] === 'description')
        if ((description?.attributes['content'] ?? '') === '') return 'no description'
        const canonical = page.head.filter(({ attributes }) => attributes['rel'] === 'canonical')
        if (canonical.length !== 1) return `${String(canonical.length)} canonical addresses`
        const address = canonical[0]?.attributes['href'] ?? ''
        if (!address.startsWith(SITE + built.base)) return `canonical address ${address}`
        if (isEmbed(page) || isEdition(page)) return null
        if (page.path !== '/404.html' && address !== new URL(built.base + page.path.slice(1), SITE).href)
          return `canonical address ${address}`
        const other = seen.get(page.title)
        seen.set(page.title, page.path)
        return other !== undefined && `has the title of ${other}: ${page.title}`
      }),
    ).toEqual([])
  })

  test('every page is HTML in English with one main heading, no level left out and no id twice', () => {
    expect(
      failing(pages, (page) => {
        if (!page.doctype) return 'no doctype'
        if (page.lang !== 'en') return `lang ${String(page.lang)}`
        if (page.h1 !== 1) return `${String(page.h1)} main headings`
        const jump = page.headings.findIndex((level, index) => level > (page.headings[index - 1] ?? 0) + 1)
        if (jump >= 0) return `heading ${String(page.headings[jump])} after ${String(page.headings[jump - 1] ?? 0)}`
        if (page.withoutAlt > 0) return 'an image without alt'
        const twice = page.ids.find((id, index) => page.ids.indexOf(id) !== index && page.ids.length < 2000)
        return twice !== undefined && `id ${twice} twice`
      }),
    ).toEqual([])
  })

  test('structured data is JSON and can close no element', () => {
    expect(
      failing(pages, ({ structured }) => {
        for (const block of structured) {
          if (block.includes('<')) return 'holds <'
          try {
            JSON.parse(block)
          } catch {
            return 'is not JSON'
          }
        }
        return null
      }),
    ).toEqual([])
  })

  test('every embed sends search engines to the page that it is a part of, and loads exactly one script', () => {
    expect(
      failing(
        pages.filter((page) => isEmbed(page)),
        (page) => {
          const scripts = page.links.filter(({ element }) => element === 'script')
          return scripts.length !== 1 && `${String(scripts.length)} scripts`
        },
      ),
    ).toEqual([])
  })
})

test('the reader of pages finds what it looks for', () => {
  const page = readPage(
    '/x/',
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title></head><body onload="x()"><h1 style="color:red">B</h1><script>1</script><svg><title>c</title><a xlink:href="javascript:1"/></svg><img src="//evil.example/a.png"></body></html>',
  )
  expect(page.inline).toEqual(['<body onload>', '<h1 style>', '<script>'])
  expect(page.title).toBe('A')
  expect(page.head.map(({ name }) => name)).toEqual(['meta', 'title'])
  expect(page.links.map(({ url }) => url)).toEqual(['javascript:1', '//evil.example/a.png'])
  expect(page.withoutAlt).toBe(1)
})
