/** Official and monitors' running counts. A series is one unit counted by one counter. */
import { z } from 'zod'
import { FRONTS, keysOf, KINDS, QUALIFIERS, SIDES, TARGET_TYPES, UNITS_OF_COUNT, WEAPONS } from '../vocabulary.ts'
import { link } from './actor.ts'
import { count, day, id, text } from './text.ts'

/** What part of our record a series can be set beside, in the vocabulary of ../query.ts. */
export const scope = z.strictObject({
  from: day.meta({ description: 'First day counted.' }),
  units: z.enum(keysOf(UNITS_OF_COUNT)).meta({ description: 'Our unit.' }),
  targetSides: z
    .array(z.enum(keysOf(SIDES)))
    .nullable()
    .meta({ description: 'Whose forces were attacked.' }),
  countries: z.array(text(80)).nullable().meta({ description: 'Countries.' }),
  fronts: z
    .array(z.enum(keysOf(FRONTS)))
    .nullable()
    .meta({ description: 'Fronts.' }),
  attackers: z.array(id).nullable().meta({ description: 'Attackers.' }),
  kinds: z
    .array(z.enum(keysOf(KINDS)))
    .nullable()
    .meta({ description: 'Kinds.' }),
  targetTypes: z
    .array(z.enum(keysOf(TARGET_TYPES)))
    .nullable()
    .meta({ description: 'Target types.' }),
  weapons: z
    .array(z.enum(keysOf(WEAPONS)))
    .nullable()
    .meta({ description: 'Weapons.' }),
})

export const tallySeries = z
  .strictObject({
    id: id.meta({ description: 'Stable id.' }),
    counted: text(300).meta({ description: 'What is counted, in words.' }),
    by: text(300).meta({ description: 'Who counts.' }),
    since: text(10).nullable().meta({ description: 'Since when.' }),
    caveat: text(1000).nullable().meta({ description: 'What to know before use.' }),
    unit: id.meta({ description: 'Its unit.' }),
    featured: z.boolean().meta({ description: 'Drawn in the cumulative chart.' }),
    scope: scope
      .nullable()
      .meta({ description: 'What to set beside it; null where nothing in the record is comparable.' }),
    comparableNote: text(1000).nullable().meta({ description: 'Why the comparison holds or fails.' }),
  })
  .meta({ id: 'tally-series', title: 'Tally series' })

export const tallyPoint = z
  .strictObject({
    id: id.meta({ description: 'Stable id.' }),
    series: id.meta({ description: 'Its series.' }),
    asOf: day.meta({ description: 'The day it speaks of.' }),
    total: count.meta({ description: 'The figure.' }),
    qualifier: z.enum(keysOf(QUALIFIERS)).meta({ description: 'How the figure is worded.' }),
    split: z
      .strictObject({
        iraq: count.nullable().meta({ description: 'In Iraq.' }),
        syria: count.nullable().meta({ description: 'In Syria.' }),
        jordan: count.nullable().meta({ description: 'In Jordan.' }),
      })
      .nullable()
      .meta({ description: 'The figure by country.' }),
    wounded: count.nullable().meta({ description: 'Wounded, as said beside it.' }),
    killed: count.nullable().meta({ description: 'Killed, as said beside it.' }),
    by: text(300).meta({ description: 'Who said it.' }),
    quality: text(60).nullable().meta({ description: 'How well the point is dated and sourced.' }),
    note: text(1000).nullable().meta({ description: 'What else to know.' }),
    sources: z.array(link).min(1, 'is empty: a figure needs a source').meta({ description: 'Where it was published.' }),
  })
  .meta({ id: 'tally-point', title: 'Tally point' })

export type TallyScope = z.infer<typeof scope>
export type TallySeries = z.infer<typeof tallySeries>
export type TallyPoint = z.infer<typeof tallyPoint>
