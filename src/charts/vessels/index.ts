/** Merchant ships attacked. */
import { formatSpan } from '../../dataset/dates.ts'
import { OUTCOMES } from '../../dataset/vocabulary.ts'
import { defineChart, WIDTHS, type Table } from '../chart.ts'
import { inWords, several, sentence } from '../words.ts'
import { drawVessels } from './draw.ts'
import { LANES, VESSELS_QUERY, vesselsModel, type VesselsModel } from './model.ts'

const having = (model: VesselsModel, ...outcomes: readonly string[]) =>
  model.ships.filter((ship) => outcomes.includes(ship.outcome))

function title(model: VesselsModel): string {
  if (model.ships.length === 0) return 'No attack on a merchant ship is recorded'
  return `${sentence(several(having(model, 'sunk').length, 'merchant ship was sunk', 'merchant ships were sunk'))} and ${inWords(having(model, 'seized').length)} seized, among ${several(model.ships.length, 'record')} of attacks on them`
}

function describe(model: VesselsModel): string {
  if (model.ships.length === 0) return 'The record holds no attack on a merchant ship.'
  const grave = having(model, 'sunk', 'seized').map(
    (ship) => `${ship.name ?? 'a ship without a name'} (${ship.outcome}, ${formatSpan(ship)})`,
  )
  return [
    `${sentence(several(model.ships.length, 'record'))} of attacks on merchant ships in time: ${inWords(model.named)} ships by name, and ${several(model.unnamed, 'record')} whose ship no source names.`,
    `${LANES.map((lane) => `${lane.label}: ${having(model, ...lane.outcomes).length}`).join('; ')}.`,
    grave.length === 0 ? '' : `Sunk or seized: ${grave.join('; ')}.`,
    `Most frequent flags: ${model.flags
      .slice(0, 3)
      .map((own) => `${own.label} (${own.count})`)
      .join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function table(model: VesselsModel): Table {
  return {
    caption: 'Attacks on merchant ships, one row a record.',
    columns: [
      { key: 'date', label: 'Date' },
      { key: 'name', label: 'Ship' },
      { key: 'flag', label: 'Flag' },
      { key: 'type', label: 'Type, as reported' },
      { key: 'weapons', label: 'Weapon' },
      { key: 'outcome', label: 'Outcome' },
      { key: 'known', label: 'How it is known' },
      { key: 'id', label: 'Record' },
    ],
    rows: model.ships.map((ship) => ({
      date: formatSpan(ship),
      name: ship.name,
      flag: ship.flag,
      type: ship.type,
      weapons: ship.weapons === '' ? null : ship.weapons,
      outcome: OUTCOMES[ship.outcome].label,
      known: ship.known,
      id: ship.record.id,
    })),
    idColumn: 'id',
  }
}

export const vessels = defineChart<VesselsModel>({
  id: 'vessels',
  name: 'Merchant ships attacked',
  widths: WIDTHS,
  model: vesselsModel,
  title,
  subtitle: (model) =>
    `Each mark is a record of an attack on a merchant ship, ${formatSpan(model.span)}, by what became of it and how it is known`,
  describe,
  method: (model) => [
    `Unit: records. ${sentence(several(model.ships.length, 'record'))} speak of attacks, interceptions and seizures whose target was a merchant ship, by Iran-aligned groups and by Iran itself, who is told by colour. A ship attacked twice has two marks; by name there are ${inWords(model.named)} ships.`,
    'Name, flag and type stand as the sources give them; for the list, types are put into classes by their words. A weapon that is named with another counts in both.',
    'A thin line through a mark spans the days that the attack may belong to. The outcome “not known” says that no source tells what became of it.',
  ],
  table,
  draw: drawVessels,
  query: VESSELS_QUERY,
})
