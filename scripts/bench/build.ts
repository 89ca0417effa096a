/** Time and memory of a build from clean: today's data, and ten thousand records. Fifty thousand are checked and loaded, not built. */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { formatNumber } from '../../src/charts/number.ts'
import { writeSynthetic } from '../synthetic.ts'
import { round, type Bench, type Figure } from './figure.ts'
import { runNode, type Run } from './process.ts'

const ASTRO = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs')
const recordsIn = (data: string): number =>
  readdirSync(join(data, 'incidents'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
    .length

async function build(data: string, into: string): Promise<Run> {
  const run = await runNode([ASTRO, 'build'], { DATA_DIR: data, OUT_DIR: into, SITE_URL: 'https://example.org' })
  if (run.code !== 0) throw new Error((run.out + run.said).trim().slice(-2000))
  return run
}

export const measureBuild: Bench = async ({ data, work }) => {
  const large = join(work, 'data')
  writeSynthetic(data, large, 10_000)
  const figures: Figure[] = []
  let base: { readonly records: number; readonly run: Run } | null = null
  for (const dir of [data, large]) {
    const out = join(work, dir === data ? 'site' : 'site-large')
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
        note: `${formatNumber(pages)} pages with all images${dir === data ? '' : ', synthetic'}`,
      },
      {
        part: 'build',
        what: `peak memory, ${name}`,
        value: run.peak === null ? null : round(run.peak),
        unit: 'MB',
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
  }
  return figures
}
