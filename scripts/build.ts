/** `npm run build`: checks the data, builds the site and puts it into dist/. SITE_URL, BASE_PATH, DATA_DIR, OUT_DIR. */
import { mkdirSync, statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DataError } from '../src/dataset/problem.ts'
import { loadDataset } from '../src/dataset/load.ts'
import { formatNumber } from '../src/charts/number.ts'
import { buildSite, STOPPED } from './site-build.ts'

/** Bytes that a site of today's size takes while it is built: its pages, its pictures, and the pictures once more. */
const ROOM = 400e6

const data = process.env['DATA_DIR'] ?? 'data'
try {
  const dataset = loadDataset(data)
  console.log(`${data}: ${formatNumber(dataset.incidents.length)} records, version ${dataset.card.version}.`)
} catch (error) {
  console.error((error as Error).message)
  console.error('\nNothing was built.')
  process.exit(error instanceof DataError ? error.exitCode : 1)
}

if (process.env['SITE_URL'] === undefined)
  console.warn(
    'SITE_URL is not set: share cards, feeds and embeds will point to http://localhost:4321. Set it to where the site will live.',
  )

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())

const outDir = process.env['OUT_DIR'] ?? 'dist'
const parent = dirname(resolve(outDir))
mkdirSync(parent, { recursive: true })
const { bavail, bsize } = statfsSync(parent)
// Not every part of a build says so when the disk is full, and its half-built files are gone before anybody looks.
const shortOfRoom =
  bavail * bsize < ROOM
    ? ` The disk had ${formatNumber(Math.floor((bavail * bsize) / 1e6))} MB free when the build began, and a build wants ${formatNumber(ROOM / 1e6)} MB: make room.`
    : ''
try {
  const code = await buildSite({ outDir, env: process.env, signal: stop.signal })
  if (code === 0) console.log(`Built into ${outDir}/. Look at it: npm run preview`)
  else if (code === STOPPED) console.error(`Stopped; ${outDir}/ is as it was.`)
  else console.error(`The build ended with an error; ${outDir}/ is as it was.${shortOfRoom}`)
  process.exitCode = code
} catch (error) {
  console.error(`The build failed: ${(error as Error).message} ${outDir}/ is as it was.${shortOfRoom}`)
  process.exitCode = 1
}
