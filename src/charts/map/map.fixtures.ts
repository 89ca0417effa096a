/** An invented dataset for the tests of the maps: nothing in it happened. */
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import type { Place } from '../../dataset/schema/place.ts'
import { frontOf, type Colour, type EvidenceLevel, type Kind, type Theatre } from '../../dataset/vocabulary.ts'

type PlaceRow = readonly [
  id: string,
  name: string,
  kind: string,
  country: string | null,
  admin1: string | null,
  lat: number | null,
  lon: number | null,
  precision: Place['precision'],
]

const PLACES: readonly PlaceRow[] = [
  ['alpha', 'Alpha Air Base', 'base', 'Iraq', 'Anbar', 33.78, 42.44, 'exact'],
  ['bravo', 'Bravo base (second name)', 'base', 'Syria', 'Homs', 35.33, 40.3, 'exact'],
  ['charlie', 'Charlie base', 'base', 'Syria', 'Homs', 35.1, 40.57, 'area'],
  ['delta', 'Delta', 'city', 'Israel', 'South', 29.56, 34.95, 'town'],
  ['echo', 'Echo', 'city', 'Yemen', 'Echo', 15.35, 44.2, 'town'],
  ['foxtrot', 'Foxtrot oil field', 'oil-field', 'Iraq', 'Erbil', null, null, 'area'],
  ['gov-golf', 'Golf Governorate', 'governorate', 'Yemen', 'Golf', 16.9, 43.9, 'area'],
  ['iraq', 'Iraq', 'country', 'Iraq', null, 33, 43.7, 'country'],
  ['northern-red-sea', 'northern Red Sea', 'sea', null, null, 23.7, 36.8, 'area'],
  ['red-sea', 'Red Sea', 'sea', null, null, 20.3, 38.75, 'area'],
  ['southern-red-sea', 'southern Red Sea', 'sea', null, null, 15.1, 41.6, 'area'],
  ['bab-el-mandeb', 'Bab el-Mandeb', 'strait', null, null, 12.87, 43.45, 'area'],
  ['gulf-of-aden', 'Gulf of Aden', 'sea', null, null, 12.5, 47.6, 'area'],
  ['baghdad', 'Baghdad', 'city', 'Iraq', 'Baghdad', 33.34, 44.4, 'town'],
  ['aden', 'Aden', 'port', 'Yemen', 'Aden', 12.78, 45.04, 'town'],
]

export const place = (row: PlaceRow): Place => {
  const [id, name, kind, country, admin1, lat, lon, precision] = row
  return {
    id,
    name,
    kind,
    country,
    admin1,
    lat,
    lon,
    precision,
    nameAr: null,
    aliases: [],
    within: null,
    source: null,
    extraSources: [],
    note: null,
  }
}

/** What a test says of a record; the rest is filled in. */
export interface Sketch {
  readonly id: string
  readonly place?: string | null
  readonly precision?: Incident['place']['precision']
  readonly position?: Incident['position']
  readonly kind?: Kind
  readonly theatre?: Theatre
  readonly colour?: Colour
  readonly evidence?: EvidenceLevel
  readonly vessel?: string
  readonly outcome?: Incident['outcome']
  readonly title?: string
}

/** A record from a sketch. */
export function incident(sketch: Sketch): Incident {
  const theatre = sketch.theatre ?? 'iraq'
  const id = sketch.place === undefined ? 'alpha' : sketch.place
  const country = PLACES.find(([known]) => known === id)?.[3] ?? null
  return {
    id: sketch.id,
    date: { start: '2023-11-07', end: '2023-11-07', precision: 'day', assumed: false, timeNote: null, dateNote: null },
    kind: sketch.kind ?? 'attack',
    context: false,
    title: sketch.title ?? `Record ${sketch.id}`,
    summary: null,
    theatre,
    place: { id, name: null, country, precision: sketch.precision ?? 'site', also: [] },
    position: sketch.position ?? null,
    attackers: [],
    attackerSide: null,
    attackerNote: null,
    attribution: 'none',
    target: {
      type: null,
      operator: null,
      description: null,
      vessel: sketch.vessel === undefined ? null : { name: sketch.vessel, flag: null, type: null },
      actors: [],
    },
    weapons: [],
    munitions: null,
    munitionsNote: null,
    outcome: sketch.outcome ?? 'unknown',
    damage: null,
    casualties: null,
    attacks: 1,
    accounts: [],
    sources: [],
    recorded: '2025-12-31',
    revisions: [],
    covers: [],
    distinctFrom: [],
    possiblySameAs: [],
    doubts: [],
    note: null,
    earlierStatus: null,
    front: frontOf(theatre),
    evidence: { level: sketch.evidence ?? 'confirmed', voice: null, by: [] },
    colour: sketch.colour ?? 'iraqi-factions',
  }
}

