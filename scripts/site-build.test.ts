import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildSite, recover } from './site-build.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-build-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const out = (): string => join(folder, 'dist')
const standing = (text: string): void => {
  mkdirSync(out())
  writeFileSync(join(out(), 'index.html'), text)
}
const page = (): string => readFileSync(join(out(), 'index.html'), 'utf8')
const writes =
  (text: string, code = 0) =>
  (into: string): Promise<number> => {
    mkdirSync(into, { recursive: true })
    writeFileSync(join(into, 'index.html'), text)
    return Promise.resolve(code)
  }

test('a whole build takes the place of the last one and leaves nothing else behind', async () => {
  standing('old')
  writeFileSync(join(out(), 'gone.html'), 'a page that no longer exists')
  expect(await buildSite({ outDir: out(), env: {}, pages: writes('new') })).toBe(0)
  expect(page()).toBe('new')
  expect(readdirSync(out()).sort()).toEqual(['.htaccess', '_headers', 'index.html', 'nginx.headers.conf'])
  expect(readdirSync(folder)).toEqual(['dist'])
})

test('header files for hosts stand beside the site, for the folder that it lives under', async () => {
  for (const base of ['/news/since', 'news/since/', '/news/since/']) {
    await buildSite({ outDir: out(), env: { BASE_PATH: base }, pages: writes('new') })
    expect(readFileSync(join(out(), '_headers'), 'utf8')).toContain('\n/news/since/embed/*\n')
  }
  await buildSite({ outDir: out(), env: {}, pages: writes('new') })
  expect(readFileSync(join(out(), '_headers'), 'utf8')).toContain('\n/embed/*\n')
})

test('a build that fails half-way leaves the last good site as it was', async () => {
  standing('good')
  expect(await buildSite({ outDir: out(), env: {}, pages: writes('half', 1) })).toBe(1)
  expect(page()).toBe('good')
  expect(readdirSync(folder)).toEqual(['dist'])
})

test('a build that throws, or that wrote no home page, leaves the last good site as it was', async () => {
  standing('good')
  await expect(
    buildSite({ outDir: out(), env: {}, pages: () => Promise.reject(new Error('the disk is full')) }),
  ).rejects.toThrow('the disk is full')
  await expect(buildSite({ outDir: out(), env: {}, pages: () => Promise.resolve(0) })).rejects.toThrow('no home page')
  expect(page()).toBe('good')
})

test('a build that is stopped leaves the last good site as it was', async () => {
  standing('good')
  const stop = new AbortController()
  const code = await buildSite({
    outDir: out(),
    env: {},
    signal: stop.signal,
    pages: async (into) => {
      stop.abort()
      return writes('half')(into)
    },
  })
  expect(code).not.toBe(0)
  expect(page()).toBe('good')
})

test('what a killed build left is put right: the good site comes back, the half-built one goes', () => {
  // No process has this number: it is above the largest that Linux gives.
  mkdirSync(join(folder, '.dist.old-4999999'))
  writeFileSync(join(folder, '.dist.old-4999999', 'index.html'), 'good')
  mkdirSync(join(folder, '.dist.new-4999999'))
  recover(out())
  expect(page()).toBe('good')
  expect(readdirSync(folder)).toEqual(['dist'])
})

test('a build that still runs keeps its folder', () => {
  const running = join(folder, `.dist.new-${String(process.pid)}`)
  mkdirSync(running)
  recover(out())
  expect(existsSync(running)).toBe(true)
})

test('pictures that a killed build left behind are taken away', () => {
  const gone = spawnSync(process.execPath, ['-e', ''])
  mkdirSync(join(folder, `.dist.new-${String(gone.pid)}.pictures`))
  standing('good')
  recover(out())
  expect(readdirSync(folder)).toEqual(['dist'])
})
