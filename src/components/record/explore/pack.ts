/** The whole record as one compact file for Explore: vocabularies as numbers, actors and places as positions in a list. */
import { baseMap, type BaseMap } from '../../../charts/map/base.ts'
import type { Dataset, Incident } from '../../../dataset/dataset.ts'
import { daysBetween } from '../../../dataset/dates.ts'
import { fold } from '../../../dataset/fold.ts'
import { pointOf } from '../../../dataset/point.ts'
import {
  ATTRIBUTIONS,
  COLOURS,
  EVIDENCE,
  keysOf,
  KINDS,
  OUTCOMES,
  PRECISIONS_OF_DATE,
  SIDES,
  TARGET_TYPES,
  THEATRES,
  WEAPONS,
} from '../../../dataset/vocabulary.ts'

/** Width of the map that points are projected to. */
export const MAP_WIDTH = 640

/** A record, by position: see `packRow` for what stands where. */
export type PackedRow = readonly [
  id: string,
  title: string,
  start: string,
  days: number,
  precision: number,
  kind: number,
  theatre: number,
  evidence: number,
  voice: number,
  colour: number,
  attribution: number,
  outcome: number,
  context: 0 | 1,
  country: string | null,
  place: number,
  also: readonly number[],
  attackers: readonly number[],
  side: number,
  targetType: number,
  targets: readonly number[],
  weapons: readonly number[],
  vessel: string | null,
  x: number | null,
  y: number | null,
  text: string,
]

export interface Pack {
  readonly coverage: { readonly start: string; readonly end: string }
  /** id, name, side, folded names. */
  readonly actors: readonly (readonly [string, string, number, string])[]
  /** id, name, the position of what holds it or -1, folded names. */
  readonly places: readonly (readonly [string, string, number, string])[]
  readonly rows: readonly PackedRow[]
}

export const VOICES = ['attacker', 'target', 'relayed'] as const

/** The base of Explore's map. */
export const exploreBase = (dataset: Dataset): BaseMap => baseMap('map-region', MAP_WIDTH, dataset)

/** The record, packed. */
export function packDataset(dataset: Dataset): Pack {
  const base = exploreBase(dataset)
  const actors = [...dataset.actors.values()]
  const places = [...dataset.places.values()]
  const actorAt = new Map(actors.map(({ id }, index) => [id, index]))
  const placeAt = new Map(places.map(({ id }, index) => [id, index]))
  const positions = (ids: readonly string[], at: ReadonlyMap<string, number>) => ids.map((id) => at.get(id) ?? -1)
  const names = (...all: readonly (string | null)[]) => fold(all.filter((name) => name !== null).join(' '))
  const packRow = (incident: Incident): PackedRow => {
    const { date, target, place } = incident
    const point = pointOf(incident, dataset)
    const xy = point === null ? null : base.project(point.lon, point.lat)
    return [
      incident.id,
      incident.title,
      date.start,
      daysBetween(date.start, date.end),
      keysOf(PRECISIONS_OF_DATE).indexOf(date.precision),
      keysOf(KINDS).indexOf(incident.kind),
      keysOf(THEATRES).indexOf(incident.theatre),
      keysOf(EVIDENCE).indexOf(incident.evidence.level),
      incident.evidence.voice === null ? -1 : VOICES.indexOf(incident.evidence.voice),
      keysOf(COLOURS).indexOf(incident.colour),
      keysOf(ATTRIBUTIONS).indexOf(incident.attribution),
      incident.outcome === null ? -1 : keysOf(OUTCOMES).indexOf(incident.outcome),
      incident.context ? 1 : 0,
      place.country,
      place.id === null ? -1 : (placeAt.get(place.id) ?? -1),
      positions(place.also, placeAt),
      positions(incident.attackers, actorAt),
      incident.attackerSide === null ? -1 : keysOf(SIDES).indexOf(incident.attackerSide),
      target.type === null ? -1 : keysOf(TARGET_TYPES).indexOf(target.type),
      positions(target.actors, actorAt),
      incident.weapons.map((weapon) => keysOf(WEAPONS).indexOf(weapon)),
      target.vessel?.name ?? null,
      xy === null ? null : Math.round(xy[0] * 10) / 10,
      xy === null ? null : Math.round(xy[1] * 10) / 10,
      names(place.name, target.description, target.vessel?.type ?? null, target.vessel?.flag ?? null),
    ]
  }
  return {
    coverage: dataset.card.coverage,
    actors: actors.map((actor) => [
      actor.id,
      actor.name,
      keysOf(SIDES).indexOf(actor.side),
      names(actor.name, actor.nameAr, actor.short, ...actor.aliases),
    ]),
    places: places.map((place) => [
      place.id,
      place.name,
      place.within === null ? -1 : (placeAt.get(place.within) ?? -1),
      names(place.name, place.nameAr, ...place.aliases),
    ]),
    rows: dataset.incidents.map(packRow),
  }
}
