/** What a map says: title, subtitle, text alternative and method, every figure computed from its model. */
import { capital, figure, listWords, numberWords } from '../../dataset/words.ts'
import { EVIDENCE, EVIDENCE_ORDER } from '../../dataset/vocabulary.ts'
import { shortName, type MapModel, type Spot } from './model.ts'
import type { MapSpec } from './spec.ts'

const percent = (part: number, whole: number): string =>
  whole === 0 ? '0%' : `${String(Math.round((part / whole) * 100))}%`
const records = (count: number): string => `${numberWords(count)} ${count === 1 ? 'record' : 'records'}`
const sum = (spots: readonly Spot[]): number => spots.reduce((total, spot) => total + spot.records.length, 0)

/** Places with a point, most records first. */
const places = (model: MapModel): Spot[] => model.spots.filter((spot) => spot.place !== null && !spot.soft)

/** The fewest places that together hold at least half of the located records. */
export function halfOf(model: MapModel): { places: Spot[]; records: number } {
  const chosen: Spot[] = []
  for (const spot of places(model)) {
    if (sum(chosen) * 2 >= model.located) break
    chosen.push(spot)
  }
  return { places: chosen, records: sum(chosen) }
}

const share = (model: MapModel): string =>
  `${figure(model.located)} of ${figure(model.total)} records (${percent(model.located, model.total)}) are located`

/** The finding and the share that is located. */
export function titleOf(model: MapModel, spec: MapSpec): string {
  if (model.total === 0) return `${spec.name}: no records`
  switch (spec.id) {
    case 'map-iraq-syria': {
      const half = halfOf(model)
      return half.places.length === 0
        ? share(model)
        : `${capital(numberWords(half.places.length))} ${half.places.length === 1 ? 'place accounts' : 'places account'} for ${figure(half.records)} of the ${figure(model.located)} located records in Iraq, Syria and Jordan; ${percent(model.located, model.total)} of all ${figure(model.total)} are located`
    }
    case 'map-red-sea': {
      const known = model.spots.filter((spot) => spot.place === null)
      const computed = known.filter((spot) => spot.spread !== null || /^approx/i.test(spot.how ?? ''))
      return `Of ${figure(model.total)} records at sea, ${figure(model.located)} (${percent(model.located, model.total)}) can be located${sum(computed) === 0 ? '' : `; ${figure(sum(computed))} of those positions are computed from a distance and a bearing`}`
    }
    case 'map-yemen': {
      const half = halfOf(model)
      return half.places.length === 0
        ? share(model)
        : `${figure(model.located)} of ${figure(model.total)} records of strikes on Yemen (${percent(model.located, model.total)}) can be located; ${listWords(half.places.map((spot) => shortName(spot.name)))} ${half.places.length === 1 ? 'has' : 'have'} ${figure(half.records)} of those`
    }
    case 'map-region':
      return `${model.located * 2 < model.total ? 'Only ' : ''}${percent(model.located, model.total)} of the records can be put on a map: ${figure(model.located)} of ${figure(model.total)} name a place or a position that can be found`
  }
}

/** What is shown, and in which unit. */
export function subtitleOf(model: MapModel, spec: MapSpec): string {
  return [
    `${capital(spec.unit)} since 17 October 2023, counted in records.`,
    'A ring stands for all records at one place: its area is their number, its parts say who acted and how it is known. A dot is one record.',
    model.soft === 0 ? '' : 'A dashed outline: the site is named, its coordinates are approximate.',
    model.spots.some((spot) => spot.spread !== null) ? 'Shaded: where a computed position may lie.' : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** Two to five sentences with the figures that matter. */
export function describeMap(model: MapModel, spec: MapSpec): string {
  if (model.total === 0) return `A map of ${spec.unit}. There are no records to show.`
  const first = places(model)
    .filter((spot) => spot.records.length > 1)
    .slice(0, 5)
  const levels = EVIDENCE_ORDER.map((level) => ({
    level,
    count: model.spots
      .flatMap((spot) => spot.parts)
      .filter((part) => part.evidence === level)
      .reduce((total, part) => total + part.count, 0),
  })).filter((item) => item.count > 0)
  const sentences = [
    `A map of ${spec.unit}: ${share(model)}.`,
    first.length === 0
      ? ''
      : `Most records stand at ${listWords(first.map((spot) => `${shortName(spot.name)} (${figure(spot.records.length)})`))}.`,
    levels.length === 0
      ? ''
      : `Of those drawn on the map, ${listWords(levels.map((item) => `${figure(item.count)} are ${EVIDENCE[item.level].label.toLowerCase()}`))}.`,
    model.soft === 0
      ? ''
      : `${capital(records(model.soft))} ${model.soft === 1 ? 'stands' : 'stand'} in soft areas: the site is named, and its coordinates stand for its surroundings.`,
    model.holdings.length === 0
      ? ''
      : `Beside the map wait ${listWords(model.holdings.slice(0, 6).map((held) => `${figure(held.records.length)} under ${held.name}`))}${model.holdings.length > 6 ? `, and more under ${numberWords(model.holdings.length - 6)} other names` : ''}.`,
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** How the map was made and what it does not show. */
export function methodOf(model: MapModel, spec: MapSpec): string[] {
  const spread = model.spots.filter((spot) => spot.spread !== null)
  return [
    'A record has a point only where a source names a site or town that the gazetteer knows, or a position at sea. Records that give no more than a sea, a province or a country wait beside the map in dashed boxes, a dot a record: a point in the middle of an area would look like knowledge.',
    ...(model.soft === 0
      ? []
      : [
          `${capital(records(model.soft))} ${model.soft === 1 ? 'names a site' : 'name sites'} for which no coordinates of its own were found; they are drawn with a dashed outline where the gazetteer puts the surroundings, and are not counted as located.`.replace(
            'name sites for which no coordinates of its own',
            'name sites for which no coordinates of their own',
          ),
        ]),
    ...(spread.length === 0
      ? []
      : [
          `Positions at sea are mostly computed from words such as "60 nautical miles south-west of Hodeidah". The soft area around such a point is half a wind of the eight-point compass wide (22.5 degrees to either side) at that distance: the ship may have been anywhere in it. The table says for each position how it was obtained.`,
        ]),
    ...(spec.ships ? ['No shipping lane is drawn: none with a licensed geometry was found.'] : []),
    'Where marks would cover one another they stand a little apart, each tied by a hairline to its true point. Records at one position at sea stand side by side.',
    'Coasts, countries and borders are Natural Earth, 1:10 million, in the edition of world-atlas 2.0.2, cut to the region and simplified. Natural Earth draws who controls an area, not whose it is in law, shows no lakes or rivers here, and knows no front lines. Names of countries are Natural Earth’s. The projection is a conformal cone fitted to each map; the scale bar holds at its centre.',
    `Borders that ${numberWords(model.borders.length)} ${model.borders.length === 1 ? 'entry' : 'entries'} of the dataset list as disputed or unsettled are dotted, where the map shows them. ${model.borders.map((border) => `${border.names.join(' and ')}: ${border.reason} (${border.source})`).join(' ')}`,
  ]
}
