/** What a built page holds, read in one pass; a site has thousands of pages. */
import { Parser } from 'htmlparser2'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Built } from '../built.ts'

export interface Link {
  readonly element: string
  readonly attribute: string
  readonly url: string
  readonly rel: string
  readonly target: string | null
}

export interface PageFacts {
  /** Path within the site: "/explore/", "/404.html". */
  readonly path: string
  readonly html: string
  readonly doctype: boolean
  readonly lang: string | null
  readonly title: string
  /** The elements of the head in order: name and attributes. */
  readonly head: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[]
  readonly h1: number
  /** Levels of headings in order. */
  readonly headings: readonly number[]
  readonly ids: readonly string[]
  readonly links: readonly Link[]
  /** Inline code or style: what and where. Always empty on a good page. */
  readonly inline: readonly string[]
  /** JSON-LD blocks, as text. */
  readonly structured: readonly string[]
  /** Images without an alt attribute. */
  readonly withoutAlt: number
}

const URL_ATTRIBUTES = ['href', 'src', 'srcset', 'poster', 'action', 'data', 'xlink:href'] as const

/** Reads a page. */
export function readPage(path: string, html: string): PageFacts {
  const head: { name: string; attributes: Record<string, string> }[] = []
  const ids: string[] = []
  const links: Link[] = []
  const inline: string[] = []
  const structured: string[] = []
  const headings: number[] = []
  let lang: string | null = null
  let title = ''
  let doctype = false
  let withoutAlt = 0
  let inHead = false
  let inSvg = 0
  let open: 'title' | 'script' | 'json' | 'style' | null = null
  let text = ''
  const parser = new Parser({
    onprocessinginstruction: (name) => {
      doctype ||= name.toLowerCase() === '!doctype'
    },
    onopentag: (name, attributes) => {
      if (name === 'html') lang = attributes['lang'] ?? null
      if (name === 'head') inHead = true
      else if (inHead) head.push({ name, attributes })
      if (name === 'svg') inSvg++
      if (name === 'title' && inSvg === 0) open = 'title'
      if (name === 'style') open = 'style'
      if (name === 'script' && attributes['src'] === undefined)
        open =
          attributes['type'] === 'application/ld+json' || attributes['type'] === 'application/json' ? 'json' : 'script'
      text = ''
      if (/^h[1-6]$/.test(name)) headings.push(Number(name[1]))
      if (name === 'img' && attributes['alt'] === undefined) withoutAlt++
      if (attributes['id'] !== undefined) ids.push(attributes['id'])
      for (const key of Object.keys(attributes))
        if (key === 'style' || key.startsWith('on')) inline.push(`<${name} ${key}>`)
      for (const attribute of URL_ATTRIBUTES) {
        const url = attributes[attribute]
        if (url === undefined) continue
        const urls = attribute === 'srcset' ? url.split(',').map((entry) => entry.trim().split(/\s+/)[0] ?? '') : [url]
        for (const one of urls)
          links.push({
            element: name,
            attribute,
            url: one,
            rel: attributes['rel'] ?? '',
            target: attributes['target'] ?? null,
          })
      }
    },
    ontext: (part) => {
      if (open !== null) text += part
    },
    onclosetag: (name) => {
      if (name === 'head') inHead = false
      if (name === 'svg') inSvg--
      if (open === null || !['title', 'script', 'style'].includes(name)) return
      if (open === 'title') title = text
      else if (open === 'json') structured.push(text)
      else inline.push(`<${name}>`)
      open = null
    },
  })
  parser.end(html)
  return {
    path,
    html,
    doctype,
    lang,
    title,
    head,
    h1: headings.filter((level) => level === 1).length,
    headings,
    ids,
    links,
    inline,
    structured,
    withoutAlt,
  }
}

/** Paths of all pages of a built site, sorted: "/", "/explore/", "/404.html". */
export function pathsOf(built: Built): string[] {
  if (!existsSync(join(built.root, 'index.html')))
    throw new Error(`There is no built site in ${built.root}. Run the tests with: npm run test:built`)
  return readdirSync(built.root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replaceAll('\\', '/')}`.replace(/\/index\.html$/, '/'))
    .sort()
}

/** The kind of a page, from its path: pages of one kind are made by one template. */
export const kindOf = (path: string): string =>
  path
    .replace(/^\/(incidents|actors|places|stories)\/[^/]+\/$/, '/$1/*/')
    .replace(/^\/explore\/\d{4}-\d{2}\/$/, '/explore/*/')
    .replace(/^\/embed\/(incident|actor|place)\/[^/]+\/$/, '/embed/$1/*/')
    .replace(/^\/editions\/.*/, '/editions/*')

/** One page of a built site. */
export const pageOf = (built: Built, path: string): PageFacts =>
  readPage(path, readFileSync(join(built.root, path.endsWith('/') ? `${path}index.html` : path), 'utf8'))

/** Whether a path of the site is a file, as a plain file server sees it. */
export function exists(built: Built, path: string): boolean {
  const file = join(built.root, decodeURIComponent(path))
  const stat = statSync(file, { throwIfNoEntry: false })
  if (stat?.isFile() === true) return !path.endsWith('/')
  return stat !== undefined && path.endsWith('/') && existsSync(join(file, 'index.html'))
}
