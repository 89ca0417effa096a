/** Who stands behind whom: actors, the ties that sources report, and the attacks and strikes that the record counts. */
import { formatDay } from '../../dataset/dates.ts'
import { CONFIDENCES, keysOf, LAYERS } from '../../dataset/vocabulary.ts'
import { defineChart, WIDTHS, type Table } from '../chart.ts'
import { formatNumber } from '../number.ts'
import { several, sentence } from '../words.ts'
import { drawNetwork } from './draw.ts'
import { FIRST_SIGHT, networkModel, tieKind, type NetworkModel } from './model.ts'

const DRAWN = { first: 'yes', asked: 'on asking', link: 'as a counted line' } as const

/** The ties drawn as ties at first sight. */
const core = (model: NetworkModel) => model.ties.filter((tie) => tie.ask === null)

function title(model: NetworkModel): string {
  const { finding } = model
  if (finding !== null && finding.noFaction > 0)
    return `${formatNumber(finding.noFaction)} of ${formatNumber(finding.claimed)} attacks claimed in the name of the ${finding.umbrella} carry the name of no faction behind it`
  const documented = model.ties.filter((tie) => tie.confidence === 'documented').length
  return model.ties.length === 0
    ? 'No ties between actors are recorded'
    : `${formatNumber(documented)} of ${formatNumber(model.ties.length)} reported ties between actors are documented`
}

const names = (model: NetworkModel): ReadonlyMap<string, string> =>
  new Map([...model.nodes, ...model.frames].map((one) => [one.id, one.name]))

function subtitle(model: NetworkModel): string {
  return `Ties that sources report between ${several(model.nodes.filter((node) => node.role === 'actor').length, 'actor')}, and the attacks and strikes counted in the record to ${formatDay(model.asOf, 'long')}. Layers are kinds of body, not orders.`
}

function describe(model: NetworkModel): string {
  const name = names(model)
  const drawn = core(model)
  const by = (confidence: string) => model.ties.filter((tie) => tie.confidence === confidence).length
  const denied = model.ties.filter((tie) => tie.denial !== null).length
  const largest = model.links
    .slice(0, 5)
    .map(
      (link) =>
        `${name.get(link.from) ?? ''} to ${name.get(link.to) ?? ''}: ${formatNumber(link.count)} ${link.kind} (${formatNumber(link.confirmed)} confirmed)`,
    )
  const layers = keysOf(LAYERS)
    .map((layer) => ({ layer, count: model.nodes.filter((node) => node.layer === layer).length }))
    .filter(({ count }) => count > 0)
    .map(({ layer, count }) => `${LAYERS[layer].label.toLowerCase()} ${String(count)}`)
  const sentences = [
    `A diagram in layers by kind of body (${layers.join(', ')}); the layers are not orders.`,
    `It draws ${several(drawn.length, 'core tie')} of ${formatNumber(model.ties.length)} in the data: ${by('documented')} documented, ${by('widely-reported')} widely reported, ${by('alleged')} alleged and ${by('denied')} said by some and denied by those concerned; ${several(denied, 'tie')} in all ${denied === 1 ? 'is' : 'are'} denied by somebody.`,
  ]
  if (largest.length > 0) sentences.push(`The largest counted lines: ${largest.join('; ')}.`)
  if (model.finding !== null)
    sentences.push(
      `Of ${formatNumber(model.finding.claimed)} attacks claimed in the name of the ${model.finding.umbrella}, ${formatNumber(model.finding.confirmed)} are confirmed, and ${formatNumber(model.finding.noFaction)} stand in the record without the name of a faction.`,
    )
  return sentences.join(' ')
}

