/** Reads a data folder into memory. Invalid data is refused with every problem at once. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDataset, type Dataset } from './dataset.ts'
import type { Contents } from './dataset.ts'

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8')) as unknown

/** The dataset of a data folder. Throws `DataError` with every problem where the data is invalid. */
export function loadDataset(dir: string): Dataset {
  const list = (name: string): unknown => (json(join(dir, `${name}.json`)) as Record<string, unknown>)[name]
  const incidents = readdirSync(join(dir, 'incidents'))
    .sort()
    .flatMap((year) =>
      readdirSync(join(dir, 'incidents', year))
        .sort()
        .map((file) => ({ ...(json(join(dir, 'incidents', year, file)) as object), id: file.slice(0, -5) })),
    )
  return createDataset({
    card: json(join(dir, 'dataset.json')),
    incidents,
    actors: list('actors'),
    relations: list('relations'),
    places: list('places'),
    parties: list('parties'),
    tallies: json(join(dir, 'tallies.json')),
    borders: list('borders'),
  } as unknown as Contents)
}
