/** The Red Sea and the Gulf of Aden: the ships. */
import { mapChart } from '../map/map-chart.ts'
import { MAPS } from '../map/spec.ts'

export const mapRedSea = mapChart(MAPS['map-red-sea'])
