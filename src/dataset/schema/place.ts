/** A place of the gazetteer. */
import { z } from 'zod'
import { keysOf, PRECISIONS_OF_POINT } from '../vocabulary.ts'
import { reference } from './source.ts'
import { id, text } from './text.ts'

export const place = z
  .strictObject({
    id: id.meta({ description: 'Stable id.', examples: ['ain-al-asad'] }),
    name: text(160).meta({
      description: 'Name in English: one spelling everywhere.',
      examples: ['Ain al-Asad Air Base'],
    }),
    nameAr: text(160)
      .nullable()
      .meta({ description: 'Name in Arabic, Hebrew or Persian script.', examples: ['قاعدة عين الأسد الجوية'] }),
    aliases: z.array(text(160)).meta({ description: 'Other spellings and names.' }),
    kind: id.meta({ description: 'What kind of place.', examples: ['base'] }),
    country: text(80).nullable().meta({ description: 'The country; null at sea.' }),
    admin1: text(120).nullable().meta({ description: 'Province or governorate.' }),
    lat: z
      .number()
      .min(-90, 'is off the Earth: −90 to 90')
      .max(90, 'is off the Earth: −90 to 90')
      .nullable()
      .meta({ description: 'Degrees north; null where no point was found.' }),
    lon: z
      .number()
      .min(-180, 'is off the Earth: −180 to 180')
      .max(180, 'is off the Earth: −180 to 180')
      .nullable()
      .meta({ description: 'Degrees east; null where no point was found.' }),
    precision: z.enum(keysOf(PRECISIONS_OF_POINT)).meta({
      description:
        'What the point stands for: exact, town, area or country. Area and country are never drawn as a place.',
    }),
    within: id.nullable().meta({ description: 'The place that holds it.' }),
    source: reference
      .extend({
        licence: text(80)
          .nullable()
          .meta({ description: 'Licence of the coordinates, where it asks for attribution.' }),
      })
      .nullable()
      .meta({ description: 'Where the point comes from.' }),
    extraSources: z.array(reference).meta({ description: 'More pages on the place.' }),
    note: text(800).nullable().meta({ description: 'What else a reader should know.' }),
  })
  .refine((value) => (value.lat === null) === (value.lon === null), {
    path: ['lon'],
    message: 'stands without its other half: give lat and lon, or null for both',
  })
  .meta({ id: 'place', title: 'Place' })
export type Place = z.infer<typeof place>
