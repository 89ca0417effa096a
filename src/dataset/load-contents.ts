/** What the files of a data folder hold, each value checked for itself against its schema. */
import { join } from 'node:path'
import type { z } from 'zod'
import type { Contents } from './dataset.ts'
import { decodeText, formatPath, LARGEST_FILE, offsetOf, placeOf, readJson, type Path } from './json.ts'
import { diskFiles, type DataFiles, type FolderEntry } from './load-files.ts'
import type { Problem } from './problem.ts'
import { inspect } from './problem-words.ts'
import type { Actor } from './schema/actor.ts'
import type { Border } from './schema/border.ts'
import type { DatasetCard } from './schema/dataset.ts'
import { FILES, incidentFile, type FileContent, type FileName } from './schema/file.ts'
import type { IncidentRecord } from './schema/incident.ts'
import type { Party } from './schema/party.ts'
import type { Place } from './schema/place.ts'
import type { Relation } from './schema/relation.ts'
import type { TallyPoint, TallySeries } from './schema/tally.ts'
import { didYouMean } from './suggest.ts'

/** A checked value and where it stands. */
export interface Entry<T> {
  readonly value: T
  readonly file: string
  /** The way to it within the file; empty for a file that is one record. */
  readonly path: Path
}

/** A record as its file and the file's name give it. */
export type NamedRecord = IncidentRecord & { readonly id: string }

/** Ids, each with the names that people use for it. */
export type Names = ReadonlyMap<string, readonly string[]>

/** What could be read of a data folder. */
export interface Reading {
  /** Problems of files and of single values, in no order. */
  readonly problems: readonly Problem[]
  /** Whether every file was read and fits its schema. */
  readonly complete: boolean
  readonly card: DatasetCard | null
  /** Where the card stands. */
  readonly cardEntry: Pick<Entry<unknown>, 'file' | 'path'>
  readonly incidents: readonly Entry<NamedRecord>[]
  /** Records that do not fit the schema, as they stand: their ids are looked up all the same. */
  readonly broken: readonly Entry<object>[]
  readonly actors: readonly Entry<Actor>[]
  readonly relations: readonly Entry<Relation>[]
  readonly places: readonly Entry<Place>[]
  readonly parties: readonly Entry<Party>[]
  readonly series: readonly Entry<TallySeries>[]
  readonly points: readonly Entry<TallyPoint>[]
  readonly borders: readonly Entry<Border>[]
  /** Every id that stands in the files, of broken records too; null for a file that could not be read. */
  readonly ids: {
    readonly incidents: Names
    readonly actors: Names | null
    readonly places: Names | null
    readonly parties: Names | null
    readonly series: Names | null
  }
  /** A problem at a field of an entry, or at the name of a field in it. */
  problem(
    level: Problem['level'],
    code: string,
    at: Pick<Entry<unknown>, 'file' | 'path'>,
    field: Path,
    message: string,
  ): Problem
}

// Bytes of texts that are kept for the places of problems.
const MOST_KEPT = 64e6

/** An id as it must be written. */
export const ID = /^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/
const ID_OF_RECORD = /^\d{4}-\d{2}-\d{2}-[a-z0-9-]+-\d+$/
// Folders and files that a data folder may hold besides records: what the edition command writes, and words for people.
const OTHER_FOLDERS = new Set(['incidents', 'editions'])
const OTHER_FILES = /^(README|LICEN[CS]E|CHANGELOG)/

const errorCode = (error: unknown): string =>
  error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : 'unknown'

/** Paths as they are shown: with forward slashes on every system. */
const joinPath = (...parts: string[]): string => join(...parts).replaceAll('\\', '/')

/**
 * What earlier readings found in records that had nothing wrong, by path: a file with the same bytes is not parsed and checked again. For
 * a process that reads one folder many times, as the dev server does.
 */
export type Memory = Map<string, { readonly bytes: Uint8Array; readonly record: NamedRecord }>

