/** Pairs of countries whose border is drawn dotted, each with reason and source. */
import { z } from 'zod'
import { reference } from './source.ts'
import { id, text } from './text.ts'

export const border = z
  .strictObject({
    id: id.meta({ description: 'Stable id.' }),
    countries: z
      .array(
        z
          .string()
          .regex(/^\d{3}$/, 'is not a country number: write the three digits of ISO 3166, as in "760"')
          .nullable(),
      )
      .length(2, 'needs two countries')
      .meta({
        description:
          'ISO 3166 numbers, as in world-atlas; null for an area that has none: it is then found by its name.',
      }),
    names: z.array(text(80)).length(2, 'needs two names').meta({ description: 'Their names.' }),
    reason: text(600).meta({ description: 'Why it is drawn dotted.' }),
    source: reference.meta({ description: 'Where it stands.' }),
  })
  .meta({ id: 'border', title: 'Border' })
export type Border = z.infer<typeof border>
