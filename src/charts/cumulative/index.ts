/** Our two counts beside the tallies of others. */
import { formatDay } from '../../dataset/dates.ts'
import { defineChart, WIDTHS, type Table } from '../chart.ts'
import { drawCumulative, signed } from './draw.ts'
import { cumulativeModel, figureInWords, type CumulativeModel, type TallyPanel } from './model.ts'

const ends = (panel: TallyPanel) => {
  const last = panel.figures.at(-1)
  const ours = panel.steps.at(-1)
  return last === undefined || ours === undefined ? null : { last, ours }
}

function title(model: CumulativeModel): string {
  const panel = model.panels[0]
  const end = panel === undefined ? null : ends(panel)
  if (end === null) return 'No tally is marked for comparison with the record'
  const side = end.last.series === 'us-forces-iraq-syria-since-2023-10-17' ? 'the Pentagon' : end.last.by
  return `By ${formatDay(end.last.day, 'long')} ${side} had counted ${figureInWords(end.last)}; our record holds ${end.ours.confirmed} confirmed and ${end.ours.all} with claims`
}

const sentenceOf = (panel: TallyPanel): string[] => {
  const end = ends(panel)
  if (end === null) return []
  const { last, ours } = end
  return [
    `${panel.title}: ${figureInWords(last)} by ${formatDay(last.day)}; ours ${ours.confirmed} confirmed (${signed(ours.confirmed - last.theirs)}) and ${ours.all} with claims (${signed(ours.all - last.theirs)}).`,
  ]
}

function table(model: CumulativeModel): Table {
  return {
    caption: 'Every published figure of the record beside our two counts of the same day, in its unit and scope.',
    columns: [
      { key: 'counted', label: 'What is counted' },
      { key: 'by', label: 'Who says so' },
      { key: 'day', label: 'As of' },
      { key: 'qualifier', label: 'Qualifier' },
      { key: 'theirs', label: 'Theirs', numeric: true },
      { key: 'confirmed', label: 'Ours, confirmed', numeric: true },
      { key: 'differenceConfirmed', label: 'Difference', numeric: true },
      { key: 'all', label: 'Ours, all with claims', numeric: true },
      { key: 'differenceAll', label: 'Difference', numeric: true },
      { key: 'quality', label: 'How it is dated and sourced' },
      { key: 'publisher', label: 'Source' },
      { key: 'url', label: 'Address' },
    ],
    rows: model.figures.map((figure) => ({
      series: figure.series,
      counted: figure.counted,
      by: figure.by,
      day: figure.day,
      qualifier: figure.qualifier.replaceAll('-', ' '),
      theirs: figure.theirs,
      confirmed: figure.confirmed,
      differenceConfirmed: figure.confirmed === null ? null : figure.confirmed - figure.theirs,
      all: figure.all,
      differenceAll: figure.all === null ? null : figure.all - figure.theirs,
      quality: figure.quality,
      publisher: figure.publisher,
      url: figure.url,
    })),
    idColumn: null,
  }
}

export const cumulative = defineChart<CumulativeModel>({
  id: 'cumulative',
  name: 'Our counts beside theirs',
  widths: WIDTHS,
  model: cumulativeModel,
  title,
  subtitle: () =>
    'Our two counts, in the unit and scope of each tally, from its first day to its last figure in the record; differences are ours less theirs',
  describe: (model) =>
    model.panels.length === 0
      ? 'No tally is marked for comparison.'
      : ['Step lines show our two counts; ticks show the published figures.', ...model.panels.flatMap(sentenceOf)].join(
          ' ',
        ),
  method: (model) => [
    'Beside each tally stand two counts of ours, in its unit and scope, up to the same day: what is confirmed, and all including claims. A record whose date is a range counts from its first possible day. The Pentagon’s tally is matched by target (US and coalition forces in Iraq, Syria and Jordan), never by attacker.',
    'Where a counter gave two figures for one day, or others contradict it, all are drawn. A stem upwards means “at least” or “more than”; a stem both ways means “about”. Figures are drawn on the day that they speak of, or where the page has no date, on the day that its words allow.',
    ...model.panels.map((panel) =>
      [`${panel.title}.`, panel.comparable, panel.caveat].filter((part) => part !== null).join(' '),
    ),
    'The table lists every figure, those of series that are not drawn included. Where it says “not known” for ours, nothing in the record is comparable.',
  ],
  table,
  draw: drawCumulative,
  query: {},
})
