/** Every chart. Adding one is adding a folder and a line here; pages, images, embeds and tables follow. */
import type { Chart } from './chart.ts'
import { calendar } from './calendar/index.ts'
import { cumulative } from './cumulative/index.ts'
import { frequency } from './frequency/index.ts'
import { mapIraqSyria } from './map-iraq-syria/index.ts'
import { mapRedSea } from './map-red-sea/index.ts'
import { mapRegion } from './map-region/index.ts'
import { mapYemen } from './map-yemen/index.ts'
import { network } from './network/index.ts'
import { outcomes } from './outcomes/index.ts'
import { vessels } from './vessels/index.ts'

export const charts: readonly Chart[] = [
  frequency,
  cumulative,
  calendar,
  network,
  mapRegion,
  mapIraqSyria,
  mapRedSea,
  mapYemen,
  outcomes,
  vessels,
]

/** A chart by its id; undefined where there is none. */
export const chartById = (id: string): Chart | undefined => charts.find((chart) => chart.id === id)
