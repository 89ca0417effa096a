/** A new record, asked field by field. Each answer is held against the schema at once and asked again until it fits. */
import { parseBounds, parseDate, parseNumbers, parsePosition } from './answer.ts'
import type { Dataset } from './dataset.ts'
import { CommandError } from './effects.ts'
import { fold, foldedWords } from './fold.ts'
import { searchPlaces } from './places.ts'
import { formatPath } from './json.ts'
import { inspect } from './problem-words.ts'
import { blankOf, blankRecord, newId, type Draft } from './record.ts'
import { account } from './schema/account.ts'
import { fieldAt, fieldOf } from './schema/field.ts'
import { incident } from './schema/incident.ts'
import { source } from './schema/source.ts'
import { didYouMean } from './suggest.ts'
import type { z } from 'zod'
import * as vocabulary from './vocabulary.ts'
import type { Term } from './vocabulary.ts'

/** How a person is asked and told. An answer of null means that the input has ended. */
export interface Dialogue {
  readonly ask: (question: string) => Promise<string | null>
  readonly tell: (text: string) => void
}

type Terms = Readonly<Record<string, Term>>
interface Named {
  readonly id: string
  readonly name: string
  readonly nameAr?: string | null
  readonly aliases?: readonly string[]
}

/** The id of a draft: its first day, its place or vessel, and the first number that is free. */
export function idOfDraft(draft: Draft, taken: (id: string) => boolean): string {
  const part = (holder: unknown, name: string): unknown =>
    holder !== null && typeof holder === 'object' ? (holder as Draft)[name] : undefined
  const words = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  const start = words(part(draft['date'], 'start'))
  if (start === null || !/^\d{4}-\d{2}-\d{2}$/.test(start))
    throw new CommandError('The record has no first day (date.start, as in "2023-11-07"), so no id can be made for it.')
  const about =
    words(part(part(draft['target'], 'vessel'), 'name')) ??
    words(part(draft['place'], 'id')) ??
    words(part(draft['place'], 'country')) ??
    words(draft['theatre']) ??
    'unknown'
  return newId(start, about, taken)
}

const isGroup = (value: unknown): value is Draft => value !== null && typeof value === 'object' && !Array.isArray(value)

/** A draft from JSON that may leave out what is not known: it is laid over a blank record. */
export function completeDraft(given: Draft, today: string): Draft {
  const blank = blankRecord()
  const merge = (below: unknown, above: unknown): unknown => {
    if (!isGroup(below) || !isGroup(above)) return above
    const result: Draft = { ...below }
    for (const [name, value] of Object.entries(above)) result[name] = merge(result[name], value)
    return result
  }
  const draft = merge(blank, given) as Draft
  for (const [name, schema] of [
    ['accounts', account],
    ['sources', source],
  ] as const) {
    const items = draft[name]
    if (!Array.isArray(items)) continue
    draft[name] = items.map((item: unknown) => (isGroup(item) ? merge(blankOf(fieldOf(schema)), item) : item))
  }
  const { date } = draft
  if (isGroup(date)) {
    date['end'] ??= date['start']
    date['precision'] ??= date['start'] === date['end'] ? 'day' : 'range'
  }
  draft['recorded'] ??= today
  return draft
}

/** Names that answer a search, best first: every word begins a word of a name, in any spelling. */
export function searchNamed<T extends Named>(items: Iterable<T>, search: string): T[] {
  const words = foldedWords(search)
  const found = [...items].filter((item) => {
    const own = foldedWords([item.name, item.nameAr ?? '', ...(item.aliases ?? []), item.id].join(' '))
    return words.every((word) => own.some((one) => one.startsWith(word)))
  })
  const exact = (item: T): number => (item.id === search || fold(item.name) === fold(search) ? 0 : 1)
  return found.sort((a, b) => exact(a) - exact(b) || (a.name < b.name ? -1 : 1))
}

