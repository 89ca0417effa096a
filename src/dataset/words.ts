/** Words of the record: lists, numbers, names, places and times as they stand in a sentence. Plain English, nothing invented. */
import type { Dataset, Incident } from './dataset.ts'
import { formatMonth, formatSpan } from './dates.ts'
import type { Actor } from './schema/actor.ts'
import type { Bounds } from './schema/incident.ts'
import type { Party } from './schema/party.ts'
import type { Place } from './schema/place.ts'
import type { Weapon } from './vocabulary.ts'

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const

/** "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

/** A number with commas between thousands: "1,189". */
export const figure = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** A number in prose: in words under ten, with commas above. Zero is "no". */
export const numberWords = (value: number): string => SMALL[value] ?? figure(value)

/** "two", "two or three", "13–20", "at least five". */
export function boundsWords(bounds: Bounds): string {
  const { low, high } = bounds
  if (high === null) return `at least ${low === 0 ? 'none' : numberWords(low)}`
  if (high === low) return numberWords(low)
  if (low === 0) return `up to ${numberWords(high)}`
  return high === low + 1 ? `${numberWords(low)} or ${numberWords(high)}` : `${figure(low)}–${figure(high)}`
}

/** "one record", "two records", "1,189 records". */
export const countWords = (value: number, one: string, many = `${one}s`): string =>
  `${numberWords(value)} ${value === 1 ? one : many}`

/** The first letter as a capital, for the beginning of a sentence. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Ends a sentence with one full stop. */
export const sentence = (text: string): string => capital(/[.?!]$/.test(text) ? text : `${text}.`)

const ARTICLE =
  /^(United |Islamic |Popular |IRGC |Government |Kurdistan Region|Syrian |National |Internationally |Coordination |Combined |Houthis|Badr |Israel Defense|UK |EU |European |Joint |US (?!Central|Naval|Treasury)|Peshmerga|Philippine |French |German |Greek |Egyptian |Italian |Jordanian |Indian |Iraqi |Maritime and |Institute |Washington |Yemen Data|Houthi |Owner|Press)/

/** "the Houthis", "the United States", "Kataib Hezbollah". */
const withArticle = (name: string): string => {
  if (!ARTICLE.test(name)) return name
  return /^(Internationally|Owner|Press|Joint statement)/.test(name)
    ? `the ${name.charAt(0).toLowerCase()}${name.slice(1)}`
    : `the ${name}`
}

