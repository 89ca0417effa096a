/**
 * What a reader waits for: first chart, largest paint, blocked time, layout shift, and frames while the story scrolls. Chromium without
 * a GPU, at a quarter of the machine's speed, on 1.6 Mbit/s and 150 ms; the median of three visits with an empty cache.
 */
import { launch } from '../../tests/browser/browser.ts'
import { serveSite } from '../static-server.ts'
import { median, round, type Bench, type Figure } from './figure.ts'
import { framesOf, pagesOf, slowPage } from './visitor.ts'

const VISITS = 3

interface Seen {
  chart: number
  largest: number
  blocked: number
  shift: number
}

/** Runs in the page before anything else, and keeps what it sees on the window. */
function watch(): void {
  const seen: Seen = { chart: -1, largest: 0, blocked: 0, shift: 0 }
  ;(window as unknown as { seen: Seen }).seen = seen
  const observe = (type: string, note: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  observe('largest-contentful-paint', (entry) => (seen.largest = entry.startTime))
  observe('longtask', (entry) => (seen.blocked += Math.max(0, entry.duration - 50)))
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) seen.shift += value
  })
  const look = (): void => {
    const chart = [...document.querySelectorAll('main svg, .stage svg, figure svg')].some((svg) => {
      const { width, height, top, bottom } = svg.getBoundingClientRect()
      return width > 150 && height > 80 && bottom > 0 && top < innerHeight && svg.childElementCount > 0
    })
    // The frame that holds it is painted right after this callback; the next one begins when it stands on the screen.
    if (chart) requestAnimationFrame(() => (seen.chart = performance.now()))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Scrolls from top to end as a thumb does, and gives the time of each frame. */
async function scrollThrough(speed: number): Promise<number[]> {
  const end = document.documentElement.scrollHeight - innerHeight
  const times: number[] = []
  await new Promise<void>((done) => {
    let before = performance.now()
    let y = 0
    const frame = (): void => {
      const now = performance.now()
      times.push(now - before)
      y += (speed * (now - before)) / 1000
      before = now
      scrollTo(0, y)
      if (y < end) requestAnimationFrame(frame)
      else done()
    }
    requestAnimationFrame(frame)
  })
  return times.slice(1)
}

export const measurePages: Bench = async ({ site }) => {
  const server = await serveSite({ root: site })
  const browser = await launch()
  const figures: Figure[] = []
  try {
    for (const [name, path] of pagesOf(site)) {
      const visits: Seen[] = []
      for (let visit = 0; visit < VISITS; visit++) {
        const { page, close } = await slowPage(browser, { link: true, cpu: 4 })
        await page.addInitScript(watch)
        await page.goto(new URL(path.slice(1), server.url).href, { waitUntil: 'load' })
        await page.waitForTimeout(1500)
        visits.push(await page.evaluate(() => (window as unknown as { seen: Seen }).seen))
        await close()
      }
      const middle = (of: (seen: Seen) => number): number => median(visits.map(of))
      const chart = middle((seen) => seen.chart)
      if (chart >= 0)
        figures.push({ part: 'page', what: `${name}: first chart visible`, value: round(chart), unit: 'ms' })
      figures.push(
        { part: 'page', what: `${name}: largest paint`, value: round(middle((seen) => seen.largest)), unit: 'ms' },
        { part: 'page', what: `${name}: blocked`, value: round(middle((seen) => seen.blocked)), unit: 'ms' },
        {
          part: 'page',
          what: `${name}: layout shift`,
          value: round(
            middle((seen) => seen.shift),
            4,
          ),
          unit: 'score',
        },
      )
    }
    const { page, close } = await slowPage(browser, { link: true, cpu: 4 })
    await page.goto(server.url, { waitUntil: 'load' })
    const frames = framesOf(await page.evaluate(scrollThrough, 1000))
    await close()
    figures.push({
      part: 'page',
      what: 'story: frames over 33 ms while scrolling at 1,000 px/s',
      value: round(frames.slow, 1),
      unit: '%',
      note: `of ${String(frames.count)} frames; 95th percentile ${String(round(frames.p95, 1))} ms, longest ${String(round(frames.worst))} ms`,
    })
  } finally {
    await browser.close()
    await server.close()
  }
  return figures
}