/** Asks for a whole record. Enter alone leaves open what may be open. */
export async function askRecord(dialogue: Dialogue, dataset: Dataset, today: string): Promise<Draft> {
  const { tell } = dialogue
  const draft = blankRecord()
  const field = (path: string): readonly string[] => path.split('.')
  const text = (path: string, question: string) => askText(dialogue, incident, field(path), question)
  const group = (name: string): Draft => draft[name] as Draft

  tell('Enter leaves open what is not known. ? explains a field. Ctrl-C stops; nothing is written before the end.\n')
  const date = await askParsed(dialogue, 'Day (YYYY-MM-DD, two days as A..B, or a month as YYYY-MM)', parseDate, false)
  Object.assign(group('date'), date)
  group('date')['timeNote'] = await text('date.timeNote', 'Time of day, in words')
  if (date?.precision !== 'day') group('date')['dateNote'] = await text('date.dateNote', 'What is known of the date')
  draft['kind'] = await askChoice(dialogue, 'Kind', vocabulary.KINDS, false)
  draft['title'] = await text('title', 'Title: one attributed, neutral line')
  draft['theatre'] = await askChoice(dialogue, 'Theatre', vocabulary.THEATRES, false)

  const place = await askSearch(
    dialogue,
    'Place',
    (words) => searchPlaces(dataset.places.values(), words),
    (one) => [one.name, one.kind, one.country ?? ''].filter((part) => part !== '').join(', '),
  )
  Object.assign(group('place'), {
    id: place?.id ?? null,
    name: (await text('place.name', 'The place in the words of the sources')) ?? place?.name ?? null,
    country: place === null ? await text('place.country', 'Country') : place.country,
    precision:
      place === null
        ? await askChoice(dialogue, 'How well is the place known', vocabulary.PRECISIONS_OF_PLACE, false)
        : place.precision === 'exact'
          ? 'site'
          : place.precision,
  })

  const targetType = await askChoice(dialogue, 'Target', vocabulary.TARGET_TYPES, true)
  const target = group('target')
  target['type'] = targetType
  target['operator'] = await text('target.operator', 'Whose it is, in words')
  target['description'] = await text('target.description', 'The target in the words of the sources')
  target['actors'] = await askMany(dialogue, 'Whose forces or property', dataset.actors.values())
  if (targetType === 'merchant-vessel' || targetType === 'warship') {
    const name = await text('target.vessel.name', "Ship's name")
    const flag = await text('target.vessel.flag', 'Flag')
    const type = await text('target.vessel.type', 'Type of ship')
    target['vessel'] = { name, flag, type }
    const position = await askParsed(dialogue, 'Position as LAT, LON (14.1, 42.6)', parsePosition, true)
    if (position !== null)
      draft['position'] = {
        ...position,
        how: await askText(dialogue, incident, field('position.how'), 'How the position is known'),
      }
  }

  const attackers = await askMany(dialogue, 'Who is said to have acted', dataset.actors.values())
  draft['attackers'] = attackers
  if (attackers.length === 0)
    draft['attackerSide'] = await askChoice(dialogue, 'The side that sources name', vocabulary.SIDES, true)
  draft['attackerNote'] = await text('attackerNote', 'The attacker in the words of the sources')
  draft['attribution'] = await askChoice(dialogue, 'By what right an attacker is named', vocabulary.ATTRIBUTIONS, false)

  draft['weapons'] = await askChoices(dialogue, 'Weapons', vocabulary.WEAPONS)
  draft['munitions'] = await askParsed(
    dialogue,
    'How many were launched or stopped (2, 2-3, 2+ for at least)',
    parseBounds,
    true,
  )
  const event = draft['kind'] === 'event'
  if (!event) draft['outcome'] = await askChoice(dialogue, 'Outcome', vocabulary.OUTCOMES, true)
  draft['damage'] = await text('damage', 'Damage as reported')
  const killed = await askParsed(dialogue, 'Killed (0, 3, 3-5, 3+)', parseBounds, true)
  const wounded = await askParsed(dialogue, 'Wounded', parseBounds, true)
  if (killed !== null || wounded !== null) {
    const whose = await text('casualties.whose', 'Whose dead and wounded')
    const counter = await askSearch(
      dialogue,
      'Who counted',
      (words) => searchNamed(dataset.parties.values(), words),
      nameOf,
    )
    draft['casualties'] = {
      killed,
      wounded,
      whose,
      countedBy: counter?.id ?? null,
      note: null,
      countedElsewhere: false,
    }
  }
  draft['attacks'] = event
    ? 0
    : ((await askParsed(dialogue, 'How many attacks the record stands for (Enter for 1)', parseCount, true)) ?? 1)

  const sources: Draft[] = []
  for (;;) {
    const url = await askText(
      dialogue,
      source,
      ['url'],
      `Source ${String(sources.length + 1)}: web address`,
      sources.length > 0,
    )
    if (url === null) break
    sources.push({
      url,
      publisher: await askText(dialogue, source, ['publisher'], '  Publisher'),
      date: await askText(dialogue, source, ['date'], '  Day of publication'),
      via:
        (await askChoice(dialogue, '  How the page came by it (Enter for original)', vocabulary.VIAS, true)) ??
        'original',
      archive: null,
    })
  }
  draft['sources'] = sources

  const accounts: Draft[] = []
  for (;;) {
    const party = await askSearch(
      dialogue,
      `Account ${String(accounts.length + 1)}: who says so`,
      (words) => searchNamed(dataset.parties.values(), words),
      nameOf,
      accounts.length > 0,
    )
    if (party === null) break
    const stance = await askChoice(dialogue, '  Stance', vocabulary.STANCES, false)
    const numbers =
      sources.length === 1
        ? [0]
        : await askParsed(
            dialogue,
            `  Its sources, by number (1 to ${String(sources.length)})`,
            parseNumbers(sources.length),
            false,
          )
    accounts.push({
      party: party.id,
      stance,
      of: stance === 'denies' ? await askChoice(dialogue, '  What is denied', vocabulary.DENIALS, false) : null,
      basis: await askChoice(dialogue, '  How it knows', vocabulary.BASES, false),
      said: await askText(dialogue, account, ['said'], '  What it said, in our words'),
      sources: numbers,
    })
  }
  draft['accounts'] = accounts

  const doubts: string[] = []
  for (;;) {
    const doubt = await askAnswer(dialogue, 'A doubt, as a sentence: ')
    if (doubt === '') break
    doubts.push(doubt)
  }
  draft['doubts'] = doubts
  draft['note'] = await text('note', 'What else a reader should know')
  draft['recorded'] = today
  return draft
}