/** Read every file of a data folder and check each value for itself. Never throws, never writes. */
export function readContents(
  dir: string,
  files: DataFiles = diskFiles,
  progress: (done: number, total: number) => void = () => undefined,
  memory: Memory | null = null,
): Reading {
  const problems: Problem[] = []
  const add = (file: string, code: string, message: string, level: Problem['level'] = 'error'): void => {
    problems.push({ level, code, file, line: null, column: null, field: null, message })
  }

  const texts = new Map<string, string>()
  // The text of a file: from the first reading while these are few enough to keep, else read again, so that memory stays small.
  let kept = 0
  const textOf = (file: string): string => {
    const known = texts.get(file)
    if (known !== undefined) return known
    const text = decodeText(files.read(file))
    texts.set(file, text)
    return text
  }

  const problem: Reading['problem'] = (level, code, at, field, message) => {
    const path = [...at.path, ...field]
    const text = textOf(at.file)
    return {
      level,
      code,
      file: at.file,
      ...placeOf(text, offsetOf(text, path)),
      field: formatPath(path) || null,
      message,
    }
  }

  const list = (folder: string): FolderEntry[] | null => {
    try {
      return files.list(folder).filter((entry) => !entry.name.startsWith('.'))
    } catch (error) {
      const code = errorCode(error)
      if (code === 'ENOENT') add(folder, 'no-folder', 'The folder does not exist. Is --data right?')
      else if (code === 'ENOTDIR') add(folder, 'no-folder', 'This is a file, and a folder is expected.')
      else add(folder, 'unreadable', `The folder cannot be read (${code}).`)
      return null
    }
  }

  // The value of a file; undefined where it cannot be had, with the reasons among the problems.
  const read = (file: string, keep: (bytes: Uint8Array) => void = () => undefined): object | undefined => {
    try {
      const size = files.size(file)
      if (size > LARGEST_FILE) {
        add(
          file,
          'too-large',
          `The file has ${String(Math.round(size / 1024 / 1024))} MB. At most ${String(LARGEST_FILE / 1024 / 1024)} MB are read; a record has a few kilobytes.`,
        )
        return undefined
      }
      const bytes = files.read(file)
      keep(bytes)
      const reading = readJson(bytes)
      kept += bytes.length
      if (kept < MOST_KEPT) texts.set(file, reading.text)
      for (const { place, ...rest } of reading.problems)
        problems.push({ ...rest, file, line: place?.line ?? null, column: place?.column ?? null })
      if (
        reading.value !== undefined &&
        (reading.value === null || typeof reading.value !== 'object' || Array.isArray(reading.value))
      ) {
        problems.push({
          level: 'error',
          code: 'not-an-object',
          file,
          ...placeOf(reading.text, offsetOf(reading.text, [])),
          field: null,
          message: `The file holds ${Array.isArray(reading.value) ? 'a list' : 'a single value'}. It must hold one group of fields in { }.`,
        })
        return undefined
      }
      return reading.value
    } catch (error) {
      const code = errorCode(error)
      if (code === 'ENOENT') add(file, 'no-file', 'The file is missing.')
      else add(file, 'unreadable', `The file cannot be read (${code}). Are its rights right?`)
      return undefined
    }
  }

  // The checked value, or the places in it that are wrong.
  const checked = <T>(
    schema: z.ZodType<T>,
    file: string,
    value: unknown,
  ): { value: T | null; wrong: readonly Path[] } => {
    const result = inspect(schema, value)
    if (result.findings === null) return { value: result.value, wrong: [] }
    const text = textOf(file)
    for (const finding of result.findings)
      problems.push({
        level: 'error',
        code: finding.code,
        file,
        ...placeOf(text, offsetOf(text, finding.path, finding.name)),
        field: formatPath(finding.name === null ? finding.path : [...finding.path, finding.name]) || null,
        message: finding.message,
      })
    return { value: null, wrong: result.findings.map((finding) => finding.path) }
  }

  const top = list(dir) ?? []
  const raw: Partial<Record<FileName, unknown>> = {}
  const good: { [Name in FileName]?: FileContent<Name> } = {}
  const names = Object.keys(FILES) as FileName[]
  const readFile = <Name extends FileName>(name: Name): void => {
    const file = joinPath(dir, `${name}.json`)
    const value = read(file)
    raw[name] = value
    if (value === undefined) return
    const { value: whole, wrong } = checked(FILES[name] as unknown as z.ZodType<FileContent<Name>>, file, value)
    if (whole !== null) good[name] = whole as (typeof good)[Name]
    // What is right in a list stands, so that everything else can be checked against it.
    else if (name !== 'dataset') good[name] = rightItems(value, wrong) as (typeof good)[Name]
  }
  if (top.length > 0) names.forEach(readFile)
  for (const entry of top) {
    const path = joinPath(dir, entry.name)
    if (entry.folder) {
      if (!OTHER_FOLDERS.has(entry.name))
        add(path, 'unexpected', `This folder is no part of the data.${didYouMean(entry.name, OTHER_FOLDERS)}`)
    } else if (!entry.name.endsWith('.json')) {
      if (!OTHER_FILES.test(entry.name))
        add(path, 'unexpected', 'This file is no part of the data and is not read. Move it elsewhere.', 'warning')
    } else if (!(entry.name.slice(0, -5) in FILES))
      add(
        path,
        'unexpected',
        `This file is no part of the data. Records stand in incidents/<year>/.${didYouMean(
          entry.name,
          names.map((name) => `${name}.json`),
        )}`,
      )
  }

  const found: { id: string; file: string }[] = []
  const folder = joinPath(dir, 'incidents')
  for (const year of top.length > 0 ? (list(folder) ?? []) : []) {
    const path = joinPath(folder, year.name)
    if (!year.folder)
      add(
        path,
        'unexpected',
        'This file stands beside the years. Move it to the folder of the year that its name begins with.',
      )
    else if (!/^\d{4}$/.test(year.name))
      add(path, 'unexpected', 'This folder is not a year. Records stand in incidents/<year>/.')
    else
      for (const entry of list(path) ?? []) {
        const file = joinPath(path, entry.name)
        const id = entry.name.replace(/\.json$/, '')
        if (entry.folder) add(file, 'unexpected', 'This folder stands among the records. A year holds files only.')
        else if (!entry.name.endsWith('.json'))
          add(file, 'unexpected', 'This file is not a record: its name does not end with .json. Rename or move it.')
        else if (!ID_OF_RECORD.test(id) || !ID.test(id) || id.length > 120)
          add(
            file,
            'file-name',
            `${JSON.stringify(id)} is not an id. Name the file <date>-<place or vessel>-<number>.json, in lower-case letters, digits and hyphens, as in 2023-11-07-erbil-air-base-1.json.`,
          )
        else if (id.slice(0, 4) !== year.name)
          add(
            file,
            'file-name',
            `The file stands in ${year.name}, but its name begins with ${id.slice(0, 4)}. Move it to incidents/${id.slice(0, 4)}/.`,
          )
        else found.push({ id, file })
      }
  }
  const recall = (file: string): NamedRecord | null => {
    const known = memory?.get(file)
    if (known === undefined) return null
    try {
      return Buffer.compare(files.read(file), known.bytes) === 0 ? known.record : null
    } catch {
      return null
    }
  }
  const incidents: Entry<NamedRecord>[] = []
  const broken: Entry<object>[] = []
  found.forEach(({ id, file }, index) => {
    if (index % 500 === 0) progress(index, found.length)
    const known = recall(file)
    if (known !== null) {
      incidents.push({ value: known, file, path: [] })
      return
    }
    const before = problems.length
    let bytes: Uint8Array | null = null
    const value = read(file, (content) => (bytes = content))
    if (value === undefined) return
    const { value: fields } = checked(incidentFile, file, value)
    if (fields === null) {
      broken.push({ value, file, path: [] })
      return
    }
    const record = named(fields, id)
    incidents.push({ value: record, file, path: [] })
    if (bytes !== null && problems.length === before) memory?.set(file, { bytes, record })
  })
  progress(found.length, found.length)

  const entries = <T>(name: FileName, key: string, items: readonly (T | null)[] | undefined): Entry<T>[] =>
    (items ?? []).flatMap((value, index) =>
      value === null ? [] : [{ value, file: joinPath(dir, `${name}.json`), path: [key, index] }],
    )
  const ids = (name: FileName, key: string): Names | null => {
    const items = (raw[name] as Readonly<Record<string, unknown>> | undefined)?.[key]
    return Array.isArray(items) ? namesOf(items) : null
  }
  return {
    problems,
    complete: !problems.some((one) => one.level === 'error'),
    card: good.dataset ?? null,
    cardEntry: { file: joinPath(dir, 'dataset.json'), path: [] },
    incidents,
    broken,
    actors: entries('actors', 'actors', good.actors?.actors),
    relations: entries('relations', 'relations', good.relations?.relations),
    places: entries('places', 'places', good.places?.places),
    parties: entries('parties', 'parties', good.parties?.parties),
    series: entries('tallies', 'series', good.tallies?.series),
    points: entries('tallies', 'points', good.tallies?.points),
    borders: entries('borders', 'borders', good.borders?.borders),
    ids: {
      incidents: new Map(found.map(({ id }) => [id, []])),
      actors: ids('actors', 'actors'),
      places: ids('places', 'places'),
      parties: ids('parties', 'parties'),
      series: ids('tallies', 'series'),
    },
    problem,
  }
}

