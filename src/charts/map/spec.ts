/** The four maps: which records each shows, where it looks closer, and how what has no point waits. */
import type { Query } from '../../dataset/query.ts'
import type { MapId } from './projection.ts'
import type { Extent } from './topology.ts'

/** How held records are grouped: by the sea or country they name, or by the governorate. */
export type HoldBy = 'country' | 'governorate'

/** A name along the axis of a sea, from one place of the gazetteer towards another. From a place to itself: a strait, named at its point. */
export interface SeaLabel {
  readonly text: string
  readonly from: string
  readonly to: string
}

/** A part of the map drawn again, larger. */
export interface InsetSpec {
  readonly title: string
  readonly extent: Extent
  /**
   * On wide maps, where it lies on the map, in shares of the map: its left and top edge (or its bottom edge, from below) and its
   * width. Null where a wide map needs no inset. On a phone insets stand below the map.
   */
  readonly on: { readonly left: number; readonly top?: number; readonly bottom?: number; readonly width: number } | null
}

export interface MapSpec {
  readonly id: MapId
  readonly name: string
  readonly query: Query
  /** What a record is here, in words: "records of attacks and strikes". */
  readonly unit: string
  readonly holdBy: HoldBy
  readonly seas: readonly SeaLabel[]
  /** Cities for orientation, by importance: ids of places. Drawn without records too. */
  readonly cities: readonly string[]
  readonly insets: readonly InsetSpec[]
  /** Whether points at sea are what the map is about: they are then named. */
  readonly ships: boolean
}

const ACTIONS = ['attack', 'interception', 'seizure', 'shootdown', 'strike', 'retaliation'] as const

const EILAT_TO_HAIFA: InsetSpec = {
  title: 'Eilat to Haifa',
  extent: { west: 34.1, south: 29.3, east: 35.85, north: 33.1 },
  on: { left: 0, bottom: 0, width: 0.21 },
}

const BAB_EL_MANDEB: SeaLabel = { text: 'Bab el-Mandeb', from: 'bab-el-mandeb', to: 'bab-el-mandeb' }

const SEAS: readonly SeaLabel[] = [
  { text: 'Red Sea', from: 'northern-red-sea', to: 'red-sea' },
  { text: 'Gulf of Aden', from: 'bab-el-mandeb', to: 'gulf-of-aden' },
  { text: 'Mediterranean', from: 'mediterranean', to: 'haifa-port' },
  { text: 'Arabian Sea', from: 'gulf-of-aden', to: 'arabian-sea' },
  { text: 'Persian Gulf', from: 'basra', to: 'bahrain' },
  BAB_EL_MANDEB,
]

export const MAPS: Readonly<Record<MapId, MapSpec>> = {
  'map-region': {
    id: 'map-region',
    name: 'The region',
    query: { kinds: ACTIONS },
    unit: 'attacks, interceptions, seizures, shootdowns and strikes',
    holdBy: 'country',
    seas: SEAS,
    cities: ['baghdad', 'tehran', 'damascus', 'beirut', 'amman', 'sanaa', 'aden', 'jeddah', 'djibouti', 'muscat'],
    insets: [EILAT_TO_HAIFA],
    ships: false,
  },
  'map-iraq-syria': {
    id: 'map-iraq-syria',
    name: 'Bases in Iraq and Syria',
    query: { kinds: ACTIONS, fronts: ['iraq-syria-jordan'] },
    unit: 'attacks and strikes in Iraq, Syria and Jordan',
    holdBy: 'country',
    seas: [{ text: 'Mediterranean', from: 'beirut', to: 'mediterranean' }],
    cities: ['baghdad', 'damascus', 'mosul', 'erbil', 'kirkuk', 'deir-ez-zor', 'amman', 'palmyra', 'tikrit', 'ramadi'],
    insets: [
      { title: 'Around Erbil', extent: { west: 43.4, south: 35.7, east: 44.75, north: 37.05 }, on: null },
      { title: 'Deir ez-Zor and Shaddadi', extent: { west: 39.85, south: 34.72, east: 41.35, north: 36.3 }, on: null },
    ],
    ships: false,
  },
  'map-red-sea': {
    id: 'map-red-sea',
    name: 'Ships in the Red Sea',
    query: { kinds: ACTIONS, fronts: ['sea'] },
    unit: 'attacks, interceptions, seizures and shootdowns at sea',
    holdBy: 'country',
    seas: SEAS,
    cities: ['aden', 'djibouti', 'jeddah', 'port-sudan', 'hodeidah', 'sanaa', 'mukalla', 'salalah', 'berbera', 'assab'],
    insets: [
      {
        title: 'Hodeidah to Bab el-Mandeb',
        extent: { west: 41.35, south: 12.25, east: 43.85, north: 15.35 },
        on: { left: 0.47, top: 0, width: 0.3 },
      },
    ],
    ships: true,
  },
  'map-yemen': {
    id: 'map-yemen',
    name: 'Strikes on Yemen',
    query: { kinds: ['strike', 'retaliation'], fronts: ['yemen'] },
    unit: 'strikes on Yemen by the United States, the United Kingdom, the coalition and Israel',
    holdBy: 'governorate',
    seas: [
      { text: 'Red Sea', from: 'red-sea', to: 'southern-red-sea' },
      { text: 'Gulf of Aden', from: 'bab-el-mandeb', to: 'gulf-of-aden' },
      BAB_EL_MANDEB,
    ],
    cities: [
      'sanaa',
      'aden',
      'hodeidah',
      'taiz',
      'saada',
      'marib',
      'ibb',
      'mocha',
      'dhamar',
      'ataq',
      'hajjah',
      'assab',
    ],
    insets: [],
    ships: false,
  },
}
