/** The files that are published under /data/: one list, from which the files, their sums and their package are made. */
import { createHash } from 'node:crypto'
import { datasetBib, datasetCsl } from './citation.ts'
import { dataPackage } from './datapackage.ts'
import type { Dataset } from './dataset.ts'
import { accountsCsv, incidentsCsv, incidentsGeoJson, incidentsJson, sourcesCsv } from './export.ts'

export interface PublishedFile {
  readonly name: string
  readonly about: string
  readonly mediaType: string
  readonly content: string
  readonly bytes: number
  readonly sha256: string
}

const JSON_TYPE = 'application/json'
const CSV_TYPE = 'text/csv'

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`

const made = new WeakMap<Dataset, Map<string, readonly PublishedFile[]>>()

/** Every published file but the schema, which stands as it is. `home` is the absolute address of the data page. */
export function publishedFiles(dataset: Dataset, home: string): readonly PublishedFile[] {
  const known = made.get(dataset)?.get(home)
  if (known !== undefined) return known
  const { card } = dataset
  const file = (name: string, mediaType: string, about: string, content: string): PublishedFile => ({
    name,
    about,
    mediaType,
    content,
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
  })
  const data = [
    file(
      'incidents.csv',
      CSV_TYPE,
      'One row a record, with its evidence and the point where it may be drawn.',
      incidentsCsv(dataset),
    ),
    file(
      'accounts.csv',
      CSV_TYPE,
      'One row an account: who confirms, reports, claims or denies a record.',
      accountsCsv(dataset),
    ),
    file(
      'sources.csv',
      CSV_TYPE,
      'One row a source of a record: address, publisher, date and route.',
      sourcesCsv(dataset),
    ),
    file(
      'incidents.json',
      JSON_TYPE,
      'The records whole: {dataset, incidents}, each with its evidence.',
      incidentsJson(dataset),
    ),
    file(
      'incidents.geojson',
      'application/geo+json',
      'One feature a record. Where no point was published, the geometry is null.',
      incidentsGeoJson(dataset),
    ),
    file(
      'actors.json',
      JSON_TYPE,
      'States, commands, groups and names.',
      pretty({ actors: [...dataset.actors.values()] }),
    ),
    file(
      'relations.json',
      JSON_TYPE,
      'Ties between actors, how sure each is, and who denies it.',
      pretty({ relations: dataset.relations }),
    ),
    file(
      'places.json',
      JSON_TYPE,
      'The gazetteer, with precision, source and licence of each point.',
      pretty({ places: [...dataset.places.values()] }),
    ),
    file(
      'parties.json',
      JSON_TYPE,
      'Who speaks, and what each is for the rule of evidence.',
      pretty({ parties: [...dataset.parties.values()] }),
    ),
    file(
      'tallies.json',
      JSON_TYPE,
      'Official and monitors’ running counts: series and points.',
      pretty({ series: [...dataset.series.values()], points: dataset.points }),
    ),
  ]
  const citations = [
    file('citation.bib', 'application/x-bibtex', 'How to cite the dataset, as BibTeX.', datasetBib(card, home)),
    file('citation.json', JSON_TYPE, 'How to cite the dataset, as CSL-JSON.', pretty(datasetCsl(card, home))),
  ]
  const pack = file(
    'datapackage.json',
    JSON_TYPE,
    'Frictionless data package: every file and every column.',
    dataPackage(dataset, data, home),
  )
  const files = [...data, pack, ...citations]
  const all = [
    ...files,
    file(
      'SHA256SUMS',
      'text/plain',
      'Checksums of the files above.',
      files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join(''),
    ),
  ]
  const byHome = made.get(dataset) ?? new Map<string, readonly PublishedFile[]>()
  byHome.set(home, all)
  made.set(dataset, byHome)
  return all
}
