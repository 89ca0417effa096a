/** Models in memory: pages, images, embeds and tables of one build share them. */
import type { Dataset } from '../dataset/dataset.ts'
import type { Chart } from './chart.ts'

const models = new WeakMap<Dataset, Map<Chart, unknown>>()

/** The model of a chart; computed once for a dataset. */
export function modelOf(chart: Chart, dataset: Dataset): unknown {
  const own = models.get(dataset) ?? new Map<Chart, unknown>()
  models.set(dataset, own)
  if (!own.has(chart)) own.set(chart, chart.model(dataset))
  return own.get(chart)
}