const nameOf = (named: Named): string => named.name

async function askAnswer({ ask }: Dialogue, question: string): Promise<string> {
  const answer = await ask(question)
  if (answer === null) throw new CommandError('The input ended before the record was complete. Nothing was written.')
  return answer.trim()
}

function parseCount(answer: string): { value: number } | { wrong: string } {
  return /^\d+$/.test(answer) ? { value: Number(answer) } : { wrong: 'Write a whole number.' }
}

/** Asks until the answer parses; null where it is left open. */
async function askParsed<T>(
  dialogue: Dialogue,
  question: string,
  parse: (answer: string) => { readonly value: T } | { readonly wrong: string },
  mayBeOpen: boolean,
): Promise<T | null> {
  for (;;) {
    const answer = await askAnswer(dialogue, `${question}: `)
    if (answer === '' && mayBeOpen) return null
    const parsed = answer === '' ? { wrong: 'This cannot be left open.' } : parse(answer)
    if ('value' in parsed) return parsed.value
    dialogue.tell(`  ${parsed.wrong}\n`)
  }
}

/** Asks for text until the schema takes it; null where the schema allows that. */
async function askText(
  dialogue: Dialogue,
  schema: z.ZodType,
  path: readonly string[],
  question: string,
  mayBeOpen = fieldAt(schema, path)?.nullable === true,
): Promise<string | null> {
  for (;;) {
    const answer = await askAnswer(dialogue, `${question}: `)
    if (answer === '?') {
      const field = fieldAt(schema, path)
      const example = field?.examples.find((value) => value !== null)
      dialogue.tell(
        `  ${field?.description ?? 'Plain text.'}${example === undefined ? '' : ` As in: ${String(example)}`}\n`,
      )
      continue
    }
    if (answer === '') {
      if (mayBeOpen) return null
      dialogue.tell('  This cannot be left open.\n')
      continue
    }
    const wrong = wrongAt(schema, path, answer)
    if (wrong === null) return answer
    dialogue.tell(`  ${wrong}\n`)
  }
}

function wrongAt(schema: z.ZodType, path: readonly string[], value: string): string | null {
  let whole: unknown = value
  for (const step of [...path].reverse()) whole = { [step]: whole }
  const wanted = formatPath(path)
  return inspect(schema, whole).findings?.find((finding) => formatPath(finding.path) === wanted)?.message ?? null
}

