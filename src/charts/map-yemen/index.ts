/** Yemen: the strikes. */
import { mapChart } from '../map/map-chart.ts'
import { MAPS } from '../map/spec.ts'

export const mapYemen = mapChart(MAPS['map-yemen'])
