/** The facts of a record as a list of terms: what is known, how well, and in whose words. Nothing here is markup. */
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import { formatDay, formatMonth, formatSpan } from '../../dataset/dates.ts'
import { casualtyWords } from '../../dataset/lead.ts'
import { boundsWords, capital, figure } from '../../dataset/words.ts'
import {
  ATTRIBUTIONS,
  FRONTS,
  KINDS,
  OUTCOMES,
  PRECISIONS_OF_DATE,
  PRECISIONS_OF_PLACE,
  SIDES,
  TARGET_TYPES,
  WEAPONS,
} from '../../dataset/vocabulary.ts'

/** Text, or text that leads to a page of the site. */
export type Part = string | { readonly text: string; readonly path: string }

export interface Fact {
  readonly term: string
  /** The values, one a line. */
  readonly values: readonly Part[]
  /** What is known of it beyond the value. */
  readonly notes: readonly string[]
}

const present = (notes: readonly (string | null)[]): string[] => notes.filter((note) => note !== null)

const actorParts = (ids: readonly string[], dataset: Dataset): Part[] =>
  ids.map((id) => ({ text: dataset.actors.get(id)?.name ?? id, path: `/actors/${id}/` }))

function when({ date }: Incident): Fact {
  const value = date.precision === 'month' ? formatMonth(date.start) : formatSpan(date, 'long')
  return {
    term: 'When',
    values: [value],
    notes: present([
      date.timeNote === null ? null : `Time: ${date.timeNote}.`,
      date.precision === 'day' || date.precision === 'hour'
        ? null
        : `Known ${PRECISIONS_OF_DATE[date.precision].label}.`,
      date.assumed ? 'The sources give no firm day; one day either side is assumed.' : null,
      date.dateNote,
    ]),
  }
}

function where({ place, position, front }: Incident, dataset: Dataset): Fact {
  const ids = [...(place.id === null ? [] : [place.id]), ...place.also]
  const values: Part[] = ids.map((id) => ({ text: dataset.places.get(id)?.name ?? id, path: `/places/${id}/` }))
  if (values.length === 0) values.push(place.name ?? 'Not published')
  if (
    place.country !== null &&
    !values.some((value) => (typeof value === 'string' ? value : value.text) === place.country)
  )
    values.push(place.country)
  const known = dataset.places.get(place.id ?? '')?.name
  return {
    term: 'Where',
    values,
    notes: present([
      `Known as: ${PRECISIONS_OF_PLACE[place.precision].label}. Front: ${FRONTS[front].label}.`,
      place.name === null || place.name === known || ids.length === 0
        ? null
        : `In the words of the sources: ${place.name}.`,
      position === null
        ? null
        : `Ship’s position ${position.lat.toFixed(2)}° N, ${position.lon.toFixed(2)}° E: ${position.how}.`,
    ]),
  }
}

function who(incident: Incident, dataset: Dataset): Fact {
  const { attackers, attackerSide, attackerNote, attribution } = incident
  const values: Part[] = actorParts(attackers, dataset)
  if (values.length === 0)
    values.push(attackerSide === null ? 'Nobody is named' : `No group is named; side: ${SIDES[attackerSide].label}`)
  return {
    term: incident.kind === 'event' ? 'Who' : 'Who is said to have acted',
    values,
    notes: present([
      attribution === 'none'
        ? null
        : `${capital(ATTRIBUTIONS[attribution].label)}: ${lower(ATTRIBUTIONS[attribution].meaning)}`,
      attackerNote === null ? null : `In the words of the sources: ${attackerNote}.`,
    ]),
  }
}

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

function target({ target }: Incident, dataset: Dataset): Fact | null {
  const { type, operator, description, vessel, actors } = target
  if (type === null && description === null && actors.length === 0) return null
  const ship =
    vessel === null
      ? null
      : [
          vessel.name === null ? 'Ship’s name not published' : `Ship: ${vessel.name}`,
          vessel.type,
          vessel.flag === null ? null : `flag ${vessel.flag}`,
        ]
          .filter((part) => part !== null)
          .join(', ')
  return {
    term: 'Target',
    values: [...(type === null ? [] : [TARGET_TYPES[type].label]), ...actorParts(actors, dataset)],
    notes: present([
      ship === null ? null : `${ship}.`,
      description === null ? null : `In the words of the sources: ${description}.`,
      operator === null ? null : `Whose it is: ${operator}.`,
    ]),
  }
}

function weapons({ weapons, munitions, munitionsNote, kind }: Incident): Fact | null {
  if (kind === 'event' && weapons.length === 0) return null
  return {
    term: 'Weapons',
    values: weapons.length === 0 ? ['Not named'] : weapons.map((weapon) => WEAPONS[weapon].label),
    notes: present([
      munitions === null ? 'How many is not stated.' : `Number: ${boundsWords(munitions)}.`,
      munitionsNote === null ? null : capital(munitionsNote),
    ]),
  }
}

function counted(incident: Incident): Fact {
  const unit =
    incident.kind === 'strike' || incident.kind === 'retaliation'
      ? 'strike'
      : incident.kind === 'shootdown'
        ? 'shootdown'
        : 'attack'
  const number =
    incident.kind === 'event'
      ? 'Event: counts as no attack'
      : incident.attacks === null
        ? `Several ${unit}s; no source says how many, so it adds nothing to counts`
        : `${figure(incident.attacks)} ${unit}${incident.attacks === 1 ? '' : 's'}`
  return {
    term: 'Counted as',
    values: [number],
    notes: [`${KINDS[incident.kind].label}: ${lower(KINDS[incident.kind].meaning)}`],
  }
}

/** The facts of a record, in reading order. */
export function factsOf(incident: Incident, dataset: Dataset): Fact[] {
  const casualties = casualtyWords(incident, dataset)
  const facts: (Fact | null)[] = [
    when(incident),
    where(incident, dataset),
    who(incident, dataset),
    target(incident, dataset),
    weapons(incident),
    incident.outcome === null
      ? null
      : { term: 'Outcome', values: [OUTCOMES[incident.outcome].label], notes: present([incident.damage]) },
    casualties === null && incident.casualties?.note == null
      ? null
      : {
          term: 'Killed and wounded',
          values: [casualties ?? 'No number is given'],
          notes: present([incident.casualties?.note ?? null]),
        },
    counted(incident),
    { term: 'Recorded', values: [formatDay(incident.recorded)], notes: [] },
  ]
  return facts.filter((fact) => fact !== null)
}
