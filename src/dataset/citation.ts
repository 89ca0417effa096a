/** How to cite the dataset and a record: as text, as BibTeX, as CSL-JSON. Addresses are passed in; the record knows no host. */
import type { Incident } from './dataset.ts'
import { formatDay } from './dates.ts'
import type { DatasetCard } from './schema/dataset.ts'

const MARKS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Text as BibTeX takes it: its special marks escaped. */
export const bibText = (text: string): string => text.replace(/[\\~^{}%&_#$]/g, (mark) => MARKS[mark] ?? `\\${mark}`)

const entry = (key: string, fields: Readonly<Record<string, string>>): string =>
  `@misc{${key},\n${Object.entries(fields)
    .map(([name, value]) => `  ${name} = {${value}}`)
    .join(',\n')}\n}\n`

const year = (day: string): string => day.slice(0, 4)

/** The dataset as text. */
export const citeDataset = (card: DatasetCard, url: string): string =>
  `${card.byline}. ${card.title}: the record, version ${card.version}, as of ${formatDay(card.asOf, 'long')}. ${url}`

/** The dataset as BibTeX. */
export const datasetBib = (card: DatasetCard, url: string): string =>
  entry('since-october-17', {
    author: `{${bibText(card.byline)}}`,
    title: `{${bibText(card.title)}: the record}`,
    year: year(card.asOf),
    version: bibText(card.version),
    note: `Version ${bibText(card.version)}, as of ${card.asOf}. Licence: ${bibText(card.licences.data)}`,
    url,
  })

const parts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] })

/** The dataset as CSL-JSON. */
export const datasetCsl = (card: DatasetCard, url: string): object[] => [
  {
    id: 'since-october-17',
    type: 'dataset',
    title: `${card.title}: the record`,
    author: [{ literal: card.byline }],
    issued: parts(card.asOf),
    version: card.version,
    license: card.licences.data,
    abstract: card.description,
    URL: url,
  },
]

/** A record as text. */
export const citeRecord = (incident: Incident, card: DatasetCard, url: string): string =>
  `${card.byline}. “${incident.title}”. ${card.title}, record ${incident.id}, version ${card.version}, as of ${formatDay(card.asOf, 'long')}. ${url}`

/** A record as BibTeX. */
export const recordBib = (incident: Incident, card: DatasetCard, url: string): string =>
  entry(`since-october-17-${incident.id}`, {
    author: `{${bibText(card.byline)}}`,
    title: `{${bibText(incident.title)}}`,
    year: year(card.asOf),
    howpublished: `{${bibText(card.title)}}`,
    note: `Record ${incident.id}, version ${bibText(card.version)}, as of ${card.asOf}`,
    url,
  })