function namesOf(items: readonly unknown[]): Names {
  const names = new Map<string, readonly string[]>()
  for (const item of items) {
    if (item === null || typeof item !== 'object' || !('id' in item) || typeof item.id !== 'string') continue
    const known = item as { readonly name?: unknown; readonly short?: unknown; readonly aliases?: unknown }
    const others = [known.name, known.short, ...(Array.isArray(known.aliases) ? (known.aliases as unknown[]) : [])]
    names.set(
      item.id,
      others.filter((name) => typeof name === 'string'),
    )
  }
  return names
}

function named(record: IncidentRecord, id: string): NamedRecord {
  const { $schema: _schema, ...fields } = record
  return { id, ...fields }
}

// A file with its wrong items put to null; undefined where more than items is wrong.
function rightItems(value: unknown, wrong: readonly Path[]): unknown {
  const copy: Record<string, unknown> = { ...(value as Readonly<Record<string, unknown>>) }
  for (const [key, number] of wrong) {
    if (key === undefined) continue
    if (typeof number !== 'number' || !Array.isArray(copy[key])) return undefined
    const items = [...(copy[key] as unknown[])]
    items[number] = null
    copy[key] = items
  }
  return copy
}

/** The contents of a reading without errors. */
export function contentsOf(reading: Reading): Contents | null {
  if (!reading.complete || reading.card === null) return null
  const values = <T>(entries: readonly Entry<T>[]): T[] => entries.map((entry) => entry.value)
  const { $schema: _schema, ...card } = reading.card
  return {
    card,
    incidents: values(reading.incidents),
    actors: values(reading.actors),
    relations: values(reading.relations),
    places: values(reading.places),
    parties: values(reading.parties),
    tallies: { series: values(reading.series), points: values(reading.points) },
    borders: values(reading.borders),
  }
}
