/** A tie between two actors, how sure it is, and who denies it. */
import { z } from 'zod'
import { CONFIDENCES, keysOf } from '../vocabulary.ts'
import { link } from './actor.ts'
import { id, partialDay, text } from './text.ts'

export const relation = z
  .strictObject({
    id: id.meta({ description: 'from--type--to.', examples: ['iran--backs--houthis'] }),
    from: id.meta({ description: 'An actor.' }),
    to: id.meta({ description: 'An actor.' }),
    type: id.meta({ description: 'The kind of tie.', examples: ['backs'] }),
    since: partialDay.nullable().meta({ description: 'Since when, as far as known.' }),
    until: partialDay.nullable().meta({ description: 'Until when.' }),
    evidence: text(1200).meta({ description: 'What the tie rests on, in words.' }),
    confidence: z.enum(keysOf(CONFIDENCES)).meta({ description: 'How sure.' }),
    deniedBy: z
      .strictObject({
        text: text(600).meta({ description: 'Who denies it and how.' }),
        party: id.nullable().meta({ description: 'The party that denies, where it is in parties.json.' }),
        date: partialDay.nullable().meta({ description: 'When.' }),
      })
      .nullable()
      .meta({ description: 'A denial, or null.' }),
    core: z.boolean().meta({ description: 'Drawn at first sight.' }),
    sources: z.array(link).min(1, 'is empty: a tie needs a source').meta({ description: 'Where it was published.' }),
  })
  .meta({ id: 'relation', title: 'Relation' })
export type Relation = z.infer<typeof relation>
