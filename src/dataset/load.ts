/** Reads a data folder into memory. Invalid data is refused with every problem at once. */
import { checkData } from './check.ts'
import { createDataset, type Dataset } from './dataset.ts'
import type { Memory } from './load-contents.ts'
import { diskFiles, type DataFiles } from './load-files.ts'
import { DataError } from './problem.ts'

export { contentsOf, readContents } from './load-contents.ts'

/**
 * The dataset of a data folder. Throws `DataError` with every problem where the data is invalid. With a memory, files that are as they
 * were at the last reading are not parsed and checked again.
 */
export function loadDataset(dir: string, files: DataFiles = diskFiles, memory?: Memory): Dataset {
  const { problems, contents } = checkData(dir, { files, warnings: false, ...(memory === undefined ? {} : { memory }) })
  if (contents === null) throw new DataError(problems)
  return createDataset(contents)
}
