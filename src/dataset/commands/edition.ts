/** `edition`: keep the charts as they stand. */
import { join } from 'node:path'
import { editionLabel, formatEdition, makeEdition } from '../edition.ts'
import { CommandError, heed, writeAll } from '../effects.ts'
import { loadDataset } from '../load.ts'
import { isDay } from '../schema/text.ts'
import { counted, misuse, type Command } from './command.ts'

export const edition: Command = {
  name: 'edition',
  takes: 'NAME',
  words: [1, 1],
  summary: 'Keep the charts as they stand, under a name, for good.',
  help: [
    'Writes data/editions/NAME.json: the model, title, text alternative, method and table of every chart, with a checksum. The site serves it at /editions/NAME/, and it no longer changes when the record does.',
    'With --until it is made from the record cut to that day: records that begin later are left out. An edition that exists is never written over.',
  ],
  options: { until: { value: 'DATE', help: 'The last day, YYYY-MM-DD.' } },
  examples: [
    ['edition 2025-12', 'The record as it stands.'],
    ['edition first-year --until 2024-10-16', 'What happened up to that day.'],
  ],
  run: async (line, effects, tools) => {
    const [name = ''] = line.words
    const until = line.values['until'] ?? null
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 60)
      throw misuse(
        `${JSON.stringify(name)} cannot be the name of an edition: it becomes a part of addresses. Use lower-case letters, digits and hyphens.`,
        'edition',
      )
    if (until !== null && !isDay(until))
      throw misuse(`${JSON.stringify(until)} is not a day. Write YYYY-MM-DD, as in 2024-10-16.`, 'edition')
    const path = join(line.data, 'editions', `${name}.json`)
    if (effects.disk.stat(path) !== null)
      throw new CommandError(`The edition ${name} exists: ${path}. Editions are not written over. Choose another name.`)
    const dataset = loadDataset(line.data, effects.disk)
    const { start } = dataset.card.coverage
    if (until !== null && until < start)
      throw misuse(`The record begins on ${start}; nothing is left until ${until}.`, 'edition')
    heed(effects)
    const charts = await tools.charts()
    const made = makeEdition(name, until, dataset, charts)
    heed(effects)
    const text = formatEdition(made)
    writeAll(effects, line.data, new Map([[path, text]]))
    effects.out(
      `Wrote ${path}: ${counted(charts.length, 'chart')}, ${String(Math.ceil(Buffer.byteLength(text) / 1024))} kB, sha256 ${made.sha256}.\nIts label: "${editionLabel(made)}".\n`,
    )
    return 0
  },
}
