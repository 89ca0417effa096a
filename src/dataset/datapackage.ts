/** The dataset as a Frictionless data package: what each file holds, column by column. */
import { ACCOUNT_COLUMNS, INCIDENT_COLUMNS, SOURCE_COLUMNS, type CellForm, type Column } from './columns.ts'
import type { Dataset } from './dataset.ts'

const TYPES: Readonly<Record<CellForm, string>> = {
  text: 'string',
  day: 'date',
  number: 'number',
  count: 'integer',
  flag: 'boolean',
  list: 'string',
  positions: 'string',
  data: 'string',
}

const fieldsOf = (columns: readonly Column[]): object[] =>
  columns.map(({ name, form, about }) => ({
    name,
    type: TYPES[form],
    ...(about === null ? {} : { description: about }),
    ...(form === 'list' ? { description: `${about === null ? '' : `${about} `}Items joined by "; ".` } : {}),
    ...(name === 'id' ? { constraints: { required: true } } : {}),
  }))

/** The columns of a table, with the key that its rows share with incidents.csv. */
const TABLES: Readonly<Record<string, { columns: readonly Column[]; schema: object }>> = {
  'incidents.csv': { columns: INCIDENT_COLUMNS, schema: { primaryKey: 'id' } },
  'accounts.csv': {
    columns: ACCOUNT_COLUMNS,
    schema: {
      primaryKey: ['id', 'n'],
      foreignKeys: [{ fields: 'id', reference: { resource: 'incidents', fields: 'id' } }],
    },
  },
  'sources.csv': {
    columns: SOURCE_COLUMNS,
    schema: {
      primaryKey: ['id', 'n'],
      foreignKeys: [{ fields: 'id', reference: { resource: 'incidents', fields: 'id' } }],
    },
  },
}

/** A file that is published, as far as its package tells of it. */
export interface PackagedFile {
  readonly name: string
  readonly about: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
}

/** Links that coordinates and outlines owe to where they come from. */
export function attributionsOf(dataset: Dataset): { publisher: string; licence: string; places: number }[] {
  const found = new Map<string, { publisher: string; licence: string; places: number }>()
  for (const { source } of dataset.places.values()) {
    if (source === null || source.licence === null) continue
    const key = `${source.publisher}\n${source.licence}`
    const entry = found.get(key) ?? { publisher: source.publisher, licence: source.licence, places: 0 }
    entry.places += 1
    found.set(key, entry)
  }
  return [...found.values()].sort((a, b) => b.places - a.places || (a.publisher < b.publisher ? -1 : 1))
}

/** datapackage.json. */
export function dataPackage(dataset: Dataset, files: readonly PackagedFile[], homepage: string): string {
  const { card } = dataset
  const resources = files.map(({ name, about, mediaType, bytes, sha256 }) => {
    const table = TABLES[name]
    return {
      name: name.endsWith('.csv') ? name.slice(0, -4) : name.replaceAll('.', '-'),
      path: name,
      description: about,
      mediatype: mediaType,
      format: name.split('.').at(-1),
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
      ...(table === undefined
        ? { profile: 'data-resource' }
        : {
            profile: 'tabular-data-resource',
            schema: { fields: fieldsOf(table.columns), missingValues: [''], ...table.schema },
          }),
    }
  })
  return `${JSON.stringify(
    {
      name: 'since-october-17',
      title: card.title,
      description: card.description,
      version: card.version,
      created: `${card.asOf}T00:00:00Z`,
      profile: 'data-package',
      homepage,
      licenses: [
        {
          name: card.licences.data === 'CC-BY-4.0' ? 'CC-BY-4.0' : card.licences.data,
          title: 'Creative Commons Attribution 4.0',
          path: 'https://creativecommons.org/licenses/by/4.0/',
        },
      ],
      contributors: [{ title: card.byline, role: 'author' }],
      sources: attributionsOf(dataset).map(({ publisher }) => ({ title: publisher })),
      resources,
    },
    null,
    2,
  )}\n`
}
