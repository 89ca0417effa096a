/** The files of a data folder, seen through a window that only reads: what checks the data cannot change it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface FolderEntry {
  readonly name: string
  readonly folder: boolean
}

/** Reading, and nothing else. Paths are as the command was given them. Every function throws as Node's do. */
export interface DataFiles {
  /** What a folder holds, sorted by name. */
  list(folder: string): FolderEntry[]
  /** Size in bytes. */
  size(file: string): number
  read(file: string): Uint8Array
}

const compare = (a: FolderEntry, b: FolderEntry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

/** The disk. */
export const diskFiles: DataFiles = {
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({
        name: entry.name,
        folder: entry.isSymbolicLink() ? statSync(join(folder, entry.name)).isDirectory() : entry.isDirectory(),
      }))
      .sort(compare),
  size: (file) => statSync(file).size,
  read: (file) => readFileSync(file),
}

const bytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** Files in memory, by path: for tests, and for a record that is not yet written. */
export function memoryFiles(files: ReadonlyMap<string, string | Uint8Array>): DataFiles {
  const find = (file: string): Uint8Array => {
    const content = files.get(file)
    if (content === undefined) throw Object.assign(new Error(`no such file: ${file}`), { code: 'ENOENT' })
    return bytes(content)
  }
  return {
    list(folder) {
      const entries = new Map<string, boolean>()
      const prefix = `${folder}/`
      for (const path of files.keys()) {
        if (!path.startsWith(prefix)) continue
        const [name = '', ...rest] = path.slice(prefix.length).split('/')
        entries.set(name, rest.length > 0)
      }
      if (entries.size === 0) throw Object.assign(new Error(`no such folder: ${folder}`), { code: 'ENOENT' })
      return [...entries].map(([name, isFolder]) => ({ name, folder: isFolder })).sort(compare)
    },
    size: (file) => find(file).length,
    read: find,
  }
}
