/** Downloads of exactly the records shown, made by the functions that make the published files. */
import type { Dataset, Incident } from '../../../dataset/dataset.ts'
import { incidentsCsv, incidentsGeoJson, incidentsJson } from '../../../dataset/export.ts'
import type { Place } from '../../../dataset/schema/place.ts'

export type Format = 'csv' | 'json' | 'geojson'

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  geojson: 'application/geo+json',
}

interface Published {
  readonly dataset: Dataset['card']
  readonly incidents: readonly Incident[]
}

let asked: Promise<{ dataset: Dataset; byId: ReadonlyMap<string, Incident> }> | null = null

// The whole records are fetched on the first download only.
function wholeRecord(home: string): NonNullable<typeof asked> {
  const load = async (name: string): Promise<unknown> => {
    const answer = await fetch(`${home}${name}`)
    if (!answer.ok) throw new Error(`${name} could not be loaded.`)
    return answer.json()
  }
  asked ??= Promise.all([load('incidents.json'), load('places.json')]).then(([published, gazetteer]) => {
    const { dataset: card, incidents } = published as Published
    const { places } = gazetteer as { readonly places: readonly Place[] }
    const dataset = { card, incidents, places: new Map(places.map((place) => [place.id, place])) } as unknown as Dataset
    return { dataset, byId: new Map(incidents.map((incident) => [incident.id, incident])) }
  })
  asked.catch(() => {
    asked = null
  })
  return asked
}

/** Saves the records of those ids, in that order. */
export async function download(ids: readonly string[], format: Format, home: string): Promise<void> {
  const { dataset, byId } = await wholeRecord(home)
  const chosen = ids.flatMap((id) => byId.get(id) ?? [])
  const write = { csv: incidentsCsv, json: incidentsJson, geojson: incidentsGeoJson }[format]
  const url = URL.createObjectURL(new Blob([write(dataset, chosen)], { type: `${TYPES[format]};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = `since-october-17.${format}`
  link.click()
  URL.revokeObjectURL(url)
}
