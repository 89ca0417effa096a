/** `report`: what the record holds and lacks. */
import { checkData } from '../check.ts'
import { createDataset } from '../dataset.ts'
import { heed, type Effects } from '../effects.ts'
import { DataError } from '../problem.ts'
import { makeReport, type Report, type TallyRow } from '../report.ts'
import { EVIDENCE_ORDER, FRONT_ORDER, FRONTS } from '../vocabulary.ts'
import { counted, paint, textTable, wrap, type Command } from './command.ts'
import { progressOf } from './progress.ts'

const SECTIONS = ['coverage', 'evidence', 'sources', 'tallies', 'doubles'] as const

export const report: Command = {
  name: 'report',
  takes: `[${SECTIONS.join(' | ')}]`,
  words: [0, SECTIONS.length],
  summary: 'What the record holds and lacks, and our counts beside official ones.',
  help: [
    'Coverage by month, front and evidence; the evidence table, and where it differs from the status of an earlier compilation; records with a single source, with copies only, without a place; our two counts beside each official figure, with both differences; and likely doubles.',
    'Name one or more sections to see only those.',
  ],
  options: { format: { value: 'FORMAT', choices: ['text', 'json'], help: 'text (as is) or json, for machines.' } },
  examples: [
    ['report', 'All of it.'],
    ['report tallies', 'Our counts beside theirs, with the worked example.'],
    ['report --format json > report.json', 'For other programs.'],
  ],
  run: async (line, effects) => {
    const unknown = line.words.find((word) => !(SECTIONS as readonly string[]).includes(word))
    if (unknown !== undefined) {
      effects.err(`There is no section ${JSON.stringify(unknown)}. There are ${SECTIONS.join(', ')}.\n`)
      return 2
    }
    const progress = progressOf(effects, 'Reading records')
    const { contents, problems } = checkData(line.data, { files: effects.disk, progress: progress.step })
    progress.end()
    heed(effects)
    if (contents === null) throw new DataError(problems)
    const made = makeReport(createDataset(contents), problems)
    if (line.values['format'] === 'json') effects.out(`${JSON.stringify(made, null, 2)}\n`)
    else effects.out(formatReport(made, line.words, effects))
    return 0
  },
}

/** The report as text; all sections, or those named. */
export function formatReport(made: Report, sections: readonly string[], effects: Pick<Effects, 'colour'>): string {
  const wanted = (name: (typeof SECTIONS)[number]): boolean => sections.length === 0 || sections.includes(name)
  const title = (text: string): string => `${paint(effects, 'bold', text)}\n`
  const parts = [
    `${made.title}, version ${made.version}, as of ${made.asOf}: ${counted(made.records, 'record')}.\n`,
    wanted('coverage') ? `${title('Records by month, front and evidence')}${coverage(made)}\n` : '',
    wanted('evidence') ? `${title('Evidence, by the rule')}${evidence(made)}\n` : '',
    wanted('sources') ? `${title('Weak records')}${weak(made)}\n` : '',
    wanted('tallies') ? `${title('Our counts beside theirs')}${tallies(made)}\n` : '',
    wanted('tallies') && made.example !== null ? `${title('Worked example')}${example(made)}\n` : '',
    wanted('doubles') ? `${title('Likely doubles')}${doubles(made)}\n` : '',
  ]
  return parts.filter((part) => part !== '').join('\n')
}

const coverage = ({ coverage }: Report): string =>
  `A record lies in every month that its days overlap.\n\n${textTable(
    ['month', ...FRONT_ORDER.map((front) => FRONTS[front].label), ...EVIDENCE_ORDER, 'records'],
    coverage.map((row) => [
      row.month,
      ...FRONT_ORDER.map((front) => row.fronts[front]),
      ...EVIDENCE_ORDER.map((level) => row.evidence[level]),
      row.records,
    ]),
  )}`

function evidence({ evidence, differs }: Report): string {
  const pairs = new Map<string, number>()
  for (const { earlier, level } of differs) {
    const key = `${earlier} → ${level}`
    pairs.set(key, (pairs.get(key) ?? 0) + 1)
  }
  const summed = [...pairs]
    .sort((a, b) => b[1] - a[1])
    .map(([pair, count]) => `  ${String(count).padStart(4)}  ${pair}`)
  return [
    textTable(
      ['level', 'rests on the word of', 'records', 'attacks and strikes'],
      evidence.map((row) => [row.level, row.voice ?? '', row.records, row.attacks]),
    ),
    '',
    `Where the rule differs from the earlier status: ${counted(differs.length, 'record')}.`,
    ...summed,
    ...differs.map(
      ({ id, earlier, level, voice }) => `  ${id}  ${earlier} → ${level}${voice === null ? '' : ` (${voice})`}`,
    ),
  ].join('\n')
}

const weak = ({ singleSource, copiesOnly, unlocated }: Report): string =>
  [
    ['One source only', singleSource] as const,
    ['Mirrors and aggregators only', copiesOnly] as const,
    ['Neither a place nor a position', unlocated] as const,
  ]
    .map(([name, ids]) => [`${name}: ${counted(ids.length, 'record')}.`, ...ids.map((id) => `  ${id}`)].join('\n'))
    .join('\n\n')

const signed = (difference: number): string => (difference > 0 ? `+${String(difference)}` : String(difference))

const tallyTable = (rows: readonly TallyRow[]): string =>
  textTable(
    ['as of', 'theirs', '', 'confirmed', 'differs by', 'with claims', 'differs by', 'doubles?'],
    rows.map((row) => [
      row.asOf,
      row.theirs,
      row.qualifier === 'exact' ? '' : row.qualifier,
      row.confirmed,
      signed(row.differenceConfirmed),
      row.all,
      signed(row.differenceAll),
      row.possibleDoubles,
    ]),
  )

function tallies({ tallies }: Report): string {
  const series = new Map<string, TallyRow[]>()
  for (const row of tallies) series.set(row.series, [...(series.get(row.series) ?? []), row])
  const blocks = [...series].map(([id, rows]) =>
    [
      `${id}: ${rows[0]?.counted ?? ''} (our unit: ${rows[0]?.unit ?? ''})`,
      tallyTable(rows),
      ...wrap(rows.at(-1)?.words ?? '', 92, '  '),
    ].join('\n'),
  )
  return [
    'Two counts of ours stand beside each figure: what is confirmed, and all including claims. A difference is ours less theirs.',
    '',
    blocks.join('\n\n'),
  ].join('\n')
}

function example({ example }: Report): string {
  if (example === null) return ''
  return [
    example.series,
    ...example.reasoning.flatMap((paragraph) => wrap(paragraph, 92, '  ')),
    '',
    ...example.days.flatMap(({ row, why }) => [...wrap(row.words, 92, ''), ...wrap(why, 92, '    ')]),
  ].join('\n')
}

const doubles = ({ doubles }: Report): string =>
  [
    `Groups that may be one event, as the records say: ${String(doubles.possible.length)}.`,
    ...doubles.possible.map((ids) => `  ${ids.join('  ')}`),
    '',
    `Pairs that look alike and that nobody has explained: ${String(doubles.unexplained.length)}.`,
    ...doubles.unexplained.map(({ id, message }) => `  ${id}\n    ${message}`),
  ].join('\n')
