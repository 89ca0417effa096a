/** The index of the search: records, actors and places by all their names, folded, so that spellings find each other. */
import MiniSearch from 'minisearch'
import { placesInUse } from '../dataset/connections.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { formatSpan } from '../dataset/dates.ts'
import { placeName } from '../dataset/words.ts'
import { SEARCH_OPTIONS } from './search-options.ts'

/** The index of a dataset, ready to be published. */
export function searchIndex(dataset: Dataset): string {
  const index = new MiniSearch(SEARCH_OPTIONS)
  const join = (...parts: readonly (string | null | undefined)[]) => parts.filter((part) => part != null).join(' ')
  index.addAll([
    ...[...dataset.actors.values()].map((actor) => ({
      id: `a/${actor.id}`,
      path: `/actors/${actor.id}/`,
      title: actor.name,
      note: 'Actor',
      text: join(actor.nameAr, actor.short, ...actor.aliases),
    })),
    ...placesInUse(dataset)
      .flatMap((id) => dataset.places.get(id) ?? [])
      .map((place) => ({
        id: `p/${place.id}`,
        path: `/places/${place.id}/`,
        title: place.name,
        note: place.country === null || place.kind === 'country' ? 'Place' : `Place, ${place.country}`,
        text: join(place.nameAr, ...place.aliases),
      })),
    ...dataset.incidents.map((incident) => ({
      id: incident.id,
      path: `/incidents/${incident.id}/`,
      title: incident.title,
      note: `${formatSpan(incident.date)}, ${placeName(incident, dataset)}`,
      text: join(incident.target.vessel?.name, incident.place.name, dataset.places.get(incident.place.id ?? '')?.name),
    })),
  ])
  return JSON.stringify(index)
}
