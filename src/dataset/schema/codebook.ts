/** The codebook: every field, what it means, what it takes and an example, as Markdown. */
import type { z } from 'zod'
import * as vocabulary from '../vocabulary.ts'
import type { Term } from '../vocabulary.ts'
import { FILES, incidentFile } from './file.ts'
import { fieldOf, termsOf, type Field } from './field.ts'

// Titles of the closed lists, in the order of the codebook.
const LISTS: readonly (readonly [name: keyof typeof vocabulary, title: string])[] = [
  ['KINDS', 'Kinds of incident'],
  ['THEATRES', 'Theatres'],
  ['FRONTS', 'Fronts'],
  ['PRECISIONS_OF_DATE', 'Precision of a date'],
  ['PRECISIONS_OF_PLACE', 'Precision of a place'],
  ['ATTRIBUTIONS', 'Attribution'],
  ['TARGET_TYPES', 'Types of target'],
  ['WEAPONS', 'Weapons'],
  ['OUTCOMES', 'Outcomes'],
  ['STANCES', 'Stances'],
  ['DENIALS', 'What is denied'],
  ['BASES', 'How a party knows'],
  ['VIAS', 'How a page came by its text'],
  ['EVIDENCE', 'Evidence'],
  ['SIDES', 'Sides'],
  ['POSITIONS', 'What a party is'],
  ['ACTOR_KINDS', 'Kinds of actor'],
  ['LAYERS', 'Rows of the network'],
  ['COLOURS', 'Colours'],
  ['CONFIDENCES', 'Confidence in a tie'],
  ['PRECISIONS_OF_POINT', 'What a point stands for'],
  ['UNITS_OF_COUNT', 'Units of count'],
  ['QUALIFIERS', 'Wording of a figure'],
]

const FILES_IN_ORDER: readonly (readonly [title: string, where: string, schema: z.ZodType])[] = [
  [
    'Incident',
    '`data/incidents/<year>/<id>.json`, one file an incident. The name of the file is its id.',
    incidentFile,
  ],
  ['Actors', '`data/actors.json`', FILES.actors],
  ['Relations', '`data/relations.json`', FILES.relations],
  ['Places', '`data/places.json`', FILES.places],
  ['Parties', '`data/parties.json`', FILES.parties],
  ['Tallies', '`data/tallies.json`', FILES.tallies],
  ['Borders', '`data/borders.json`', FILES.borders],
  ['Dataset', '`data/dataset.json`', FILES.dataset],
]

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const anchor = (title: string): string => title.toLowerCase().replaceAll(' ', '-')
const code = (value: unknown): string => `\`${JSON.stringify(value)}\``

function titleOfList(values: readonly string[]): string | null {
  const terms = termsOf(values)
  return LISTS.find(([name]) => vocabulary[name] === terms)?.[1] ?? null
}

function takes(field: Field): string {
  const own = ((): string => {
    if (field.takes !== null) return field.takes
    switch (field.type) {
      case 'choice': {
        const title = titleOfList(field.values)
        return title === null ? `one of ${field.values.map(code).join(', ')}` : `one of [${title}](#${anchor(title)})`
      }
      case 'list':
        return field.item === null
          ? 'list'
          : field.item.type === 'group'
            ? 'list of groups'
            : `list: ${takes(field.item)}`
      case 'boolean':
        return '`true` or `false`'
      case 'group':
        return 'group'
      default:
        return field.type
    }
  })()
  return `${own}${field.nullable ? ', or `null`' : ''}${field.optional ? ', or absent' : ''}`
}

function* rowsOf(field: Field, path: string): Generator<string> {
  for (const [name, child] of field.fields) {
    const here = `${path}${name}`
    const shown = child.examples[0]
    const text = shown === undefined ? '' : code(shown)
    yield `| \`${here}\` | ${cell(child.description ?? '')} | ${cell(takes(child))} | ${cell(text)} |`
    yield* rowsOf(child, `${here}.`)
    if (child.item !== null) yield* rowsOf(child.item, `${here}[].`)
  }
}

function* listRows(terms: Readonly<Record<string, Term>>): Generator<string> {
  for (const [key, { label, meaning }] of Object.entries(terms))
    yield `| \`${key}\` | ${cell(label)} | ${cell(meaning)} |`
}

/** The codebook as Markdown. */
export function codebook(): string {
  const lines = [
    '<!-- Written by `npm run schema` from src/dataset/schema/ and src/dataset/vocabulary.ts. Edit those, never this page. -->',
    '',
    '# Codebook',
    '',
    'Every field of the data, what it means, what it takes, and an example, as the schema that checks the data gives them. A field',
    'within a group is written with a dot: `date.start`.',
    '',
    'Unknown is `null`, never 0 and never a guess. Days are local calendar days. Numbers of people and munitions carry a low and a high;',
    'a high of `null` means that only a minimum is known. Coordinates are decimal degrees, WGS 84.',
    '',
    'In this page: ' +
      FILES_IN_ORDER.map(([title]) => `[${title}](#${anchor(title)})`).join(', ') +
      '; [closed lists](#closed-lists).',
    '',
  ]
  for (const [title, where, schema] of FILES_IN_ORDER)
    lines.push(
      `## ${title}`,
      '',
      where,
      '',
      '| field | meaning | takes | example |',
      '| --- | --- | --- | --- |',
      ...rowsOf(fieldOf(schema), ''),
      '',
    )
  lines.push('## Closed lists', '', 'The values that coded fields take. Values are stable; labels may be reworded.', '')
  for (const [name, title] of LISTS)
    lines.push(
      `### ${title}`,
      '',
      '| value | label | meaning |',
      '| --- | --- | --- |',
      ...listRows(vocabulary[name] as unknown as Readonly<Record<string, Term>>),
      '',
    )
  return `${lines.join('\n').trimEnd()}\n`
}
