/**
 * `npm run bench`: what the promises of the design cost, measured. Prints one table; `--json FILE` writes the same for machines.
 *
 * `--only` takes one or more of `data`, `build`, `wire`, `page`, `stage`, `dev`, separated by commas. `wire`, `page` and `stage` read
 * a built site (OUT_DIR, or dist). Times depend on the machine, so nothing here is a test; bytes are tested against package.json.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureData } from './bench/data.ts'
import { measureBuild } from './bench/build.ts'
import { measureDev } from './bench/dev.ts'
import { measurePages } from './bench/page.ts'
import { measureStage } from './bench/stage.ts'
import type { Bench, Figure } from './bench/figure.ts'
import { tableOf } from './bench/table.ts'
import { measureWire } from './bench/wire.ts'

const PARTS: Readonly<Record<string, Bench>> = {
  data: measureData,
  build: measureBuild,
  wire: measureWire,
  page: measurePages,
  stage: measureStage,
  dev: measureDev,
}

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } })
const wanted = values.only?.split(',') ?? Object.keys(PARTS)
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}

const machine = {
  cores: cpus().length,
  memory: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${process.arch}`,
  node: process.version,
}
const work = mkdtempSync(join(tmpdir(), 'bench-'))
const figures: Figure[] = []
let failed = 0
try {
  for (const name of wanted) {
    console.error(`Measuring ${name}…`)
    mkdirSync(join(work, name))
    try {
      const found = await PARTS[name]?.({
        site: process.env['OUT_DIR'] ?? 'dist',
        data: process.env['DATA_DIR'] ?? 'data',
        work: join(work, name),
      })
      figures.push(...(found ?? []))
    } catch (error) {
      failed++
      console.error(`${name} could not be measured: ${(error as Error).message}`)
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
console.log(
  `\n${String(machine.cores)} cores, ${String(machine.memory)} GB of memory, ${machine.system}, Node ${machine.node}\n`,
)
console.log(tableOf(figures))
if (values.json !== undefined)
  writeFileSync(
    values.json,
    `${JSON.stringify({ version, date: new Date().toISOString().slice(0, 10), machine, figures }, null, 2)}\n`,
  )
process.exitCode = failed === 0 ? 0 : 1
