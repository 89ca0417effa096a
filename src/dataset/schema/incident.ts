/** One incident: what is said to have happened, when, where, to whom, and who says so. */
import { z } from 'zod'
import {
  ATTRIBUTIONS,
  keysOf,
  KINDS,
  OUTCOMES,
  PRECISIONS_OF_DATE,
  PRECISIONS_OF_PLACE,
  SIDES,
  TARGET_TYPES,
  THEATRES,
  WEAPONS,
} from '../vocabulary.ts'
import { account } from './account.ts'
import { source } from './source.ts'
import { bounds, count, day, id, isDay, text } from './text.ts'

export const incidentDate = z
  .strictObject({
    start: day.meta({ description: 'First possible local day.', examples: ['2023-11-07'] }),
    end: day.meta({
      description: 'Last possible local day; the same as start where the day is known.',
      examples: ['2023-11-07'],
    }),
    precision: z
      .enum(keysOf(PRECISIONS_OF_DATE))
      .meta({ description: 'How well the date is known.', examples: ['day'] }),
    assumed: z.boolean().meta({
      description: 'True where the sources give no bounds and one day either side is assumed.',
      examples: [false],
    }),
    timeNote: text(300)
      .nullable()
      .meta({ description: 'Time of day in words, local.', examples: ['before dawn'] }),
    dateNote: text(1000)
      .nullable()
      .meta({ description: 'What is known of the date.', examples: ['US sources count it as 17 October.'] }),
  })
  .refine((value) => !isDay(value.start) || !isDay(value.end) || value.end >= value.start, {
    path: ['end'],
    message: 'lies before start: swap them',
  })
  .refine(
    (value) =>
      value.end < value.start ||
      (value.precision !== 'day' && value.precision !== 'hour') ||
      value.start === value.end ||
      !isDay(value.start) ||
      !isDay(value.end),
    {
      path: ['precision'],
      message: 'says that the day is known, but start and end differ: write "range", or one day',
    },
  )

export const incidentPlace = z.strictObject({
  id: id.nullable().meta({ description: 'A place in places.json, or null.', examples: ['erbil-air-base'] }),
  name: text(300)
    .nullable()
    .meta({ description: 'The place in the words of the sources.', examples: ['Erbil air base'] }),
  country: text(80)
    .nullable()
    .meta({ description: 'The country; null at sea.', examples: ['Iraq'] }),
  precision: z
    .enum(keysOf(PRECISIONS_OF_PLACE))
    .meta({ description: 'How well the place is known. Only site and town are drawn as points.', examples: ['site'] }),
  also: z.array(id).meta({ description: 'Other places named in the same record.', examples: [[]] }),
})

export const position = z.strictObject({
  lat: z
    .number()
    .min(-90, 'is off the Earth: −90 to 90')
    .max(90, 'is off the Earth: −90 to 90')
    .meta({ description: 'Degrees north.', examples: [14.1] }),
  lon: z
    .number()
    .min(-180, 'is off the Earth: −180 to 180')
    .max(180, 'is off the Earth: −180 to 180')
    .meta({ description: 'Degrees east.', examples: [42.6] }),
  how: text(400).meta({
    description: 'How the position was obtained.',
    examples: ['computed from "60 miles south-west of Hodeidah"'],
  }),
})

export const vessel = z.strictObject({
  name: text(120)
    .nullable()
    .meta({ description: 'Name as reported; null where it was not given.', examples: ['Galaxy Leader'] }),
  flag: text(120)
    .nullable()
    .meta({ description: 'Flag as reported.', examples: ['Bahamas'] }),
  type: text(160)
    .nullable()
    .meta({ description: 'Type as reported.', examples: ['car carrier'] }),
})

export const target = z.strictObject({
  type: z
    .enum(keysOf(TARGET_TYPES))
    .nullable()
    .meta({ description: 'What kind of thing was aimed at.', examples: ['base'] }),
  operator: text(120)
    .nullable()
    .meta({ description: 'Whose it is, in words.', examples: ['US'] }),
  description: text(600)
    .nullable()
    .meta({ description: 'The target in the words of the sources.', examples: ['base hosting US forces'] }),
  vessel: vessel.nullable().meta({ description: 'The ship, where one was the target.', examples: [null] }),
  actors: z
    .array(id)
    .meta({ description: 'Whose forces or property: ids in actors.json.', examples: [['united-states', 'cjtf-oir']] }),
})

export const casualties = z.strictObject({
  killed: bounds
    .nullable()
    .meta({ description: 'People killed; null where no source gives a number.', examples: [null] }),
  wounded: bounds
    .nullable()
    .meta({ description: 'People wounded; null where no source gives a number.', examples: [{ low: 13, high: 13 }] }),
  whose: text(200)
    .nullable()
    .meta({ description: 'Whose dead and wounded.', examples: ['US personnel'] }),
  countedBy: id.nullable().meta({ description: 'The party that counted.', examples: ['us-department-of-defense'] }),
  note: text(1200)
    .nullable()
    .meta({ description: 'What else is known of the figures.', examples: ['Rose from 4 to 13 as symptoms appeared.'] }),
  countedElsewhere: z.boolean().meta({
    description: 'True where another record already holds these people: they are not added again.',
    examples: [false],
  }),
})

