/** Places that have a page: those that records name, and the places that hold them. */
import type { Dataset } from './dataset.ts'
import { placesOf } from './query.ts'
import type { Place } from './schema/place.ts'

/** The places of a dataset that records use, with what contains them, by id. */
export function usedPlaces(dataset: Dataset): Place[] {
  const ids = new Set(dataset.incidents.flatMap((incident) => placesOf(incident, dataset)))
  return [...dataset.places.values()].filter((place) => ids.has(place.id))
}
