/** `places`: search the gazetteer. */
import { loadDataset } from '../load.ts'
import { searchPlaces } from '../places.ts'
import { counted, paint, textTable, type Command } from './command.ts'

export const places: Command = {
  name: 'places',
  takes: '[WORDS]',
  words: [0, 20],
  summary: 'Search the gazetteer for the id of a place.',
  help: [
    'Finds places by name, Arabic name, other spellings, province, country or kind. Accents, hyphens and the forms of Arabic letters do not matter. Without words it lists all places.',
  ],
  options: { format: { value: 'FORMAT', choices: ['text', 'json'], help: 'text (as is) or json.' } },
  examples: [
    ['places ain al asad', 'By name, in any spelling.'],
    ['places صنعاء', 'By Arabic name.'],
    ['places base syria', 'By kind and country.'],
  ],
  run: async (line, effects) => {
    const dataset = loadDataset(line.data, effects.disk)
    const search = line.words.join(' ')
    const found = searchPlaces(dataset.places.values(), search)
    if (line.values['format'] === 'json') {
      effects.out(`${JSON.stringify(found, null, 2)}\n`)
      return 0
    }
    if (found.length === 0) {
      effects.err(
        `No place answers ${JSON.stringify(search)}. Try fewer words, or another spelling. New places go into ${line.data}/places.json.\n`,
      )
      return 0
    }
    const rows = found.map((place) => [
      place.id,
      place.name,
      place.nameAr ?? '',
      place.kind,
      place.within ?? '',
      place.country ?? '',
      place.lat === null || place.lon === null ? '' : `${String(place.lat)}, ${String(place.lon)}`,
      place.precision,
    ])
    const table = textTable(['id', 'name', 'arabic', 'kind', 'within', 'country', 'lat, lon', 'precision'], rows)
    const [head = '', ...body] = table.split('\n')
    effects.out(`${paint(effects, 'bold', head)}\n${body.join('\n')}\n`)
    effects.err(`${counted(found.length, 'place')}.\n`)
    return 0
  },
}
