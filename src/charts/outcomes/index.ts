/** What became of the attacks. */
import { EVIDENCE_ORDER } from '../../dataset/vocabulary.ts'
import { defineChart, WIDTHS, type Table } from '../chart.ts'
import { levelOf, sumOf } from '../stack.ts'
import { inWords, sentence, several } from '../words.ts'
import { drawOutcomes } from './draw.ts'
import { FATES, outcomesModel, type OutcomesModel, type Row } from './model.ts'

const cell = (row: Row, fate: (typeof FATES)[number]['key']): number => sumOf(row.cells[fate])

/** What the rows of a block add up to. */
const added = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.count, 0)

function title(model: OutcomesModel): string {
  const { total } = model
  if (total.count === 0) return 'No attacks are recorded'
  const unknown = cell(total, 'unknown')
  const known = total.count - unknown
  return `What became of ${inWords(unknown)} of ${several(total.count, 'attack')} is not known; of the other ${inWords(known)}, ${inWords(cell(total, 'intercepted'))} were intercepted and ${inWords(cell(total, 'hit'))} hit`
}

function describe(model: OutcomesModel): string {
  const { total } = model
  if (total.count === 0) return 'The record holds no attacks.'
  const biggest = model.targets
    .slice(0, 4)
    .map(
      (row) =>
        `${row.label}: ${row.count}, of which ${cell(row, 'hit')} hit, ${cell(row, 'intercepted')} intercepted, ${cell(row, 'unknown')} not known`,
    )
  return [
    `Of ${several(total.count, 'attack')}, ${FATES.map((fate) => `${cell(total, fate.key)} ${fate.label.toLowerCase()}`).join(', ')}.${total.count === model.count ? '' : ` Possible doubles are folded within each outcome, so these add up to slightly more than the ${model.count} attacks of the whole record.`}`,
    `${biggest.join('. ')}.`,
    `Of the hits, ${levelOf(total.cells.hit, 'confirmed')} are confirmed; ${levelOf(total.cells.hit, 'claimed')} are known from a claim alone.`,
  ].join(' ')
}

function table(model: OutcomesModel): Table {
  const row = (group: string, own: Row) => ({
    group,
    label: own.label,
    attacks: own.count,
    ...Object.fromEntries(FATES.map((fate) => [fate.key, cell(own, fate.key)])),
    ...Object.fromEntries(
      EVIDENCE_ORDER.map((level) => [level, FATES.reduce((sum, fate) => sum + levelOf(own.cells[fate.key], level), 0)]),
    ),
  })
  return {
    caption: 'Attacks by outcome: by target and by quarter.',
    columns: [
      { key: 'group', label: 'Block' },
      { key: 'label', label: 'Row' },
      { key: 'attacks', label: 'Attacks', numeric: true },
      ...FATES.map((fate) => ({ key: fate.key, label: fate.label, numeric: true })),
      ...EVIDENCE_ORDER.map((level) => ({ key: level, label: sentence(level), numeric: true })),
    ],
    rows: [
      row('All', model.total),
      ...model.targets.map((own) => row('By target', own)),
      ...model.quarters.map((own) => row('By quarter', own)),
    ],
    idColumn: null,
  }
}

export const outcomes = defineChart<OutcomesModel>({
  id: 'outcomes',
  name: 'What became of the attacks',
  widths: WIDTHS,
  model: outcomesModel,
  title,
  subtitle: () =>
    'Attacks by Iran-aligned groups by outcome, target and quarter; bars by how each attack is known and who acted',
  describe,
  method: (model) => [
    'Unit: attacks. “Hit” means that something was struck, the intended target or another, and takes in ships sunk and seized; “intercepted”, that everything launched was stopped so far as is known; “missed”, that it landed without hitting its target; “failed”, that it fell short, misfired or was found unfired. “Not known” means that no source says what became of it. It is not a miss.',
    'The outcome is as the sources of the record give it. Where the attack itself is known from a claim alone, so is its outcome, and the bar is open.',
    `Two records that may be one attack are folded into one within a bar, but not where they stand in different bars. So the outcomes of the whole record add up to ${model.total.count}, the rows by target to ${added(model.targets)} and the rows by quarter to ${added(model.quarters)}, while the record as a whole counts ${several(model.count, 'attack')}. Attacks whose quarter is not certain stand in a row of their own.`,
  ],
  table,
  draw: drawOutcomes,
  query: { attacks: true },
})