/** Asks for a word of a vocabulary, by number, key or label; null where it may be left open. */
async function askChoice<K extends string, Open extends boolean>(
  dialogue: Dialogue,
  question: string,
  terms: Readonly<Record<K, Term>>,
  mayBeOpen: Open,
): Promise<K | (Open extends true ? null : never)> {
  const keys = Object.keys(terms) as K[]
  dialogue.tell(`${question.trimEnd()}:\n${listChoices(keys, terms)}`)
  for (;;) {
    const answer = await askAnswer(dialogue, '  number or word: ')
    if (answer === '' && mayBeOpen) return null as Open extends true ? null : never
    const key = choiceOf(answer, keys, terms)
    if (key !== null) return key
    dialogue.tell(`  ${JSON.stringify(answer)} is none of them.${didYouMean(answer, keys)}\n`)
  }
}

/** Asks for several words of a vocabulary, parted by commas. */
async function askChoices<K extends string>(
  dialogue: Dialogue,
  question: string,
  terms: Readonly<Record<K, Term>>,
): Promise<K[]> {
  const keys = Object.keys(terms) as K[]
  dialogue.tell(`${question}:\n${listChoices(keys, terms)}`)
  for (;;) {
    const answers = (await askAnswer(dialogue, '  numbers or words, parted by commas: '))
      .split(',')
      .map((part) => part.trim())
    const given = answers.filter((part) => part !== '')
    const wrong = given.find((part) => choiceOf(part, keys, terms) === null)
    if (wrong === undefined) return [...new Set(given.flatMap((part) => choiceOf(part, keys, terms) ?? []))]
    dialogue.tell(`  ${JSON.stringify(wrong)} is none of them.${didYouMean(wrong, keys)}\n`)
  }
}

const listChoices = (keys: readonly string[], terms: Terms): string =>
  keys
    .map((key, index) => `  ${String(index + 1).padStart(2)} ${key.padEnd(24)} ${terms[key]?.meaning ?? ''}\n`)
    .join('')

function choiceOf<K extends string>(answer: string, keys: readonly K[], terms: Terms): K | null {
  if (/^\d+$/.test(answer)) return keys[Number(answer) - 1] ?? null
  const folded = fold(answer)
  return keys.find((key) => fold(key) === folded || fold(terms[key]?.label ?? '') === folded) ?? null
}

const MOST_SHOWN = 9

/** Asks for one of many by searching; null where it is left open. */
async function askSearch<T extends { readonly id: string }>(
  dialogue: Dialogue,
  question: string,
  search: (words: string) => readonly T[],
  show: (item: T) => string,
  mayBeOpen = true,
): Promise<T | null> {
  let offered: readonly T[] = []
  for (;;) {
    const prompt = offered.length > 0 ? '  number, or other words: ' : `${question} (words to search): `
    const answer = await askAnswer(dialogue, prompt)
    if (answer === '') {
      if (offered.length > 0) offered = []
      else if (mayBeOpen) return null
      else dialogue.tell('  This cannot be left open.\n')
      continue
    }
    const picked = /^\d$/.test(answer) ? offered[Number(answer) - 1] : undefined
    if (picked !== undefined) return picked
    const found = search(answer)
    const exact = found.find((item) => item.id === answer)
    if (exact !== undefined) return exact
    if (found.length === 0) {
      dialogue.tell('  Nothing answers that. Try fewer words.\n')
      continue
    }
    offered = found.slice(0, MOST_SHOWN)
    for (const [index, item] of offered.entries()) dialogue.tell(`  ${String(index + 1)} ${item.id}: ${show(item)}\n`)
    if (found.length > MOST_SHOWN) dialogue.tell(`  and ${String(found.length - MOST_SHOWN)} more: write more words\n`)
  }
}

async function askMany<T extends Named>(dialogue: Dialogue, question: string, items: Iterable<T>): Promise<string[]> {
  const all = [...items]
  const ids: string[] = []
  for (;;) {
    const more = ids.length === 0 ? question : `${question}, besides ${ids.join(', ')}`
    const found = await askSearch(dialogue, more, (words) => searchNamed(all, words), nameOf)
    if (found === null) return ids
    if (!ids.includes(found.id)) ids.push(found.id)
  }
}