function method(model: NetworkModel): string[] {
  const paragraphs = [
    'A tie is what sources say of two actors; each has a confidence that an editor set from its sources, and a denial where one is known. Ties are drawn in the colour of the actor from which they go. A layer says what kind of body an actor is: it is no chain of command.',
    `Attacks and strikes are counted from the records, never from the ties: attacks in the sense of the methodology, by whoever claimed them or is named for them; strikes and retaliation of the other side. The width of a line is proportional to the number, and its full-strength part is what is confirmed. Lines of fewer than ${String(FIRST_SIGHT)} wait until asked for.`,
    'The United States, its partners and its coalition are one target and one striking side here, because most records name several of them together; so are all merchant ships. A record that names two attackers or two targets stands in each of their lines, so lines do not add up to a total.',
    '“Group not named” stands for attacks that sources lay to Iran-aligned groups without a name, “Author not named” for attacks on US or coalition forces whose author nobody names. Neither is an actor.',
    `No line stands for ${several(model.withoutLine.attacks, 'attack')} and ${several(model.withoutLine.strikes, 'strike')} whose target is not stated or is no actor of the data, for shootdowns of aircraft, or for Iran’s own actions.`,
    'A faction counts as named where the record gives it as an attacker beside or instead of the umbrella. That a record names none says nothing about who launched the attack.',
    'The layout is computed when the page is built: an order with few crossings, the same each time. Sanctions, hosting, mediation and ties that are not core are drawn on asking and stand in the table.',
  ]
  if (model.leftOut.length > 0)
    paragraphs.push(`Actors of the data without a tie or a counted line are not drawn: ${model.leftOut.join(', ')}.`)
  return paragraphs
}

function table(model: NetworkModel): Table {
  const name = names(model)
  const ties = model.ties.map((tie) => ({
    from: name.get(tie.from) ?? tie.from,
    what: tieKind(tie.type).says,
    to: name.get(tie.to) ?? tie.to,
    basis: 'tie reported by sources',
    confidence: CONFIDENCES[tie.confidence].label,
    denial: tie.denial === null ? null : tie.denial.text,
    count: null,
    confirmed: null,
    drawn: DRAWN[tie.ask === null ? 'first' : tie.ask === 'link' ? 'link' : 'asked'],
    sources: [...new Set(tie.sources.map((source) => source.publisher))].join('; '),
    evidence: tie.evidence,
  }))
  const links = model.links.map((link) => ({
    from: name.get(link.from) ?? link.from,
    what: link.kind,
    to: name.get(link.to) ?? link.to,
    basis: `${link.kind} counted in ${several(link.records, 'record')}`,
    confidence: null,
    denial: null,
    count: link.count,
    confirmed: link.confirmed,
    drawn: DRAWN[link.first ? 'first' : 'asked'],
    sources: null,
    evidence:
      link.possibleDoubles > 0 ? sentence(`and up to ${several(link.possibleDoubles, 'possible double')}`) : null,
  }))
  return {
    caption:
      'Every tie of the data, and every line counted from the records. A record with two attackers or two targets stands in each of their lines.',
    columns: [
      { key: 'from', label: 'Who' },
      { key: 'what', label: 'Tie' },
      { key: 'to', label: 'To whom' },
      { key: 'basis', label: 'Basis' },
      { key: 'confidence', label: 'Confidence' },
      { key: 'denial', label: 'Denied' },
      { key: 'count', label: 'Attacks or strikes', numeric: true },
      { key: 'confirmed', label: 'Of these confirmed', numeric: true },
      { key: 'drawn', label: 'Drawn' },
      { key: 'sources', label: 'Sources' },
      { key: 'evidence', label: 'What it rests on' },
    ],
    rows: [...links, ...ties],
    idColumn: null,
  }
}

export const network = defineChart<NetworkModel>({
  id: 'network',
  name: 'Who stands behind whom',
  widths: WIDTHS,
  cardWidth: 1000,
  model: networkModel,
  title,
  subtitle,
  describe,
  method,
  table,
  draw: (model, canvas) => drawNetwork(model, canvas, `${title(model)}. ${subtitle(model)}`),
  query: {},
})
