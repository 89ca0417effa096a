/** The dataset's own card: title, version, coverage, licences. */
import { z } from 'zod'
import { day, httpUrl, text } from './text.ts'

export const datasetCard = z
  .strictObject({
    $schema: z.string().optional(),
    title: text(120).meta({ description: 'Title.' }),
    description: text(600).meta({ description: 'One paragraph.' }),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, 'is not a version: write three numbers, as in 1.0.0')
      .meta({ description: 'Version of the data.' }),
    asOf: day.meta({ description: 'The day the record ends on: "today" for every page.' }),
    coverage: z.strictObject({ start: day, end: day }).meta({ description: 'First and last day covered.' }),
    licences: z.strictObject({ data: text(60), code: text(60) }).meta({ description: 'SPDX ids.' }),
    byline: text(80).meta({ description: 'Who signs.' }),
    contact: text(200).nullable().meta({ description: 'Where errors can be reported; null until known.' }),
    repository: httpUrl.nullable().meta({ description: 'Where the files live; null until known.' }),
    gaps: z
      .array(z.strictObject({ from: day, to: day, text: text(400) }))
      .meta({ description: 'Known gaps of the record.' }),
    versions: z
      .array(z.strictObject({ version: z.string(), date: day, what: text(600) }))
      .meta({ description: 'The changes from version to version, newest first.' }),
  })
  .meta({ id: 'dataset', title: 'Dataset' })
export type DatasetCard = z.infer<typeof datasetCard>
