/** Where something was published, and by what route the page came by it. */
import { z } from 'zod'
import { keysOf, VIAS } from '../vocabulary.ts'
import { httpUrl, partialDay, text } from './text.ts'

export const source = z
  .strictObject({
    url: httpUrl.meta({
      description: 'The page where it stands.',
      examples: ['https://www.stripes.com/theaters/middle_east/2023-10-18/iraq-drone-attack-11747650.html'],
    }),
    publisher: text(200).meta({
      description: 'Who published it, with the route in words where there is one.',
      examples: ['AP via SunStar'],
    }),
    date: partialDay
      .nullable()
      .meta({ description: 'The day of publication; null where the page gives none.', examples: ['2023-10-18'] }),
    via: z.enum(keysOf(VIAS)).meta({ description: 'How the page came by the text.', examples: ['syndicated'] }),
    archive: httpUrl.nullable().meta({ description: 'An archived copy, or null.', examples: [null] }),
  })
  .meta({ title: 'Source' })

/** A link without a route: for gazetteers and reference pages. */
export const reference = z.strictObject({
  url: httpUrl.meta({ description: 'The page where it stands.' }),
  publisher: text(200).meta({ description: 'Who published it.' }),
})
