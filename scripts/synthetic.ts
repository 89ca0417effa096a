/**
 * Larger datasets for measurements. SYNTHETIC: copies of real records with other ids and days, marked as such in their titles; they
 * tell nothing about the world. Written to a folder that the caller names, never to data/.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { addDays, daysBetween } from '../src/dataset/dates.ts'
import type { IncidentRecord } from '../src/dataset/schema/incident.ts'

const SHIFT = 11

/** Writes a data folder with at least the records of another, and copies of them up to `records`. */
export function writeSynthetic(from: string, into: string, records: number): void {
  if (resolve(from) === resolve(into)) throw new Error('A synthetic dataset goes into a folder of its own.')
  rmSync(into, { recursive: true, force: true })
  cpSync(from, into, { recursive: true })
  const card = JSON.parse(readFileSync(join(from, 'dataset.json'), 'utf8')) as {
    title: string
    coverage: { start: string; end: string }
  }
  const { start, end } = card.coverage
  const span = daysBetween(start, end) + 1
  const originals = readdirSync(join(from, 'incidents'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      id: file.replace(/^.*[\\/]|\.json$/g, ''),
      record: JSON.parse(readFileSync(join(from, 'incidents', file), 'utf8')) as IncidentRecord,
    }))
  // What stands outside the coverage, or for a batch of other records, cannot be moved.
  const movable = originals.filter(
    ({ record }) => !record.context && record.covers.length === 0 && record.date.start >= start,
  )
  for (let made = originals.length; made < records; made++) {
    const index = made - originals.length
    const copy = Math.floor(index / movable.length) + 1
    const original = movable[index % movable.length]
    if (original === undefined) break
    const length = daysBetween(original.record.date.start, original.record.date.end)
    const first = (daysBetween(start, original.record.date.start) + copy * SHIFT) % (span - length)
    const day = addDays(start, first)
    const id = `${day}-synthetic-${String(copy)}-${original.id.slice(11).replace(/^[^a-z0-9]+/, '')}`.slice(0, 110)
    const record: IncidentRecord = {
      ...original.record,
      date: { ...original.record.date, start: day, end: addDays(day, length) },
      title: `SYNTHETIC ${String(made)}: ${original.record.title}`.slice(0, 240).trim(),
      casualties: null,
      distinctFrom: [],
      possiblySameAs: [],
      revisions: [],
    }
    const folder = join(into, 'incidents', day.slice(0, 4))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${id}-${String(made)}.json`), `${JSON.stringify(record, null, 2)}\n`)
  }
}
