/** Time and memory of a build from clean, no picture kept from before: today's data, ten thousand and fifty thousand records. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { formatNumber } from '../../src/charts/number.ts'
import { writeSynthetic } from '../synthetic.ts'
import { round, type Bench, type Figure } from './figure.ts'
import { runNode, type Run } from './process.ts'

const BUILD = join(import.meta.dirname, '..', 'build.ts')
const recordsIn = (data: string): number =>
  readdirSync(join(data, 'incidents'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
    .length

async function build(data: string, into: string): Promise<Run> {
  const run = await runNode([BUILD], {
    DATA_DIR: data,
    OUT_DIR: into,
    CACHE_DIR: `${into}-cache`,
    SITE_URL: 'https://example.org',
  })
  if (run.code !== 0) throw new Error((run.out + run.said).trim().slice(-2000))
  return run
}

export const measureBuild: Bench = async ({ data, work }) => {
  const figures: Figure[] = []
  let base: { readonly records: number; readonly run: Run } | null = null
  for (const size of [null, 10_000, 50_000]) {
    const dir = size === null ? data : join(work, `data-${String(size)}`)
    if (size !== null) writeSynthetic(data, dir, size)
    const out = join(work, `site-${String(size ?? 'today')}`)
    const records = recordsIn(dir)
    const run = await build(dir, out)
    const name = `${formatNumber(records)} records`
    const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.html'),
    ).length
    figures.push(
      {
        part: 'build',
        what: `build from clean, ${name}`,
        value: round(run.ms / 1000, 1),
        unit: 's',
        note: `${formatNumber(pages)} pages with all images${size === null ? '' : ', synthetic'}`,
      },
      {
        part: 'build',
        what: `peak memory, ${name}`,
        value: run.peak === null ? null : round(run.peak),
        unit: 'MB',
        note: 'the highest of each process, added up',
      },
    )
    if (base !== null) {
      const times = round(records / base.records, 1)
      figures.push({
        part: 'build',
        what: `time, growth for ${String(times)} times the records`,
        value: round(run.ms / base.run.ms, 1),
        unit: 'times',
      })
      if (run.peak !== null && base.run.peak !== null)
        figures.push({
          part: 'build',
          what: `memory, growth for ${String(times)} times the records`,
          value: round(run.peak / base.run.peak, 1),
          unit: 'times',
        })
    }
    base ??= { records, run }
    // Fifty thousand records are gigabytes of pages.
    for (const folder of [out, `${out}-cache`]) rmSync(folder, { recursive: true, force: true })
    if (size !== null) rmSync(dir, { recursive: true, force: true })
  }
  return figures
}