const bare = (name: string): string => name.replace(/\s*[(:].*$/, '')

/** An actor's name in a sentence. "Ansar Allah (Houthis)" is "the Houthis": the short form, where the name holds it. */
export function actorWords(actor: Actor): string {
  const inName = actor.short !== null && actor.name.includes('(') && actor.name.includes(actor.short)
  return withArticle(inName ? (actor.short ?? actor.name) : bare(actor.name))
}

/** A party's name in a sentence: "the UK government", "an unnamed US official". */
export function partyWords(party: Party): string {
  const name = bare(party.name)
  const unnamed = /^Unnamed (.+)$/.exec(name)
  if (unnamed !== null) {
    const rest = unnamed[1] ?? ''
    if (/sources$/.test(rest)) return `unnamed ${rest}`
    return `an unnamed ${rest}`
  }
  return withArticle(name)
}

const AT = new Set(['base', 'airport', 'port', 'oil-field', 'power-station', 'dam', 'crossing', 'camp', 'diplomatic'])
const THE = new Set(['sea', 'strait', 'lake'])

/** A gazetteer place after its preposition: "at Ain al-Asad Air Base in Iraq", "in the southern Red Sea", "in Eilat in Israel". */
export function placeWords(place: Place): { preposition: string; name: string } {
  const preposition = AT.has(place.kind)
    ? 'at'
    : place.kind === 'island'
      ? 'on'
      : place.kind === 'launch-site'
        ? 'at'
        : 'in'
  let name = bare(place.name)
  if (THE.has(place.kind))
    name = `the ${name.replace(/^(Northern|Southern|Eastern|Western|Waters)\b/, (word) => word.toLowerCase())}`
  else if (place.kind === 'region') name = name.replace(/^(Central|Northern|Southern)\b/, (word) => word.toLowerCase())
  if (/^(Port of|Golan|Gaza Strip|West Bank)/.test(name)) name = `the ${name}`
  const country = place.country
  const held = country === null || name.includes(country) || /^the (Golan|Gaza|West Bank)/.test(name)
  return { preposition, name: held ? name : `${name} in ${country}` }
}

/** Where a record lies, for a sentence, with its preposition; null where no place was published. */
export function whereWords(incident: Pick<Incident, 'place'>, dataset: Pick<Dataset, 'places'>): string | null {
  const place = incident.place.id === null ? undefined : dataset.places.get(incident.place.id)
  if (place !== undefined) {
    const { preposition, name } = placeWords(place)
    return `${preposition} ${name}`
  }
  return incident.place.country === null ? null : `in ${incident.place.country}`
}

/** A short name of where a record lies, for tables and lists. */
export function placeName(incident: Pick<Incident, 'place'>, dataset: Pick<Dataset, 'places'>): string {
  const place = incident.place.id === null ? undefined : dataset.places.get(incident.place.id)
  return place?.name ?? incident.place.name ?? incident.place.country ?? 'not published'
}

/** When, for a sentence: "on 7 November 2023", "between 7 and 9 November 2023", "in November 2023". */
export function whenWords(date: Incident['date']): string {
  if (date.precision === 'month') return `in ${formatMonth(date.start)}`
  if (date.start === date.end) return `on ${formatSpan(date, 'long')}`
  return date.start.slice(0, 7) === date.end.slice(0, 7)
    ? `between ${String(Number(date.start.slice(8)))} and ${formatSpan({ start: date.end, end: date.end }, 'long')}`
    : `between ${formatSpan({ start: date.start, end: date.start }, 'long')} and ${formatSpan({ start: date.end, end: date.end }, 'long')}`
}

const ARMS: Readonly<Record<Exclude<Weapon, 'unknown'>, readonly [one: string, many: string]>> = {
  'one-way-drone': ['one-way drone', 'one-way drones'],
  rocket: ['rocket or mortar round', 'rockets or mortar rounds'],
  'ballistic-missile': ['ballistic missile', 'ballistic missiles'],
  'cruise-missile': ['cruise missile', 'cruise missiles'],
  'anti-ship-missile': ['anti-ship missile', 'anti-ship missiles'],
  'surface-to-air-missile': ['surface-to-air missile', 'surface-to-air missiles'],
  usv: ['drone boat', 'drone boats'],
  'small-boat': ['small boat', 'small boats'],
  mine: ['mine', 'mines'],
  'helicopter-boarding': ['helicopter', 'helicopters'],
  airstrike: ['air strike', 'air strikes'],
}

/** Weapons with their number where one is given: "two one-way drones", "one or more rockets …"; null where none is named. */
export function weaponWords(incident: Pick<Incident, 'weapons' | 'munitions'>): string | null {
  const named = incident.weapons.filter((weapon) => weapon !== 'unknown')
  const [only] = named
  if (only === undefined) return null
  const number = incident.munitions !== null && incident.munitions.high !== 0 ? incident.munitions : null
  if (named.length > 1) {
    if (number?.high === 1) return `one weapon: ${named.map((weapon) => ARMS[weapon][0]).join(' or ')}`
    const kinds = listWords(named.map((weapon) => ARMS[weapon][1]))
    return number === null ? kinds : `${kinds} (${boundsWords(number)} in all)`
  }
  const [one, many] = ARMS[only]
  if (only === 'airstrike') return number === null ? 'air strikes' : `air strikes (${boundsWords(number)} munitions)`
  if (number === null) return `one or more ${many}`
  if (number.low === 1 && number.high === 1)
    return `${/^[aeio]/.test(one) && !one.startsWith('one') ? 'an' : 'a'} ${one}`
  return `${boundsWords(number)} ${number.high === 1 || (number.high === null && number.low === 1) ? one : many}`
}
