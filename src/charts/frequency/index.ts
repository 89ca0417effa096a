/** Attacks by week since 17 October 2023. */
import { formatDay } from '../../dataset/dates.ts'
import { EVIDENCE_ORDER, FRONTS } from '../../dataset/vocabulary.ts'
import { defineChart, WIDTHS, type Table } from '../chart.ts'
import { levelOf, sumOf } from '../stack.ts'
import { inWords, several, sentence, share } from '../words.ts'
import { drawFrequency } from './draw.ts'
import { betweenWeeks, busiest, frequencyModel, quietWeeks, type FrequencyModel } from './model.ts'

function title(model: FrequencyModel): string {
  const peak = busiest(model.all)
  if (peak === null) return 'No attacks are recorded'
  const quiet = quietWeeks(model.all)
  const weeks = inWords(model.all.weeks.length)
  const most = `${inWords(sumOf(peak.parts))} in the week from ${formatDay(peak.start, 'long')}`
  return quiet === 0
    ? `Attacks came in every one of ${weeks} weeks: at most ${most}`
    : `Attacks came in waves: ${most}, none in ${inWords(quiet)} of ${weeks} weeks`
}

const levels = (model: FrequencyModel, level: (typeof EVIDENCE_ORDER)[number]): number =>
  [...model.all.weeks, ...model.all.between].reduce((sum, group) => sum + levelOf(group.parts, level), 0)

function describe(model: FrequencyModel): string {
  const peak = busiest(model.all)
  if (peak === null) return 'The record holds no attacks.'
  const fronts = model.fronts
    .filter((panel) => panel.count > 0)
    .map((panel) => {
      const most = busiest(panel)
      return `${FRONTS[panel.front].label}: ${panel.count}${most === null ? '' : `, most in the week from ${formatDay(most.start)} (${sumOf(most.parts)})`}`
    })
  const total = EVIDENCE_ORDER.reduce((sum, level) => sum + levels(model, level), 0)
  const claimed = levels(model, 'claimed')
  return [
    `Bars for ${several(model.all.weeks.length, 'week')} from ${formatDay(model.span.start, 'long')} show ${several(model.all.count, 'attack')} by Iran-aligned groups, stacked by how each is known.`,
    `The busiest week began on ${formatDay(peak.start, 'long')}, with ${several(sumOf(peak.parts), 'attack')}; ${several(quietWeeks(model.all), 'week')} had none.`,
    `${sentence(share(claimed, total, 'attacks'))} are known from a claim alone (${claimed} of ${total}${total === model.all.count ? '' : ', bar by bar: possible doubles are folded within a week, so the bars add up to slightly more than the whole'}).`,
    `${fronts.join('; ')}.`,
    `${sentence(several(betweenWeeks(model.all), 'attack'))} may belong to either of two weeks or more and are drawn between them.`,
  ].join(' ')
}

function table(model: FrequencyModel): Table {
  const row = (week: string, to: string, parts: FrequencyModel['all']['weeks'][number]['parts']) => ({
    week,
    to,
    attacks: sumOf(parts),
    ...Object.fromEntries(EVIDENCE_ORDER.map((level) => [level, levelOf(parts, level)])),
  })
  const weeks = model.all.weeks.map((week, i) => {
    const growth = model.growth.find((step) => step.from <= week.start && week.end <= step.to)
    return {
      ...row(week.start, week.end, week.parts),
      ...Object.fromEntries(model.fronts.map((panel) => [panel.front, sumOf(panel.weeks[i]?.parts ?? [])])),
      pentagon: growth === undefined ? null : Math.round(growth.perWeek * 10) / 10,
    }
  })
  const between = model.all.between.map((group) => ({
    ...row(group.start, group.end, group.parts),
    ...Object.fromEntries(
      model.fronts.map((panel) => [
        panel.front,
        sumOf(panel.between.find((own) => own.first === group.first && own.last === group.last)?.parts ?? []),
      ]),
    ),
    pentagon: null,
  }))
  return {
    caption: 'Attacks by week. Rows that span more than seven days hold attacks whose week is not known.',
    columns: [
      { key: 'week', label: 'From (Tuesday)' },
      { key: 'to', label: 'To' },
      { key: 'attacks', label: 'Attacks', numeric: true },
      { key: 'confirmed', label: 'Confirmed', numeric: true },
      { key: 'reported', label: 'Reported', numeric: true },
      { key: 'claimed', label: 'Claimed', numeric: true },
      { key: 'disputed', label: 'Disputed', numeric: true },
      ...model.fronts.map((panel) => ({ key: panel.front, label: FRONTS[panel.front].label, numeric: true })),
      { key: 'pentagon', label: 'Pentagon’s tally, growth a week', numeric: true },
    ],
    rows: [...weeks, ...between],
    idColumn: null,
  }
}

function method(model: FrequencyModel): string[] {
  const drawn = [...model.all.weeks, ...model.all.between].reduce((sum, group) => sum + sumOf(group.parts), 0)
  return [
    'Unit: attacks, in the sense of the methodology: attacks, interceptions and seizures by Iran-aligned groups, and attacks on US or coalition forces whose author nobody names. Strikes, retaliation, shootdowns and Iran’s own actions are not in this figure.',
    `Weeks are bins of seven days from Tuesday 17 October 2023. The last bin ends after the record does, on ${formatDay(model.span.end, 'long')}.`,
    `${sentence(several(betweenWeeks(model.all), 'attack'))} have a first and a last possible day in different weeks. They are counted in no bar and hang below the axis between the weeks in question. The list that a bar leads to holds every record that may belong to its week, those among them.`,
    `Evidence is stacked from the strongest up, each level by who acted, so that the parts of a bar add up to it. Possible doubles are folded within a bar: the bars add up to ${drawn}, and the record as a whole to ${model.all.count} (and up to ${several(model.possibleDoubles, 'possible double')}).`,
    'The dark dashes in the panel for Iraq, Syria and Jordan are the growth of the Pentagon’s running tally between two of its published figures, spread evenly over the weeks between them. It counts attacks on US and coalition forces alone, and the figures known to us end in January 2024.',
  ]
}

export const frequency = defineChart<FrequencyModel>({
  id: 'frequency',
  name: 'Attacks by week',
  widths: WIDTHS,
  model: frequencyModel,
  title,
  subtitle: (model) =>
    `Attacks by Iran-aligned groups, by week from Tuesday ${formatDay(model.span.start, 'long')} to ${formatDay(model.span.end, 'long')}, by how each is known and who acted`,
  describe,
  method,
  table,
  draw: drawFrequency,
  query: { attacks: true },
})