/** A dataset of those records. */
export function datasetOf(incidents: readonly Incident[], more: readonly Place[] = []): Dataset {
  return {
    card: { asOf: '2025-12-31' } as Dataset['card'],
    incidents,
    byId: new Map(incidents.map((item) => [item.id, item])),
    actors: new Map(),
    parties: new Map(),
    relations: [],
    places: new Map([...PLACES.map(place), ...more].map((item) => [item.id, item])),
    series: new Map(),
    points: [],
    borders: [
      {
        id: 'israel-syria',
        countries: ['376', '760'],
        names: ['Israel', 'Syria'],
        reason: 'A reason.',
        source: { url: 'https://example.org/', publisher: 'A source' },
      },
      {
        id: 'somalia-somaliland',
        countries: ['706', null],
        names: ['Somalia', 'Somaliland'],
        reason: 'Another reason.',
        source: { url: 'https://example.org/', publisher: 'A source' },
      },
    ],
  }
}

const LEVELS: readonly EvidenceLevel[] = ['confirmed', 'reported', 'claimed', 'disputed']

/** One of everything: rings, single marks, soft areas, ships, and every kind of holding area. */
export const SAMPLE: Dataset = datasetOf([
  ...Array.from({ length: 30 }, (_, i) =>
    incident({ id: `bravo-${String(i)}`, place: 'bravo', theatre: 'syria', evidence: LEVELS[i % 4] ?? 'claimed' }),
  ),
  ...Array.from({ length: 9 }, (_, i) =>
    incident({ id: `charlie-${String(i)}`, place: 'charlie', theatre: 'syria', evidence: LEVELS[i % 2] ?? 'claimed' }),
  ),
  incident({ id: 'alpha-1' }),
  incident({ id: 'foxtrot-1', place: 'foxtrot' }),
  ...Array.from({ length: 14 }, (_, i) =>
    incident({ id: `iraq-${String(i)}`, place: 'iraq', precision: 'country', evidence: LEVELS[i % 4] ?? 'claimed' }),
  ),
  incident({
    id: 'delta-1',
    place: 'delta',
    precision: 'town',
    theatre: 'israel',
    colour: 'houthis',
    evidence: 'claimed',
  }),
  incident({ id: 'delta-2', place: 'delta', precision: 'town', theatre: 'israel', evidence: 'disputed' }),
  ...Array.from({ length: 12 }, (_, i) =>
    incident({
      id: `echo-${String(i)}`,
      place: 'echo',
      precision: 'town',
      theatre: 'yemen',
      kind: i % 3 === 0 ? 'retaliation' : 'strike',
      colour: i % 3 === 0 ? 'israel' : 'us-uk-coalition',
      evidence: LEVELS[i % 3] ?? 'claimed',
    }),
  ),
  ...Array.from({ length: 21 }, (_, i) =>
    incident({
      id: `golf-${String(i)}`,
      place: 'gov-golf',
      precision: 'area',
      theatre: 'yemen',
      kind: 'strike',
      colour: 'us-uk-coalition',
      evidence: 'claimed',
    }),
  ),
  incident({
    id: 'ship-1',
    place: 'southern-red-sea',
    precision: 'area',
    theatre: 'red-sea',
    colour: 'houthis',
    vessel: 'Ship One',
    outcome: 'sunk',
    position: { lat: 14.2, lon: 42.3, how: 'approx., computed from 50 nm SW of Echo' },
  }),
  incident({
    id: 'ship-2',
    place: 'southern-red-sea',
    precision: 'area',
    theatre: 'red-sea',
    colour: 'houthis',
    vessel: 'Ship Two',
    evidence: 'claimed',
    position: { lat: 14.2, lon: 42.3, how: 'printed in the alert' },
  }),
  incident({
    id: 'ship-3',
    place: 'gulf-of-aden',
    precision: 'area',
    theatre: 'gulf-of-aden',
    colour: 'houthis',
    evidence: 'disputed',
    position: { lat: 12.1, lon: 46.3, how: 'approximate: 60 nm SE of Aden' },
  }),
  ...Array.from({ length: 17 }, (_, i) =>
    incident({
      id: `sea-${String(i)}`,
      place: 'red-sea',
      precision: 'area',
      theatre: 'red-sea',
      colour: 'houthis',
      evidence: LEVELS[i % 4] ?? 'claimed',
    }),
  ),
  incident({ id: 'nowhere-1', place: null, precision: 'unknown', theatre: 'red-sea', colour: 'other' }),
  incident({ id: 'event-1', kind: 'event' }),
])
