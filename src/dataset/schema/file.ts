/** The files of a data folder: which there are, and what each holds. */
import { z } from 'zod'
import { actor } from './actor.ts'
import { border } from './border.ts'
import { datasetCard } from './dataset.ts'
import { incident } from './incident.ts'
import { party } from './party.ts'
import { place } from './place.ts'
import { relation } from './relation.ts'
import { tallyPoint, tallySeries } from './tally.ts'

const $schema = z.string().optional().meta({ description: 'Lets an editor complete and check fields as you type.' })

/** One record of an incident: data/incidents/<year>/<id>.json. */
export const incidentFile = incident

/** Every other file of a data folder, by its name without .json. */
export const FILES = {
  actors: z
    .strictObject({ $schema, actors: z.array(actor).meta({ description: 'The actors.' }) })
    .meta({ id: 'actors', title: 'Actors' }),
  borders: z
    .strictObject({ $schema, borders: z.array(border).meta({ description: 'The borders drawn dotted.' }) })
    .meta({ id: 'borders', title: 'Borders' }),
  dataset: datasetCard,
  parties: z
    .strictObject({ $schema, parties: z.array(party).meta({ description: 'The parties that speak.' }) })
    .meta({ id: 'parties', title: 'Parties' }),
  places: z
    .strictObject({ $schema, places: z.array(place).meta({ description: 'The gazetteer.' }) })
    .meta({ id: 'places', title: 'Places' }),
  relations: z
    .strictObject({ $schema, relations: z.array(relation).meta({ description: 'The ties between actors.' }) })
    .meta({ id: 'relations', title: 'Relations' }),
  tallies: z
    .strictObject({
      $schema,
      series: z.array(tallySeries).meta({ description: 'The series.' }),
      points: z.array(tallyPoint).meta({ description: 'The figures of the series.' }),
    })
    .meta({ id: 'tallies', title: 'Tallies' }),
} as const

export type FileName = keyof typeof FILES

/** What a file holds, as checked. */
export type FileContent<Name extends FileName> = z.infer<(typeof FILES)[Name]>
