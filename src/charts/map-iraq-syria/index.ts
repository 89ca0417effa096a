/** Iraq, Syria and Jordan: the bases. */
import { mapChart } from '../map/map-chart.ts'
import { MAPS } from '../map/spec.ts'

export const mapIraqSyria = mapChart(MAPS['map-iraq-syria'])
