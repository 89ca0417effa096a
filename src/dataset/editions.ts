/** The editions of a data folder: read whole, or not at all. */
import { join } from 'node:path'
import { isWholeEdition, type Edition } from './edition.ts'
import { diskFiles, type DataFiles } from './load-files.ts'

/** The files of editions in a folder. A folder that is not there holds none. */
function filesIn(folder: string, files: DataFiles): string[] {
  try {
    return files
      .list(folder)
      .filter((entry) => !entry.folder && entry.name.endsWith('.json'))
      .map(({ name }) => name)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Every edition of a data folder, in the order of their names. Throws where a file was changed since it was written. */
export function loadEditions(dir: string, files: DataFiles = diskFiles): readonly Edition[] {
  const folder = join(dir, 'editions')
  return filesIn(folder, files).map((file) => {
    const path = join(folder, file)
    const edition: unknown = JSON.parse(new TextDecoder().decode(files.read(path)))
    if (!isWholeEdition(edition))
      throw new Error(
        `${path} was changed since it was written: its checksum does not fit. Take the file back from the history; an edition stays as it is.`,
      )
    if (`${edition.name}.json` !== file)
      throw new Error(`${path} holds the edition "${edition.name}": call the file ${edition.name}.json again.`)
    return edition
  })
}

let editions: readonly Edition[] | null = null

/** The editions that a build serves: of `DATA_DIR`, or `data`. */
export function currentEditions(): readonly Edition[] {
  editions ??= loadEditions(process.env['DATA_DIR'] ?? 'data')
  return editions
}
