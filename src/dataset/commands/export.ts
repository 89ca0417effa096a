/** `export`: the record in the forms that others read. */
import { join } from 'node:path'
import { heed, writeAll, type Effects } from '../effects.ts'
import { accountsCsv, incidentsCsv, incidentsGeoJson, incidentsJson, sourcesCsv } from '../export.ts'
import { loadDataset } from '../load.ts'
import { misuse, type Command } from './command.ts'

export const exportCommand: Command = {
  name: 'export',
  takes: '',
  words: [0, 0],
  summary: 'Write the record as CSV, JSON or GeoJSON.',
  help: [
    'csv writes three files: incidents.csv (a row a record), accounts.csv (who says what) and sources.csv (where it was published), tied by the id of the incident. import reads them back.',
    'json and geojson write one file, as the site publishes it. A point is given only where a site, a town or the position of a ship is known; other records have no geometry.',
    'Without --out the file goes to the output; of csv, incidents.csv alone. A file of that name that says something else is kept under a second name.',
  ],
  options: {
    format: { value: 'FORMAT', choices: ['csv', 'json', 'geojson'], help: 'csv, json or geojson. Needed.' },
    out: { value: 'DIR', help: 'The folder to write into; it is made where it is missing.' },
    excel: { value: null, help: 'Begin CSV with a byte-order mark, so that Excel reads it as UTF-8.' },
  },
  examples: [
    ['export --format csv --out work --excel', 'Three files to edit in a spreadsheet.'],
    ['export --format json > incidents.json', 'Every record with its evidence.'],
    ['export --format geojson --out map', 'For a map program.'],
  ],
  run: async (line, effects) => {
    const format = line.values['format']
    if (format === undefined) throw misuse('Say in which form: --format csv, json or geojson.', 'export')
    const dataset = loadDataset(line.data, effects.disk)
    heed(effects)
    const mark = format === 'csv' && line.flags.has('excel') ? '\ufeff' : ''
    const files = new Map(
      format === 'csv'
        ? [
            ['incidents.csv', mark + incidentsCsv(dataset)],
            ['accounts.csv', mark + accountsCsv(dataset)],
            ['sources.csv', mark + sourcesCsv(dataset)],
          ]
        : format === 'json'
          ? [['incidents.json', incidentsJson(dataset)]]
          : [['incidents.geojson', incidentsGeoJson(dataset)]],
    )
    const out = line.values['out']
    if (out === undefined) {
      effects.out([...files.values()][0] ?? '')
      if (format === 'csv') effects.err('This is incidents.csv. With --out DIR come accounts.csv and sources.csv.\n')
      return 0
    }
    const kept = keepOthers(out, files, effects)
    writeAll(
      effects,
      out,
      new Map<string, Uint8Array | string>([
        ...kept.map(({ to, content }) => [to, content] as const),
        ...inFolder(out, files),
      ]),
    )
    for (const { from, to } of kept) effects.err(`The ${from} that stood there is kept as ${to}.\n`)
    for (const name of files.keys()) effects.err(`Wrote ${join(out, name)}\n`)
    return 0
  },
}

const inFolder = (folder: string, files: ReadonlyMap<string, string>): [string, string][] =>
  [...files].map(([name, content]) => [join(folder, name), content])

// Somebody may have edited the file of an earlier export and not imported it yet.
function keepOthers(
  folder: string,
  files: ReadonlyMap<string, string>,
  effects: Pick<Effects, 'disk'>,
): { from: string; to: string; content: Uint8Array }[] {
  return [...files].flatMap(([name, content]) => {
    const path = join(folder, name)
    if (effects.disk.stat(path)?.kind !== 'file') return []
    const there = effects.disk.read(path)
    if (Buffer.from(there).equals(Buffer.from(content))) return []
    const dot = name.lastIndexOf('.')
    return [{ from: path, to: join(folder, `${name.slice(0, dot)}.before${name.slice(dot)}`), content: there }]
  })
}
