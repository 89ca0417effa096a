/** The one dataset that a build or the dev server works on: `DATA_DIR`, or `data`. Read once, until told to read again. */
import type { Dataset } from './dataset.ts'
import type { Memory } from './load-contents.ts'
import { diskFiles } from './load-files.ts'
import { loadDataset } from './load.ts'

let dataset: Dataset | null = null
const memory: Memory = new Map()

/** The dataset in memory; read on first use. */
export function currentDataset(): Dataset {
  dataset ??= loadDataset(process.env['DATA_DIR'] ?? 'data', diskFiles, memory)
  return dataset
}

/** Forget the dataset, so that the next use reads it again. */
export function forgetDataset(): void {
  dataset = null
}
