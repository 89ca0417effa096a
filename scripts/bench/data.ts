/** Time and memory of reading and checking the data: today's, and ten and fifty thousand records. */
import { join } from 'node:path'
import { formatNumber } from '../../src/charts/number.ts'
import { writeSynthetic } from '../synthetic.ts'
import { round, type Bench, type Figure } from './figure.ts'
import { runNode } from './process.ts'

/** In a process of its own, so that each measurement begins with empty memory. */
const LOAD = `
import { checkData } from './src/dataset/check.ts'
import { loadDataset } from './src/dataset/load.ts'
const dir = process.argv[1]
const a = performance.now()
const { counts } = checkData(dir)
const b = performance.now()
const { incidents } = loadDataset(dir)
const c = performance.now()
if (counts.errors > 0) throw new Error(counts.errors + ' errors')
console.log(JSON.stringify({ check: b - a, load: c - b, records: incidents.length, peak: process.resourceUsage().maxRSS / 1024 }))
`

interface Loaded {
  readonly check: number
  readonly load: number
  readonly records: number
  readonly peak: number
}

async function load(dir: string): Promise<Loaded> {
  const { code, out, said } = await runNode(['--input-type=module', '-e', LOAD, dir])
  if (code !== 0) throw new Error(said.trim().slice(-2000))
  return JSON.parse(out) as Loaded
}

export const measureData: Bench = async ({ data, work }) => {
  const figures: Figure[] = []
  let base: Loaded | null = null
  for (const records of [null, 10_000, 50_000]) {
    const dir = records === null ? data : join(work, String(records))
    if (records !== null) writeSynthetic(data, dir, records)
    const found = await load(dir)
    const name = `${formatNumber(found.records)} records`
    const note = records === null ? 'the data as it is' : 'synthetic copies'
    figures.push(
      { part: 'data', what: `check with warnings, ${name}`, value: round(found.check), unit: 'ms', note },
      { part: 'data', what: `check and load, ${name}`, value: round(found.load), unit: 'ms', note: 'as a build does' },
      { part: 'data', what: `peak memory, ${name}`, value: round(found.peak), unit: 'MB' },
    )
    if (base !== null) {
      const times = round(found.records / base.records, 1)
      const ratio = (what: string, value: number): Figure => ({
        part: 'data',
        what: `${what}, growth for ${String(times)} times the records`,
        value: round(value, 1),
        unit: 'times',
      })
      figures.push(
        ratio('check', found.check / base.check),
        ratio('load', found.load / base.load),
        ratio('memory', found.peak / base.peak),
      )
    }
    base ??= found
  }
  return figures
}
