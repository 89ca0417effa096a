/** Broken data for tests: a sound folder in fixtures/base/, and one folder for each way of breaking it, laid over the base. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { memoryFiles, type DataFiles } from './load-files.ts'

/** Where the cases stand. */
export const FIXTURES = join(import.meta.dirname, 'fixtures')

/** The names of the cases, the sound base left out. */
export const cases = (): string[] => readdirSync(FIXTURES).filter((name) => name !== 'base')

function filesUnder(folder: string): [string, Uint8Array][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]
    })
}

/** The files of the base, as `data/…`. */
export const baseFiles = (): Map<string, Uint8Array> =>
  new Map(filesUnder(join(FIXTURES, 'base')).map(([path, bytes]) => [`data/${path}`, bytes]))

/** The files of a case over the base. A file `x.absent` takes `x` away. */
export function filesOfCase(name: string): DataFiles {
  const files = baseFiles()
  for (const [path, bytes] of filesUnder(join(FIXTURES, name))) {
    if (path === 'expected.txt' || path === 'actual.txt') continue
    if (path.endsWith('.absent')) files.delete(`data/${path.slice(0, -'.absent'.length)}`)
    else files.set(`data/${path}`, bytes)
  }
  return memoryFiles(files)
}
