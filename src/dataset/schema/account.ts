/** What one party says of one event. Evidence follows from these, by the rule in ../evidence.ts. */
import { z } from 'zod'
import { BASES, DENIALS, keysOf, STANCES } from '../vocabulary.ts'
import { count, id, text } from './text.ts'

export const account = z
  .strictObject({
    party: id.meta({ description: 'Who speaks: an id in parties.json.', examples: ['centcom'] }),
    stance: z.enum(keysOf(STANCES)).meta({
      description: 'What it does: confirms, reports, claims, denies, or says that it is not aware.',
      examples: ['confirms'],
    }),
    of: z
      .enum(keysOf(DENIALS))
      .nullable()
      .meta({ description: 'For a denial, what is denied; null for every other stance.', examples: [null] }),
    basis: z
      .enum(keysOf(BASES))
      .meta({ description: 'How it knows. Unknown counts as relaying.', examples: ['own-knowledge'] }),
    said: text(600)
      .nullable()
      .meta({
        description: 'What it said, in our own words; null where the source gives only the stance.',
        examples: ['one drone destroyed, one damaged'],
      }),
    sources: z
      .array(count)
      .min(1, 'names no source: give the positions of its sources in `sources`, counted from 0')
      .meta({ description: 'Positions in the record’s `sources`, counted from 0.', examples: [[0, 2]] }),
  })
  .refine((value) => value.stance !== 'denies' || value.of !== null, {
    path: ['of'],
    message: 'says what is denied: write "event", "involvement" or "detail" beside "denies"',
  })
  .refine((value) => value.stance === 'denies' || value.of === null, {
    path: ['of'],
    message: 'goes with the stance "denies" alone: write null',
  })
  .meta({ title: 'Account' })
