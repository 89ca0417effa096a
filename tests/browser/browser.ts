/** Drives a built site in Chromium and notes whatever a reader should never meet: errors, policy violations, foreign requests. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { chromiumPath } from '../../scripts/chromium.ts'
import { serveSite, type Serving } from '../../scripts/static-server.ts'
import type { Built } from '../built.ts'

/** The windows that pages are made for. */
export const WINDOWS = {
  phone: { width: 390, height: 844 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1280, height: 900 },
} as const

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export interface Watched {
  readonly page: Page
  /** What went wrong so far: console errors and warnings, exceptions, policy violations, requests to other origins, failed requests. */
  readonly problems: string[]
  readonly close: () => Promise<void>
}

/** A page of its own context, watched from the first byte. Paths are those of the site: "/explore/". */
export interface Visitor {
  readonly site: Serving
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Watched>
  readonly close: () => Promise<void>
}

/** Serves a built site and opens its pages. */
export async function visit(built: Built): Promise<Visitor> {
  const site = await serveSite({ root: built.root, base: built.base })
  const browser = await launch()
  const origin = new URL(site.url).origin
  return {
    site,
    open: async (path, options = {}) => {
      const context = await browser.newContext({ viewport: WINDOWS.desktop, ...options })
      const page = await context.newPage()
      const problems: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
      })
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(`${origin}/`) && !url.startsWith('data:') && !url.startsWith('blob:'))
          problems.push(`a request to ${url}`)
      })
      page.on('response', (response) => {
        if (response.status() >= 400 && !path.startsWith('/404'))
          problems.push(`${String(response.status())} ${response.url()}`)
      })
      await page.goto(new URL(path.replace(/^\//, ''), site.url).href, { waitUntil: 'load' })
      return { page, problems, close: () => context.close() }
    },
    close: async () => {
      await browser.close()
      await site.close()
    },
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds by WCAG 2.2 AA and best practice, as sentences. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: (context: Document, options: object) => Promise<AxeResults> } })
      .axe.run
    interface AxeResults {
      violations: { id: string; help: string; nodes: { target: string[]; html: string }[] }[]
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await run(document, { runOnly: { type: 'tag', values: tags } })
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes
          .slice(0, 3)
          .map((node) => node.target.join(' '))
          .join(', ')})`,
    )
  })
}
