/** The one dataset that a build or the dev server works on: `DATA_DIR`, or `data`. Read once, until told to read again. */
import type { Dataset } from './dataset.ts'
import { loadDataset } from './load.ts'

let dataset: Dataset | null = null

/** The dataset in memory; read on first use. */
export function currentDataset(): Dataset {
  dataset ??= loadDataset(process.env['DATA_DIR'] ?? 'data')
  return dataset
}

/** Forget the dataset, so that the next use reads it again. */
export function forgetDataset(): void {
  dataset = null
}
