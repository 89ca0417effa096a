/** An actor: a state, command, group or name that acts or is attacked. */
import { z } from 'zod'
import { ACTOR_KINDS, COLOURS, keysOf, LAYERS, SIDES } from '../vocabulary.ts'
import { httpUrl, id, partialDay, text } from './text.ts'

const link = z.strictObject({
  url: httpUrl.meta({ description: 'The page where it stands.' }),
  publisher: text(200).meta({ description: 'Who published it.' }),
  date: partialDay.nullable().meta({ description: 'The day of publication, or null.' }),
})

export const designation = z.strictObject({
  by: text(120).meta({ description: 'Who designated.', examples: ['United States'] }),
  as: text(200).meta({ description: 'As what.', examples: ['Foreign Terrorist Organization'] }),
  date: partialDay.nullable().meta({ description: 'When, as far as known.', examples: ['2009-07-02'] }),
  source: httpUrl.nullable().meta({ description: 'The page where it stands.' }),
})

export const actor = z
  .strictObject({
    id: id.meta({ description: 'Stable id.', examples: ['kataib-hezbollah'] }),
    name: text(120).meta({ description: 'Name in English: one spelling everywhere.', examples: ['Kataib Hezbollah'] }),
    nameAr: text(160)
      .nullable()
      .meta({ description: 'Name in Arabic or Persian script.', examples: ['كتائب حزب الله'] }),
    short: text(40)
      .nullable()
      .meta({ description: 'Short form for labels.', examples: ['KH'] }),
    kind: z.enum(keysOf(ACTOR_KINDS)).meta({ description: 'What kind of body.', examples: ['armed-group'] }),
    layer: z
      .enum(keysOf(LAYERS))
      .meta({ description: 'Its row in the network drawing. Rows are not orders.', examples: ['group'] }),
    side: z.enum(keysOf(SIDES)).meta({
      description: 'The side it stands on, for the rules of evidence and counting.',
      examples: ['iran-aligned'],
    }),
    colour: z.enum(keysOf(COLOURS)).meta({ description: 'Its hue in charts.', examples: ['iraqi-factions'] }),
    country: text(80)
      .nullable()
      .meta({ description: 'Home country.', examples: ['Iraq'] }),
    leader: text(240).nullable().meta({ description: 'Leader as reported.' }),
    founded: text(120).nullable().meta({ description: 'When founded, as reported.' }),
    designations: z.array(designation).meta({ description: 'Terror and sanctions lists.' }),
    aliases: z.array(text(160)).meta({ description: 'Other spellings and names.' }),
    summary: text(1200).nullable().meta({ description: 'What it is, attributed.' }),
    note: text(1200).nullable().meta({ description: 'What else a reader should know.' }),
    sources: z.array(link).min(1, 'is empty: an actor needs a source').meta({ description: 'Where it was published.' }),
  })
  .meta({ id: 'actor', title: 'Actor' })

export { link }
export type Actor = z.infer<typeof actor>
