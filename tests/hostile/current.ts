/** Stands in for `src/dataset/current.ts`: the record with a hostile string in each of its texts, another one in every record. */
import { createDataset, type Dataset } from '../../src/dataset/dataset.ts'
import { loadDataset } from '../../src/dataset/load.ts'
import { CORPUS, poison } from '../../src/hostile.fixtures.ts'

let dataset: Dataset | null = null

/** The hostile dataset; made on first use. */
export function currentDataset(): Dataset {
  dataset ??= hostile(loadDataset(process.env['DATA_DIR'] ?? 'data'))
  return dataset
}

function hostile(real: Dataset): Dataset {
  const each = <T>(list: Iterable<T>, most = Infinity): T[] =>
    [...list].map((item, index) => poison(item, (CORPUS[index % CORPUS.length] ?? '').slice(0, most)))
  return createDataset({
    card: real.card,
    // Stories ask for records by country; where a story finds none, the build rightly stops.
    incidents: each(real.incidents).map((record, index) => {
      const country = real.incidents[index]?.place.country ?? null
      return index % 8 === 7 ? record : { ...record, place: { ...record.place, country } }
    }),
    // A name of thousands of letters would make the drawing of ties between names a matter of minutes.
    actors: each(real.actors.values(), 300),
    relations: each(real.relations),
    places: each(real.places.values()),
    parties: each(real.parties.values()),
    tallies: { series: each(real.series.values()), points: each(real.points) },
    borders: real.borders,
  })
}
