/** The rows of a map: every record, where it stands and how that is known. */
import { formatSpan } from '../../dataset/dates.ts'
import { COLOURS, EVIDENCE, KINDS } from '../../dataset/vocabulary.ts'
import type { Table } from '../chart.ts'
import type { MapModel, MapRecord, Spot } from './model.ts'

const row = (record: MapRecord, where: string, drawn: string, how: string, lat: number | null, lon: number | null) => ({
  id: record.id,
  date: formatSpan(record),
  title: record.title,
  kind: KINDS[record.kind].label,
  actor: COLOURS[record.colour].label,
  evidence: EVIDENCE[record.evidence].label,
  where,
  drawn,
  lat,
  lon,
  how,
  start: record.start,
})

const howKnown = (spot: Spot): string =>
  spot.how ?? (spot.soft ? 'site named; coordinates stand for its surroundings' : 'place named by the sources')

/** A row a record, in time order. */
export function tableOf(model: MapModel, caption: string): Table {
  const rows = [
    ...model.spots.flatMap((spot) =>
      spot.records.map((record) =>
        row(
          record,
          spot.name,
          spot.soft ? 'soft area' : spot.place === null ? 'position' : 'place',
          howKnown(spot),
          spot.lat,
          spot.lon,
        ),
      ),
    ),
    ...model.holdings.flatMap((holding) =>
      holding.records.map((record) =>
        row(
          record,
          holding.name,
          'beside the map',
          holding.reason === 'area' ? 'no site, town or position published' : 'site named; no open coordinates found',
          null,
          null,
        ),
      ),
    ),
  ].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
  return {
    caption,
    columns: [
      { key: 'id', label: 'Record' },
      { key: 'date', label: 'Date' },
      { key: 'title', label: 'What' },
      { key: 'kind', label: 'Kind' },
      { key: 'actor', label: 'Who acted' },
      { key: 'evidence', label: 'Evidence' },
      { key: 'where', label: 'Where' },
      { key: 'drawn', label: 'On the map' },
      { key: 'lat', label: 'Latitude', numeric: true },
      { key: 'lon', label: 'Longitude', numeric: true },
      { key: 'how', label: 'How the place is known' },
    ],
    rows: rows.map(({ start: _start, ...rest }) => rest),
    idColumn: 'id',
  }
}
