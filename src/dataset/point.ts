/**
 * Where a record may be drawn.
 *
 * 1. A ship at its own position, where one was published or computed from what was.
 * 2. Else at its place, where both the record and the gazetteer know it as a site or a town.
 * 3. Else nowhere: an area or a country has a middle, but nothing happened there.
 */
import type { Dataset, Incident } from './dataset.ts'

export interface Point {
  readonly lat: number
  readonly lon: number
  readonly precision: 'position' | 'site' | 'town'
}

/** The point at which a record may be drawn, by the rule above; null where there is none. */
export function pointOf(
  incident: Pick<Incident, 'place' | 'position'>,
  dataset: Pick<Dataset, 'places'>,
): Point | null {
  if (incident.position !== null)
    return { lat: incident.position.lat, lon: incident.position.lon, precision: 'position' }
  const { id, precision } = incident.place
  if (id === null || (precision !== 'site' && precision !== 'town')) return null
  const place = dataset.places.get(id)
  if (place === undefined || place.lat === null || place.lon === null) return null
  if (place.precision !== 'exact' && place.precision !== 'town') return null
  return {
    lat: place.lat,
    lon: place.lon,
    precision: precision === 'site' && place.precision === 'exact' ? 'site' : 'town',
  }
}
