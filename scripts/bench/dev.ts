/** The dev server: from saving one record to the changed page in an open browser. */
import { spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { launch } from '../../tests/browser/browser.ts'
import { median, round, type Bench } from './figure.ts'

const ASTRO = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs')
const SAVES = 5

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

export const measureDev: Bench = async ({ data, work }) => {
  const dir = join(work, 'data')
  cpSync(data, dir, { recursive: true })
  const folder = join(dir, 'incidents', '2024')
  const file = readdirSync(folder).sort()[10] ?? ''
  const record = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { title: string }
  const port = await freePort()
  const server = spawn(process.execPath, [ASTRO, 'dev', '--port', String(port), '--host', '127.0.0.1'], {
    env: { ...process.env, DATA_DIR: dir, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: 'ignore',
  })
  const browser = await launch()
  try {
    const url = `http://127.0.0.1:${String(port)}/incidents/${file.replace('.json', '')}/`
    const page = await browser.newPage()
    const deadline = performance.now() + 120_000
    for (;;) {
      const answer = await page.goto(url, { timeout: 120_000 }).catch(() => null)
      if (answer?.ok() === true) break
      if (performance.now() > deadline) throw new Error('the dev server did not answer within two minutes')
      await page.waitForTimeout(500)
    }
    await page.waitForLoadState('networkidle')
    const times: number[] = []
    for (let save = 1; save <= SAVES; save++) {
      const title = `${record.title.slice(0, 200)} (saved ${String(save)})`
      const begun = performance.now()
      writeFileSync(join(folder, file), `${JSON.stringify({ ...record, title }, null, 2)}\n`)
      await page.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: 30_000 })
      times.push(performance.now() - begun)
      await page.waitForLoadState('networkidle')
    }
    return [
      {
        part: 'dev',
        what: 'from saving a record to the changed page',
        value: round(median(times)),
        unit: 'ms',
        note: `median of ${String(SAVES)}; longest ${String(round(Math.max(...times)))} ms`,
      },
    ]
  } finally {
    await browser.close()
    server.kill('SIGTERM')
  }
}