export const revision = z.strictObject({
  date: day.meta({ description: 'The day of the change.', examples: ['2026-01-14'] }),
  what: text(600).meta({
    description: 'What changed, as a sentence.',
    examples: ['Place corrected from Erbil to Al-Harir.'],
  }),
  why: text(600).meta({ description: 'Why, with the source in words.', examples: ['The claim names Al-Harir.'] }),
  changes: z
    .array(
      z.strictObject({
        field: text(120).meta({ description: 'The field, as a path.', examples: ['place.id'] }),
        before: text(1200)
          .nullable()
          .meta({ description: 'Its value before, as text; null where it was empty.', examples: ['erbil'] }),
        after: text(1200)
          .nullable()
          .meta({ description: 'Its value after, as text.', examples: ['harir'] }),
      }),
    )
    .meta({ description: 'The fields that changed, before and after.', examples: [[]] }),
})

export const incident = z
  .strictObject({
    $schema: z
      .string()
      .optional()
      .meta({
        description: 'Lets an editor complete and check fields as you type.',
        examples: ['../../../public/data/schema/incident.schema.json'],
      }),
    date: incidentDate.meta({ description: 'When.' }),
    kind: z.enum(keysOf(KINDS)).meta({ description: 'What kind of thing happened.', examples: ['attack'] }),
    context: z.boolean().meta({
      description: 'True for an event outside the coverage, shown for context and never counted.',
      examples: [false],
    }),
    title: text(240).meta({
      description: 'One attributed, neutral line.',
      examples: ['Drones at Ain al-Asad: first attack of the wave'],
    }),
    summary: text(1200)
      .nullable()
      .meta({ description: 'A short account written by a person; null where nobody wrote one.', examples: [null] }),
    theatre: z
      .enum(keysOf(THEATRES))
      .meta({ description: 'The theatre; the front follows from it.', examples: ['iraq'] }),
    place: incidentPlace.meta({ description: 'Where.' }),
    position: position
      .nullable()
      .meta({ description: 'For ships: where at sea, and how that is known.', examples: [null] }),
    attackers: z.array(id).meta({
      description: 'Who is said to have acted: ids in actors.json.',
      examples: [['islamic-resistance-in-iraq']],
    }),
    attackerSide: z
      .enum(keysOf(SIDES))
      .nullable()
      .meta({
        description:
          'The side that sources name where they name no group; null where attackers says it or nobody does.',
        examples: [null],
      }),
    attackerNote: text(400)
      .nullable()
      .meta({ description: 'The attacker in the words of the sources.', examples: ['Iran-aligned militia'] }),
    attribution: z
      .enum(keysOf(ATTRIBUTIONS))
      .meta({ description: 'By what right an attacker is named.', examples: ['claimed'] }),
    target: target.meta({ description: 'What was aimed at.' }),
    weapons: z.array(z.enum(keysOf(WEAPONS))).meta({ description: 'Weapons named.', examples: [['one-way-drone']] }),
    munitions: bounds
      .nullable()
      .meta({ description: 'How many weapons were launched or stopped.', examples: [{ low: 2, high: 2 }] }),
    munitionsNote: text(600)
      .nullable()
      .meta({ description: 'What is known of that number.', examples: [null] }),
    outcome: z
      .enum(keysOf(OUTCOMES))
      .nullable()
      .meta({ description: 'What became of it; null for events.', examples: ['hit'] }),
    damage: text(800)
      .nullable()
      .meta({ description: 'Damage as reported.', examples: ['A hangar was destroyed.'] }),
    casualties: casualties
      .nullable()
      .meta({ description: 'Killed and wounded; null where no source speaks of any.', examples: [null] }),
    attacks: count.nullable().meta({
      description:
        'How many attacks or strikes the record stands for: 0 for events, more than 1 for a batch, null where a batch gives no number (it then adds nothing).',
      examples: [1],
    }),
    accounts: z.array(account).min(1, 'is empty: say who says so').meta({ description: 'Who says what.' }),
    sources: z
      .array(source)
      .min(1, 'is empty: a record needs at least one source with a web address')
      .meta({ description: 'Where it was published.' }),
    recorded: day.meta({ description: 'The day the record entered the dataset.', examples: ['2025-12-31'] }),
    revisions: z.array(revision).meta({ description: 'What was changed since, oldest first.', examples: [[]] }),
    covers: z.array(id).meta({ description: 'For a batch: the records that it holds.', examples: [[]] }),
    distinctFrom: z
      .array(id)
      .meta({ description: 'Records that look alike and are known to be other events.', examples: [[]] }),
    possiblySameAs: z
      .array(id)
      .meta({ description: 'Records that may be the same event; nobody knows.', examples: [[]] }),
    doubts: z.array(text(1000)).meta({ description: 'What is uncertain, a sentence each.', examples: [[]] }),
    note: text(2000)
      .nullable()
      .meta({ description: 'What else a reader should know.', examples: [null] }),
    earlierStatus: z
      .enum(['confirmed', 'claimed', 'disputed'])
      .nullable()
      .meta({
        description:
          'The status that an earlier compilation gave; null for records that never had one. Kept for comparison; nothing is computed from it.',
        examples: [null],
      }),
  })
  .refine((value) => value.kind !== 'event' || value.attacks === 0, {
    path: ['attacks'],
    message: 'must be 0 for an event, which counts as no attack',
  })
  .refine((value) => !value.context || value.kind === 'event', {
    path: ['context'],
    message: 'goes with events alone, outside the coverage: write false',
  })
  .meta({ id: 'incident', title: 'Incident' })

/** A record as it stands in its file. */
export type IncidentRecord = z.infer<typeof incident>
export type Account = z.infer<typeof account>
export type Source = z.infer<typeof source>
export type Revision = z.infer<typeof revision>
export type Bounds = z.infer<typeof bounds>
