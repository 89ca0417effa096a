/** The region: every attack and strike on record. */
import { mapChart } from '../map/map-chart.ts'
import { MAPS } from '../map/spec.ts'

export const mapRegion = mapChart(MAPS['map-region'])
