/** A day grid for each front. */
import { formatDay, formatSpan } from '../../dataset/dates.ts'
import { COLOURS, FRONTS } from '../../dataset/vocabulary.ts'
import { defineChart, WIDTHS, type Table } from '../chart.ts'
import { inWords, several } from '../words.ts'
import { bandName, drawCalendar } from './draw.ts'
import { calendarModel, LEAST_RUN, type CalendarModel } from './model.ts'

function title(model: CalendarModel): string {
  const run = model.bands[0]?.runs[0]
  if (run === undefined) return 'Every day of the coverage has a record'
  if (model.bands.length === 1) return 'The record holds no attack or strike'
  return `The longest lull on all fronts together lasted ${several(run.days, 'day')}, ${formatSpan(run, 'long')}`
}

function table(model: CalendarModel): Table {
  return {
    caption: 'Days with a record, by front.',
    columns: [
      { key: 'day', label: 'Day' },
      { key: 'front', label: 'Front' },
      { key: 'count', label: 'Attacks and strikes, day known', numeric: true },
      { key: 'who', label: 'By who acted' },
      { key: 'possible', label: 'Records that may be of this day', numeric: true },
    ],
    rows: model.bands
      .filter((band) => band.front !== null)
      .flatMap((band) =>
        band.days.map((day) => ({
          day: day.day,
          front: band.front === null ? '' : FRONTS[band.front].label,
          count: day.parts.reduce((sum, part) => sum + part.count, 0),
          who: day.parts.map((part) => `${COLOURS[part.colour].label} ${part.count}`).join(', '),
          possible: day.possible,
        })),
      ),
    idColumn: null,
  }
}

export const calendar = defineChart<CalendarModel>({
  id: 'calendar',
  name: 'Days and lulls',
  widths: WIDTHS,
  model: calendarModel,
  title,
  subtitle: (model) =>
    `Attacks and strikes by day and front, ${formatSpan(model.span)}, by who acted. Each column is a week from Tuesday to Monday`,
  describe: (model) =>
    [
      `A grid of days from ${formatDay(model.span.start, 'long')} to ${formatDay(model.span.end, 'long')}.`,
      ...model.bands.map((band) => {
        const runs = band.runs.filter((run) => run.days >= LEAST_RUN).slice(0, 2)
        return `${bandName(band)}: ${several(band.busy, 'day')} with a record${
          runs.length === 0
            ? ''
            : `; longest without: ${runs.map((run) => `${inWords(run.days)} days, ${formatSpan(run)}`).join('; ')}`
        }.`
      }),
    ].join(' '),
  method: () => [
    'Unit: attacks and strikes of known day, by anybody: attacks, interceptions, seizures, strikes, retaliation and shootdowns. Events count as nothing. Two who acted on one day share its cell.',
    'A record whose date is a range is drawn as an open cell on each day that it may belong to, unless a record of known day is there. A day counts as without a record only where no record may belong to it.',
    'A lull in the record is not always a lull in the war: the methodology lists the days that are thinly covered.',
  ],
  table,
  draw: drawCalendar,
  query: { kinds: ['attack', 'interception', 'seizure', 'strike', 'retaliation', 'shootdown'] },
})
