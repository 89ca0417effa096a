/** Whether two folders hold the same files, byte for byte, and where they part. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

/** A few bytes around a place, as text that can be printed. */
const around = (bytes: Buffer, at: number): string =>
  JSON.stringify(bytes.subarray(Math.max(0, at - 20), at + 40).toString('latin1'))

/** Each difference as a sentence, in the order of the files' names; none where the folders are the same. */
export function compareFolders(
  one: string,
  other: string,
): { readonly files: number; readonly differences: readonly string[] } {
  const ours = new Set(filesOf(one))
  const theirs = new Set(filesOf(other))
  const all = [...new Set([...ours, ...theirs])].sort()
  const differences = all.flatMap((file) => {
    if (!theirs.has(file)) return [`${file} is in ${one} only`]
    if (!ours.has(file)) return [`${file} is in ${other} only`]
    const a = readFileSync(join(one, file))
    const b = readFileSync(join(other, file))
    if (a.equals(b)) return []
    let at = 0
    while (at < a.length && at < b.length && a[at] === b[at]) at++
    return [`${file} differs from byte ${String(at)} on: ${around(a, at)} and ${around(b, at)}`]
  })
  return { files: all.length, differences }
}
