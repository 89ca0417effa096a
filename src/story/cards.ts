/** The cards of the marks: ready markup, in shards that the browser fetches when a mark of theirs is first asked for. */
import type { Dataset, Incident } from '../dataset/dataset.ts'
import { formatSpan, formatDay, formatMonth } from '../dataset/dates.ts'
import { accountWords, attackerWords, evidenceLabel, leadOf } from '../dataset/lead.ts'
import { capital, placeName } from '../dataset/words.ts'
import { isHttpUrl } from '../dataset/schema/text.ts'
import { KINDS, OUTCOMES } from '../dataset/vocabulary.ts'
import { el, text } from '../charts/svg.ts'
import { SHARD } from './shard.ts'

type Href = (path: string) => string

const when = (incident: Incident): string =>
  incident.date.precision === 'month' ? formatMonth(incident.date.start) : formatSpan(incident.date)

/** What a list says of a mark: its day and its title. */
export const captionOf = (incident: Incident): string => `${when(incident)}: ${incident.title}`

const day = (date: string | null): string =>
  date === null ? 'no date' : date.length === 10 ? formatDay(date) : date.length === 7 ? formatMonth(date) : date

/** The card of one record. Everything that comes from the data is escaped. */
export function cardOf(incident: Incident, dataset: Dataset, href: Href): string {
  const source = (index: number): string => {
    const entry = incident.sources[index]
    if (entry === undefined || !isHttpUrl(entry.url)) return ''
    return el('a', { href: entry.url, rel: 'noopener' }, text(entry.publisher))
  }
  const accounts = incident.accounts.map((account) => {
    const words = accountWords(account, dataset)
    const links = [...new Set(account.sources)]
      .slice(0, 3)
      .map(source)
      .filter((link) => link !== '')
    return el(
      'li',
      { class: `says ${account.stance}` },
      el('b', {}, text(words.party)),
      ` ${text(words.stance)}`,
      account.said === null ? '' : `: ${text(account.said)}`,
      links.length === 0 ? '' : ` <span class="quiet">(${links.join(', ')})</span>`,
    )
  })
  const facts: [string, string | null][] = [
    ['When', when(incident) + (incident.date.timeNote === null ? '' : `, ${incident.date.timeNote}`)],
    ['Where', placeName(incident, dataset)],
    ['By', attackerWords(incident, dataset)],
    ['Outcome', incident.outcome === null ? null : OUTCOMES[incident.outcome].label],
  ]
  return [
    el(
      'p',
      { class: `badge ${incident.evidence.level}` },
      text(`${KINDS[incident.kind].label} · ${evidenceLabel(incident, dataset)}`),
    ),
    el('h2', { id: 'card-title' }, text(incident.title)),
    el('p', { class: 'lead' }, text(leadOf(incident, dataset))),
    `<dl>${facts
      .filter((fact): fact is [string, string] => fact[1] !== null)
      .map(([term, value]) => `<div>${el('dt', {}, term)}${el('dd', {}, text(capital(value)))}</div>`)
      .join('')}</dl>`,
    el('h3', {}, 'Who says so'),
    `<ul>${accounts.join('')}</ul>`,
    el('p', { class: 'more' }, el('a', { href: href(`/incidents/${incident.id}/`) }, 'The whole record')),
    el(
      'p',
      { class: 'quiet' },
      text(`${String(incident.sources.length)} ${incident.sources.length === 1 ? 'source' : 'sources'}: `),
      incident.sources
        .slice(0, 4)
        .map((entry, index) => `${source(index)} ${text(day(entry.date))}`)
        .join('; '),
      incident.sources.length > 4 ? '; more on its page' : '',
    ),
  ].join('')
}

/** The shards, in order: each a list of cards. */
export function shardsOf(roster: readonly Incident[], dataset: Dataset, href: Href): string[][] {
  const shards: string[][] = []
  roster.forEach((incident, i) => {
    const shard = Math.floor(i / SHARD)
    ;(shards[shard] ??= []).push(cardOf(incident, dataset, href))
  })
  return shards
}
