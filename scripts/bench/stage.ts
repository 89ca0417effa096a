/** The stage while its marks travel, at a quarter of the machine's speed: with the marks of the story, and with five thousand. */
import { packNumbers, packRuns, unpackNumbers, unpackRuns, type SceneFile } from '../../src/story/codec.ts'
import { launch } from '../../tests/browser/browser.ts'
import { serveSite } from '../static-server.ts'
import { round, type Bench, type Figure } from './figure.ts'
import { framesOf, slowPage } from './visitor.ts'

/** The same scenes with more marks: copies a few pixels aside. SYNTHETIC. */
export function multiplyMarks(file: SceneFile, marks: number): SceneFile {
  const count = file.look.length
  const grow = <T>(values: readonly T[], shift: (value: T, copy: number) => T = (value) => value): T[] =>
    Array.from({ length: marks }, (_, i) => shift(values[i % count] as T, Math.floor(i / count)))
  return {
    ...file,
    look: grow([...file.look]).join(''),
    kind: grow([...file.kind]).join(''),
    layouts: file.layouts.map((layout) => ({
      ...layout,
      x: packNumbers(grow([...unpackNumbers(layout.x)], (x, copy) => x + 3 * copy)),
      y: packNumbers(grow([...unpackNumbers(layout.y)], (y, copy) => y - 2 * copy)),
      ...(layout.s === undefined ? {} : { s: packRuns(grow([...unpackRuns(layout.s)])) }),
    })),
    scenes: file.scenes.map((scene) => ({ ...scene, state: packRuns(grow([...unpackRuns(scene.state)])) })),
  }
}

/** Goes to a step and gives the times of the frames while its marks travel. */
async function travel(index: number): Promise<number[]> {
  const times: number[] = []
  document.querySelectorAll('.step')[index]?.scrollIntoView({ block: 'center' })
  await new Promise<void>((done) => {
    const begun = performance.now()
    let before = begun
    const frame = (): void => {
      const now = performance.now()
      times.push(now - before)
      before = now
      if (now - begun < 900) requestAnimationFrame(frame)
      else done()
    }
    requestAnimationFrame(frame)
  })
  return times
}

/** One run in a browser of its own: what the runs before left behind slows or stops no later one. */
async function measureMarks(site: string, wanted: number | null): Promise<{ marks: number; times: number[] }> {
  const browser = await launch()
  try {
    const { page } = await slowPage(browser, { link: false, cpu: 4 })
    let marks = 0
    await page.route('**/scenes/*.json', async (route) => {
      const file = (await (await route.fetch()).json()) as SceneFile
      const sent = wanted === null ? file : multiplyMarks(file, wanted)
      marks = sent.look.length
      await route.fulfill({ json: sent })
    })
    await page.goto(site, { waitUntil: 'load' })
    // The first move brings the scenes; what is measured begins after it.
    await page.evaluate(() => scrollTo(0, 200))
    await page.waitForSelector('.stage[data-settled="true"]', { timeout: 60_000 })
    const steps = await page.locator('.step').count()
    const times: number[] = []
    for (let step = 0; step < steps; step++) times.push(...(await page.evaluate(travel, step)))
    return { marks, times }
  } finally {
    await browser.close()
  }
}

export const measureStage: Bench = async ({ site }) => {
  const server = await serveSite({ root: site })
  const figures: Figure[] = []
  try {
    for (const wanted of [null, 5000]) {
      // A browser that the system stops is started once more.
      const { marks, times } = await measureMarks(server.url, wanted).catch(() => measureMarks(server.url, wanted))
      const frames = framesOf(times)
      figures.push({
        part: 'stage',
        what: `frames over 33 ms, ${String(marks)} marks`,
        value: round(frames.slow, 1),
        unit: '%',
        note: `of ${String(frames.count)} frames; 95th percentile ${String(round(frames.p95, 1))} ms, longest ${String(round(frames.worst))} ms${wanted === null ? '' : '; synthetic'}`,
      })
    }
  } finally {
    await server.close()
  }
  return figures
}
