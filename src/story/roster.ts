/** Who stands on the stage: one mark for each record that is no event, in time order. */
import type { Dataset, Incident } from '../dataset/dataset.ts'
import { dayNumber } from '../dataset/dates.ts'
import { matches, type Query } from '../dataset/query.ts'

/** The marks of the stage; a mark is known by its place in this list. */
export const rosterOf = (dataset: Dataset): readonly Incident[] =>
  dataset.incidents.filter((incident) => incident.kind !== 'event' && !incident.context)

/** The day a mark stands at: the middle of the days that it may have happened on. */
export const middleDay = (incident: Pick<Incident, 'date'>): number =>
  (dayNumber(incident.date.start) + dayNumber(incident.date.end)) / 2

/** How many attacks or strikes a mark stands for: at least one. */
export const weightOf = (incident: Pick<Incident, 'attacks'>): number => Math.max(1, incident.attacks ?? 1)

/**
 * Radius of a mark against that of a mark that stands for one. A batch is larger by area, and says its number; the area grows
 * with the root of the number, since a claim of 68 raids drawn 68 times as large would hide every record beside it.
 */
export const growth = (attacks: number): number => Math.sqrt(Math.sqrt(attacks))

/** Marks that match any of the queries. */
export const matching = (
  roster: readonly Incident[],
  queries: Query | readonly Query[],
  dataset: Dataset,
): boolean[] => {
  const list = Array.isArray(queries) ? (queries as readonly Query[]) : [queries as Query]
  return roster.map((incident) => list.some((query) => matches(incident, query, dataset)))
}
