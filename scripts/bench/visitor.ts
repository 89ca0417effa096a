/** A phone in the hand of a reader: Chromium at a quarter of its speed on a slow link, and the pages that are measured. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'

/** The window of a common phone, at two pixels a CSS pixel. */
export const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/** 1.6 Mbit/s down, 0.75 up, 150 ms. */
const LINK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }

/** The pages measured, by name, as far as the site has them. */
export function pagesOf(site: string): ReadonlyMap<string, string> {
  const first = (folder: string): string => {
    const at = join(site, folder)
    // The one in the middle: neither the first nor the last record.
    const names = existsSync(at) ? readdirSync(at, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : []
    return `/${folder}/${names.map(({ name }) => name).sort()[Math.floor(names.length / 2)] ?? ''}/`
  }
  const wanted = new Map([
    ['story', '/'],
    ['chart', '/charts/frequency/'],
    ['embed', '/embed/frequency/'],
    ['explore', '/explore/'],
    ['incident', first('incidents')],
  ])
  return new Map([...wanted].filter(([, path]) => existsSync(join(site, path, 'index.html'))))
}

/** A new page on the phone, as slow as asked. */
export async function slowPage(
  browser: Browser,
  slow: { readonly link: boolean; readonly cpu: number },
): Promise<{ page: Page; session: CDPSession; close: () => Promise<void> }> {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  if (slow.link) await session.send('Network.emulateNetworkConditions', LINK)
  if (slow.cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu })
  return { page, session, close: () => context.close() }
}

/** Of frame times in ms: how many there were, the share over 33 ms in per cent, the 95th percentile, the longest. */
export function framesOf(times: readonly number[]): { count: number; slow: number; p95: number; worst: number } {
  const sorted = [...times].sort((a, b) => a - b)
  return {
    count: times.length,
    // A frame of two refreshes is 33.3 ms; timers tell it a little short or long.
    slow: times.length === 0 ? 0 : (100 * times.filter((time) => time > 34).length) / times.length,
    p95: sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0,
    worst: sorted.at(-1) ?? 0,
  }
}
