/** The record in the forms that others read. Pure functions: the site publishes what the command writes. */
import {
  ACCOUNT_COLUMNS,
  accountCells,
  INCIDENT_COLUMNS,
  incidentCells,
  SOURCE_COLUMNS,
  sourceCells,
  type Column,
} from './columns.ts'
import { writeCsv } from './csv.ts'
import type { Dataset, Incident } from './dataset.ts'
import { pointOf } from './point.ts'

const names = (columns: readonly Column[]): string[] => columns.map(({ name }) => name)

/** incidents.csv: a row a record, all of the dataset's or those given. */
export const incidentsCsv = (dataset: Dataset, incidents: readonly Incident[] = dataset.incidents): string =>
  writeCsv(
    names(INCIDENT_COLUMNS),
    incidents.map((incident) => incidentCells(incident, dataset)),
  )

/** accounts.csv: a row an account. */
export const accountsCsv = (dataset: Dataset, incidents: readonly Incident[] = dataset.incidents): string =>
  writeCsv(
    names(ACCOUNT_COLUMNS),
    incidents.flatMap((incident) => accountCells(incident, dataset)),
  )

/** sources.csv: a row a source. */
export const sourcesCsv = (dataset: Dataset, incidents: readonly Incident[] = dataset.incidents): string =>
  writeCsv(names(SOURCE_COLUMNS), incidents.flatMap(sourceCells))

/** A record as it is published: its id, its fields, and what follows from them. */
export function publicRecord(incident: Incident): Record<string, unknown> {
  const { id, colour: _, front, evidence, ...fields } = incident
  const record: Record<string, unknown> = { id, ...fields, front, evidence }
  delete record['$schema']
  return record
}

/** incidents.json: the dataset's card and its records, each with its evidence. */
export function incidentsJson(dataset: Dataset, incidents: readonly Incident[] = dataset.incidents): string {
  const card: Record<string, unknown> = { ...dataset.card }
  delete card['$schema']
  return `${JSON.stringify({ dataset: card, incidents: incidents.map(publicRecord) }, null, 1)}\n`
}

/**
 * incidents.geojson: a feature a record. Geometry is null where the record may not be drawn as a point; such records stay in, so
 * that a map can say how many it does not show.
 */
export function incidentsGeoJson(dataset: Dataset, incidents: readonly Incident[] = dataset.incidents): string {
  const features = incidents.map((incident) => {
    const point = pointOf(incident, dataset)
    return {
      type: 'Feature',
      id: incident.id,
      geometry: point === null ? null : { type: 'Point', coordinates: [point.lon, point.lat] },
      properties: {
        id: incident.id,
        title: incident.title,
        kind: incident.kind,
        start: incident.date.start,
        end: incident.date.end,
        evidence: incident.evidence.level,
        voice: incident.evidence.voice,
        front: incident.front,
        theatre: incident.theatre,
        attackers: incident.attackers,
        attackerSide: incident.attackerSide,
        attribution: incident.attribution,
        attacks: incident.attacks,
        weapons: incident.weapons,
        outcome: incident.outcome,
        vessel: incident.target.vessel?.name ?? null,
        place: incident.place.id,
        placeName: incident.place.name,
        placePrecision: incident.place.precision,
        pointPrecision: point?.precision ?? null,
        positionHow: incident.position?.how ?? null,
      },
    }
  })
  return `${JSON.stringify({ type: 'FeatureCollection', features }, null, 1)}\n`
}
