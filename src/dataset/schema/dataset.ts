/** The dataset's own card: title, version, coverage, licences. */
import { z } from 'zod'
import { day, httpUrl, text } from './text.ts'

export const datasetCard = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'Lets an editor complete and check fields as you type.' }),
    title: text(120).meta({ description: 'Title.' }),
    description: text(600).meta({ description: 'One paragraph.' }),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, 'is not a version: write three numbers, as in 1.0.0')
      .meta({ description: 'Version of the data.' }),
    asOf: day.meta({ description: 'The day the record ends on: "today" for every page.' }),
    coverage: z
      .strictObject({
        start: day.meta({ description: 'The first day.' }),
        end: day.meta({ description: 'The last day.' }),
      })
      .meta({ description: 'First and last day covered.' }),
    licences: z
      .strictObject({
        data: text(60).meta({ description: 'Of the data.', examples: ['CC-BY-4.0'] }),
        code: text(60).meta({ description: 'Of the code.', examples: ['MIT'] }),
      })
      .meta({ description: 'SPDX ids.' }),
    byline: text(80).meta({ description: 'Who signs.' }),
    contact: text(200).nullable().meta({ description: 'Where errors can be reported; null until known.' }),
    repository: httpUrl.nullable().meta({ description: 'Where the files live; null until known.' }),
    gaps: z
      .array(
        z.strictObject({
          from: day.meta({ description: 'First day of the gap.' }),
          to: day.meta({ description: 'Last day of the gap.' }),
          text: text(400).meta({ description: 'What is missing, as a sentence.' }),
        }),
      )
      .meta({ description: 'Known gaps of the record.' }),
    versions: z
      .array(
        z.strictObject({
          version: text(20).meta({ description: 'The version.', examples: ['1.0.0'] }),
          date: day.meta({ description: 'Its day.' }),
          what: text(600).meta({ description: 'What changed, as a sentence.' }),
        }),
      )
      .meta({ description: 'The changes from version to version, newest first.' }),
  })
  .meta({ id: 'dataset', title: 'Dataset' })
export type DatasetCard = z.infer<typeof datasetCard>
