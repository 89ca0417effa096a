/** A record as a file: its path, the order of its fields, its text; and a blank one to start from. */
import { join } from 'node:path'
import type { z } from 'zod'
import { readJson } from './json.ts'
import type { DataFiles } from './load-files.ts'
import { fieldOf, type Field } from './schema/field.ts'
import { incident } from './schema/incident.ts'

/** A record on its way into a file: any JSON object, since it may still be wrong. */
export type Draft = Record<string, unknown>

/** Where the published schema lies, seen from a record's file. */
export const SCHEMA_PATH = '../../../public/data/schema/incident.schema.json'

/** The path of a record's file within a data folder, with forward slashes. The year is that of the id. */
export const recordPath = (id: string): string => `incidents/${id.slice(0, 4)}/${id}.json`

/** A record as the text of its file: fields in the order of the schema, two blanks a level, a line break at the end. */
export const formatRecord = (record: Draft): string => `${JSON.stringify(arrange(record, incident), null, 2)}\n`

/** A value with its fields in the order of a schema; fields that the schema does not know come last. */
export const arrange = (value: unknown, schema: z.ZodType): unknown => arrangeBy(value, fieldOf(schema))

function arrangeBy(value: unknown, field: Field | null): unknown {
  if (Array.isArray(value)) return value.map((item) => arrangeBy(item, field?.item ?? null))
  if (value === null || typeof value !== 'object') return value
  const given = value as Draft
  const known = [...(field?.fields.keys() ?? [])].filter((name) => Object.hasOwn(given, name))
  const others = Object.keys(given).filter((name) => field?.fields.has(name) !== true)
  return Object.fromEntries(
    [...known, ...others].map((name) => [name, arrangeBy(given[name], field?.fields.get(name) ?? null)]),
  )
}

/**
 * A record with nothing in it: null where the schema allows it, empty lists, false. Fields that somebody must fill are absent, so
 * that the checker says what they mean.
 */
export const blankRecord = (): Draft => ({ $schema: SCHEMA_PATH, ...blankOf(fieldOf(incident)) })

/** A blank of one group of a record. */
export function blankOf(field: Field): Draft {
  const blank: Draft = {}
  for (const [name, child] of field.fields) {
    if (child.optional) continue
    if (child.nullable) blank[name] = null
    else if (child.type === 'list') blank[name] = []
    else if (child.type === 'boolean') blank[name] = false
    else if (child.type === 'group') blank[name] = blankOf(child)
  }
  return blank
}

/** Part of an id: lower-case letters, digits and hyphens out of a name in any spelling. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʿʾ]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')

/** The id of a new record: day, place or vessel, and the first number that is free. */
export function newId(start: string, about: string, taken: (id: string) => boolean): string {
  const stem = `${start}-${slugOf(about) || 'unknown'}`
  let number = 1
  while (taken(`${stem}-${String(number)}`)) number++
  return `${stem}-${String(number)}`
}

/** The records of a data folder as their files hold them, by id. Files that do not read as a record are left to the checker. */
export function readDrafts(dir: string, files: DataFiles): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  const list = (folder: string) => {
    try {
      return files.list(folder)
    } catch {
      return []
    }
  }
  const root = join(dir, 'incidents')
  for (const year of list(root).filter((entry) => entry.folder)) {
    for (const { name } of list(join(root, year.name)).filter((entry) => entry.name.endsWith('.json'))) {
      const { value } = readJson(files.read(join(root, year.name, name)))
      if (value !== null && typeof value === 'object' && !Array.isArray(value))
        drafts.set(name.slice(0, -5), value as Draft)
    }
  }
  return drafts
}
