/** Where a locator map points, and what it may say about it. */
import { locatorMap, type Located } from '../../charts/map/locator.ts'
import { spreadOf } from '../../charts/map/model.ts'
import { PAGE_PAINT } from '../../charts/palette.ts'
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import { pointOf } from '../../dataset/point.ts'
import type { Place } from '../../dataset/schema/place.ts'
import { placeName } from '../../dataset/words.ts'

/** A map of a record: its point where one may be drawn, the middle of its area otherwise. */
export function locatedRecord(incident: Incident, dataset: Dataset): { located: Located | null; caption: string } {
  const name = placeName(incident, dataset)
  const point = pointOf(incident, dataset)
  if (point !== null) {
    const { position } = incident
    if (position === null) {
      const words = { position: 'A position', site: 'The site', town: 'The town, not where in it' }
      return { located: { lat: point.lat, lon: point.lon, name }, caption: `${words[point.precision]}: ${name}.` }
    }
    const spread = spreadOf(position.how)
    return {
      located: { lat: point.lat, lon: point.lon, name: incident.target.vessel?.name ?? name, spread },
      caption: `A position at sea: ${position.how}.${spread === null ? '' : ` It may be off by ${String(spread)} km; the circle is drawn that wide.`}`,
    }
  }
  const place = dataset.places.get(incident.place.id ?? '')
  if (place === undefined) return { located: null, caption: 'No point and no area were published.' }
  return locatedPlace(place, true)
}

/** A map of a place. None of a country: its middle is a point far from anything that the record tells, even as a soft circle. */
export function locatedPlace(place: Place, soft = false): { located: Located | null; caption: string } {
  if (place.lat === null || place.lon === null)
    return { located: null, caption: `No point was found for ${place.name}.` }
  if (place.precision === 'country')
    return { located: null, caption: `Only the country is known: ${place.name}. Nothing is drawn.` }
  const area = soft || place.precision === 'area'
  return {
    located: { lat: place.lat, lon: place.lon, name: place.name, soft: area },
    caption: area ? `Only an area is known: somewhere in or near ${place.name}.` : `${place.name}.`,
  }
}

const drawings = new WeakMap<Dataset, Map<string, string>>()

/** The locator map as SVG. Drawn once for each place: hundreds of records share one. */
export function drawLocated(located: Located, dataset: Dataset): string {
  const known = drawings.get(dataset) ?? new Map<string, string>()
  drawings.set(dataset, known)
  const key = JSON.stringify([located.lat, located.lon, located.name, located.soft ?? false, located.spread ?? null])
  const svg = known.get(key) ?? locatorMap(located, dataset, { paint: PAGE_PAINT, prefix: 'locator' }).svg
  known.set(key, svg)
  return svg
}
