/**
 * What can go wrong while the site is built. Each time the build says what it was, and the good site of before stands untouched. The
 * builds run on a copy of the sources, so that files can be broken.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { copySources } from '../../scripts/elsewhere.ts'
import { recover } from '../../scripts/site-build.ts'

// Builds take as long as the machine is busy.
vi.setConfig({ testTimeout: 600_000 })

const copy = resolve('.cache/test/faults')
const at = (path: string): string => join(copy, path)

beforeAll(() => copySources(copy))
afterAll(() => rmSync(copy, { recursive: true, force: true }))
beforeEach(() => {
  rmSync(at('dist'), { recursive: true, force: true })
  mkdirSync(at('dist'))
  writeFileSync(at('dist/index.html'), 'good')
})

interface Ended {
  readonly code: number | null
  readonly said: string
}

/** Runs the build in the copy. `watch` is called with all that it said so far, and its process group, whenever it says something. */
function build(watch: (said: string, group: number) => void = () => undefined, limit = ''): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn('bash', ['-c', `${limit} exec "$0" scripts/build.ts`, process.execPath], {
      cwd: copy,
      detached: true,
      env: { ...process.env, SITE_URL: 'https://example.org', BASE_PATH: '/', DATA_DIR: 'data', OUT_DIR: 'dist' },
    })
    let said = ''
    const hear = (bytes: Buffer): void => {
      said += bytes.toString()
      if (child.pid !== undefined) watch(said, child.pid)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', (code) => done({ code, said }))
  })
}

const intact = (): void => {
  expect(readdirSync(at('dist'))).toEqual(['index.html'])
  expect(readFileSync(at('dist/index.html'), 'utf8')).toBe('good')
}
const leftBeside = (): string[] => readdirSync(copy).filter((name) => name.startsWith('.dist.'))

/** Runs something while a file of the copy holds other content, or, with null, is not there. */
async function whileBroken(path: string, content: string | null, run: () => Promise<void>): Promise<void> {
  const kept = existsSync(at(path)) ? readFileSync(at(path)) : null
  mkdirSync(dirname(at(path)), { recursive: true })
  if (content === null) rmSync(at(path))
  else writeFileSync(at(path), content)
  try {
    await run()
  } finally {
    if (kept === null) rmSync(at(path))
    else writeFileSync(at(path), kept)
  }
}

/** A build that must fail, with these words. */
async function fails(...words: readonly (string | RegExp)[]): Promise<void> {
  const { code, said } = await build()
  for (const word of words) expect(said).toMatch(word)
  expect(code).toBe(1)
  intact()
  expect(leftBeside()).toEqual([])
}

test('invalid data: every problem with its place, and nothing is built', async () => {
  const path = 'data/incidents/2025/2025-05-04-ben-gurion-1.json'
  const text = readFileSync(at(path), 'utf8').replace(/"kind": "[a-z]+"/, '"kind": "atack"')
  await whileBroken(path, text, () =>
    fails(
      /2025-05-04-ben-gurion-1\.json:\d+:\d+ {2}kind\n {2}"atack" is not a kind\. Did you mean "attack"\?/,
      /Nothing was built/,
    ),
  )
})

test('a record that a story cites is gone: the story is named, and the record', async () => {
  await whileBroken('data/incidents/2025/2025-04-23-haifa-1.json', null, () =>
    fails('2025-04-23-haifa-1', /dist\/ is as it was/),
  )
})

test.each([
  ['is gone', null, /inter-400\.ttf cannot be read \(ENOENT\)/],
  ['holds something else', '<!doctype html><title>404</title>', /inter-400\.ttf is no TrueType file/],
])('a typeface %s: it is named, with what to do', async (_, content, words) => {
  await whileBroken('src/assets/fonts/inter-400.ttf', content, () =>
    fails(words, /Take it back/, /dist\/ is as it was/),
  )
})

test.each(['land-10m', 'countries-10m'])(
  'the outlines %s cannot be read: they are named, with what to do',
  async (name) => {
    const path = `node_modules/world-atlas/${name}.json`
    // The copy finds this file before the installed one, and what it says stands in for one that was cut short.
    await whileBroken(path, '{"type": "Topology", "arcs": [', () =>
      fails(`world-atlas/${name}.json) cannot be read`, 'npm ci'),
    )
  },
)

test('no file can grow any further, as on a full disk', async () => {
  const { code, said } = await build(undefined, 'ulimit -f 64;')
  expect(code).toBe(1)
  expect(said).toMatch(/dist\/ is as it was/)
  intact()
  expect(leftBeside()).toEqual([])
})

/** Called when pages are being written. */
const halfWay = (then: (group: number) => void): ((said: string, group: number) => void) => {
  let told = false
  return (said, group) => {
    if (told || !said.includes('generating static routes')) return
    told = true
    then(group)
  }
}

test('stopped with Ctrl-C half-way: says so, exit code 130, nothing left behind', async () => {
  const { code, said } = await build(halfWay((group) => process.kill(-group, 'SIGINT')))
  expect(said).toMatch(/Stopped; dist\/ is as it was/)
  expect(code).toBe(130)
  intact()
  expect(leftBeside()).toEqual([])
})

test('killed half-way: the good site stands, and the next build clears away the half one', async () => {
  const { code } = await build(halfWay((group) => process.kill(-group, 'SIGKILL')))
  expect(code).toBe(null)
  intact()
  expect(leftBeside().length).toBeGreaterThan(0)
  recover(at('dist'))
  expect(leftBeside()).toEqual([])
  intact()
})

test('killed between setting the good site aside and putting the new one in its place: the good one comes back', () => {
  renameSync(at('dist'), at('.dist.old-4999999'))
  recover(at('dist'))
  intact()
})
