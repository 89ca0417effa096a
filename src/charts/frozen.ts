/** Charts as editions keep them: drawn from the kept model, in the kept words. Nothing is computed from the record again. */
import { editionLabel, tableOfStored, type Edition } from '../dataset/edition.ts'
import { currentEditions } from '../dataset/editions.ts'
import type { Chart } from './chart.ts'
import { chartById } from './registry.ts'

/** A chart of an edition. `chart` stands wherever a live chart may stand: it gives what is kept, whatever dataset it is asked of. */
export interface Frozen {
  readonly chart: Chart
  readonly edition: Edition
  readonly label: string
  /** Begins its addresses: "/editions/2023-11-08". */
  readonly root: string
}

/** A kept chart in today's drawing. Says what to do where the drawing can no longer read it. */
export function freeze(edition: Edition, id: string, find: (id: string) => Chart | undefined = chartById): Chart {
  const stored = edition.charts[id]
  if (stored === undefined) throw new Error(`The edition ${edition.name} has no chart "${id}".`)
  const chart = find(id)
  if (chart === undefined)
    throw new Error(
      `The edition ${edition.name} keeps the chart "${id}", which is not in the registry any more. Articles show it: keep the chart's folder and its line in the registry.`,
    )
  const version = chart.modelVersion ?? 1
  if (stored.modelVersion !== version)
    throw new Error(
      `The edition ${edition.name} keeps "${id}" as a model of version ${String(stored.modelVersion)}; the chart now draws version ${String(version)}. Articles show it: let draw() read both.`,
    )
  return {
    ...chart,
    model: () => stored.model,
    title: () => stored.title,
    subtitle: () => stored.subtitle,
    describe: () => stored.describe,
    method: () => stored.method,
    table: () => tableOfStored(stored.table),
  }
}

let frozen: readonly Frozen[] | null = null

/** Every chart of every edition. */
export function frozenCharts(): readonly Frozen[] {
  frozen ??= currentEditions().flatMap((edition) =>
    Object.keys(edition.charts).map((id) => ({
      chart: freeze(edition, id),
      edition,
      label: editionLabel(edition),
      root: `/editions/${edition.name}`,
    })),
  )
  return frozen
}

/** The source line of an edition's charts. */
export const frozenSource = ({ edition, label }: Frozen): string =>
  `Source: ${edition.source.title}, version ${edition.version}. ${label}.`
