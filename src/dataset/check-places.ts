/**
 * Where things can be.
 *
 * 1. A point lies in the region, unless it is a place in a country elsewhere (a capital where something was said).
 * 2. A place on land lies on land, and a sea in the water.
 * 3. A ship lies in the water; anything else that has a position in a theatre on land lies on land.
 *
 * Coasts are drawn at 1:10m, where quays, filled ground and narrow harbours are missing and a line may be off by kilometres; so a
 * point within `SHORE` of a coast counts as either.
 */
import { coastDistance, inRegion, isLand, REGION, type Outlines } from './check-land.ts'
import type { Reading } from './load-contents.ts'
import type { Problem } from './problem.ts'
import { frontOf } from './vocabulary.ts'

/** Kilometres from a coast within which a point may count as land or as water. */
export const SHORE = 5

const COUNTRIES_OF_REGION: ReadonlySet<string> = new Set([
  'Bahrain',
  'Cyprus',
  'Djibouti',
  'Egypt',
  'Eritrea',
  'Ethiopia',
  'Greece',
  'India',
  'Iran',
  'Iraq',
  'Israel',
  'Jordan',
  'Kuwait',
  'Lebanon',
  'Oman',
  'Pakistan',
  'Palestine',
  'Qatar',
  'Saudi Arabia',
  'Somalia',
  'Sudan',
  'Syria',
  'Turkey',
  'United Arab Emirates',
  'Yemen',
])

// "Syria (occupied by Israel)" is Syria.
const inCountryOfRegion = (country: string): boolean => COUNTRIES_OF_REGION.has(country.replace(/ \(.*\)$/, ''))

const WATER: ReadonlySet<string> = new Set(['sea', 'strait', 'gulf', 'bay', 'lake'])
const SHIPS: ReadonlySet<string | null> = new Set(['merchant-vessel', 'warship'])

const offRegion = (lat: number, lon: number): string => {
  const swapped = inRegion(lon, lat) ? ' Are latitude and longitude swapped?' : ' Check both numbers and their signs.'
  return `${String(lat)}, ${String(lon)} lies outside the region (latitude ${String(REGION.south)} to ${String(REGION.north)}, longitude ${String(REGION.west)} to ${String(REGION.east)}).${swapped}`
}

/** Points off the region, land places in the sea, ships on land. The outlines are asked for only where there is a point. */
export function checkPlaces(reading: Reading, outlines: () => Outlines): Problem[] {
  const problems: Problem[] = []
  const dry = (lat: number, lon: number): boolean => isLand(outlines(), lat, lon)
  const atShore = (lat: number, lon: number): boolean => coastDistance(outlines(), lat, lon, SHORE) <= SHORE

  for (const entry of reading.places) {
    const { lat, lon, country, kind, precision, name } = entry.value
    if (lat === null || lon === null) continue
    if (!inRegion(lat, lon)) {
      if (country === null || inCountryOfRegion(country))
        problems.push(reading.problem('error', 'off-region', entry, ['lat'], offRegion(lat, lon)))
      continue
    }
    // The point of an area or a country stands for the whole and may fall anywhere in it.
    if (precision === 'area' || precision === 'country') continue
    const land = dry(lat, lon)
    if (WATER.has(kind) && land && !atShore(lat, lon))
      problems.push(
        reading.problem(
          'error',
          'on-land',
          entry,
          ['lat'],
          `${String(lat)}, ${String(lon)} lies on land, and ${name} is water. Check both numbers.`,
        ),
      )
    if (!WATER.has(kind) && !land && !atShore(lat, lon))
      problems.push(
        reading.problem(
          'error',
          'in-sea',
          entry,
          ['lat'],
          `${String(lat)}, ${String(lon)} lies in the sea, more than ${String(SHORE)} km off the coast, and ${name} is on land. Check both numbers.`,
        ),
      )
  }

  for (const entry of reading.incidents) {
    const { position, target, theatre } = entry.value
    if (position === null) continue
    const { lat, lon } = position
    if (!inRegion(lat, lon)) {
      problems.push(reading.problem('error', 'off-region', entry, ['position', 'lat'], offRegion(lat, lon)))
      continue
    }
    const atSea = frontOf(theatre) === 'sea' || SHIPS.has(target.type)
    if (dry(lat, lon) !== atSea || atShore(lat, lon)) continue
    problems.push(
      atSea
        ? reading.problem(
            'error',
            'on-land',
            entry,
            ['position', 'lat'],
            `${String(lat)}, ${String(lon)} lies on land, more than ${String(SHORE)} km from the coast, and this happened at sea. Check both numbers, or the theatre.`,
          )
        : reading.problem(
            'error',
            'in-sea',
            entry,
            ['position', 'lat'],
            `${String(lat)}, ${String(lon)} lies in the sea, more than ${String(SHORE)} km off the coast, and this happened on land. Check both numbers, or the theatre.`,
          ),
    )
  }
  return problems
}
