/** Who speaks. */
import { z } from 'zod'
import { keysOf, POSITIONS, SIDES } from '../vocabulary.ts'
import { id, text } from './text.ts'

export const party = z
  .strictObject({
    id: id.meta({ description: 'Stable id.', examples: ['centcom'] }),
    name: text(160).meta({ description: 'Name in English.', examples: ['US Central Command (CENTCOM)'] }),
    kind: id.meta({ description: 'What kind of body.', examples: ['military'] }),
    actor: id.nullable().meta({ description: 'The actor it speaks for, or null.' }),
    position: z.enum(keysOf(POSITIONS)).meta({ description: 'What it is for the evidence rule.' }),
    side: z.enum(keysOf(SIDES)).meta({ description: 'The side it speaks for.' }),
    named: z.boolean().meta({ description: 'False for officials and sources without a name.' }),
    why: text(400).nullable().meta({ description: 'Why this position, where it is not evident.' }),
  })
  .meta({ id: 'party', title: 'Party' })
export type Party = z.infer<typeof party>
