/** A map as a chart of the registry. */
import { defineChart, WIDTHS, type Chart } from '../chart.ts'
import { drawMap } from './draw.ts'
import { mapModel } from './model.ts'
import type { MapSpec } from './spec.ts'
import { tableOf } from './table.ts'
import { describeMap, methodOf, subtitleOf, titleOf } from './words.ts'

/** The chart of a map's specification. */
export const mapChart = (spec: MapSpec): Chart =>
  defineChart({
    id: spec.id,
    name: spec.name,
    widths: WIDTHS,
    cardWidth: 920,
    model: (dataset) => mapModel(dataset, spec),
    title: (model) => titleOf(model, spec),
    subtitle: (model) => subtitleOf(model, spec),
    describe: (model) => describeMap(model, spec),
    method: (model) => methodOf(model, spec),
    table: (model) => tableOf(model, `${spec.name}: every record and where it stands`),
    draw: (model, canvas) => drawMap(model, spec, canvas, titleOf(model, spec)),
    query: spec.query,
  })
