/** Ids that point to nothing, and ties between records that contradict one another. */
import { clustersOf, LARGEST_CLUSTER } from './count.ts'
import { overlaps } from './dates.ts'
import type { Path } from './json.ts'
import { ID, type Entry, type NamedRecord, type Names, type Reading } from './load-contents.ts'
import type { Problem } from './problem.ts'
import { suggestId } from './suggest.ts'

type Add = (at: Pick<Entry<unknown>, 'file' | 'path'>, code: string, field: Path, message: string) => void

const collector = (reading: Reading, problems: Problem[]): Add => {
  return (at, code, field, message) => {
    problems.push(reading.problem('error', code, at, field, message))
  }
}

type Kind = 'actor' | 'place' | 'party' | 'series' | 'record'

// Where a record names something: the way to the id, with * for the items of a list.
const IDS_OF_RECORD: readonly (readonly [path: readonly string[], kind: Kind])[] = [
  [['place', 'id'], 'place'],
  [['place', 'also', '*'], 'place'],
  [['attackers', '*'], 'actor'],
  [['target', 'actors', '*'], 'actor'],
  [['accounts', '*', 'party'], 'party'],
  [['casualties', 'countedBy'], 'party'],
  [['covers', '*'], 'record'],
  [['distinctFrom', '*'], 'record'],
  [['possiblySameAs', '*'], 'record'],
]

type Found = (id: string, path: Path) => void

// Calls with each text at a way through a value of any shape, so that records which do not fit the schema are looked through too. Plain
// loops: every id of every record passes here.
function eachText(value: unknown, way: readonly string[], found: Found, from = 0, path: Path = []): void {
  const step = way[from]
  if (step === undefined) {
    if (typeof value === 'string') found(value, path)
  } else if (step === '*') {
    if (!Array.isArray(value)) return
    const items = value as readonly unknown[]
    for (let index = 0; index < items.length; index++) eachText(items[index], way, found, from + 1, [...path, index])
  } else if (value !== null && typeof value === 'object' && Object.hasOwn(value, step))
    eachText((value as Readonly<Record<string, unknown>>)[step], way, found, from + 1, [...path, step])
}

/**
 * Distinct ids for which the nearest right one is looked up in one run. Each costs a look at every id there is; a whole file of wrong
 * ids has one mistake behind it, which the first of them show.
 */
const MOST_SUGGESTIONS = 50

/** Ids that do not resolve. Ids of broken records and files count as known: one mistake is told once. */
export function checkIds(reading: Reading): Problem[] {
  const problems: Problem[] = []
  const add = collector(reading, problems)
  const known: Readonly<Record<Kind, readonly [Names | null, string]>> = {
    actor: [reading.ids.actors, 'is not in actors.json'],
    place: [reading.ids.places, 'is not in places.json'],
    party: [reading.ids.parties, 'is not in parties.json'],
    series: [reading.ids.series, 'is not a series of tallies.json'],
    record: [reading.ids.incidents, 'is not a record'],
  }
  const suggested = new Map<string, string | undefined>()
  const nearest = (what: Kind, id: string, names: Names): string | undefined => {
    const key = `${what} ${id}`
    if (!suggested.has(key) && suggested.size < MOST_SUGGESTIONS) suggested.set(key, suggestId(id, names)[0])
    return suggested.get(key)
  }
  const resolve = (at: Entry<unknown>, what: Kind, id: string | null, field: Path): void => {
    const [names, is] = known[what]
    if (id === null || names === null || names.has(id)) return
    const near = nearest(what, id, names)
    const meant = near === undefined ? '' : ` Did you mean ${JSON.stringify(near)}?`
    add(at, 'unresolved', field, `${JSON.stringify(id)} ${is}.${meant}`)
  }
  const once = (at: Entry<unknown>, ids: readonly string[], field: Path): void => {
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index)
        add(at, 'twice', [...field, index], `${JSON.stringify(id)} stands in this list twice. Keep one.`)
    })
  }

  for (const entries of [reading.incidents, reading.broken])
    for (const entry of entries)
      for (const [way, kind] of IDS_OF_RECORD)
        eachText(entry.value, way, (id, path) => {
          if (ID.test(id)) resolve(entry, kind, id, path)
        })
  for (const entry of reading.incidents) {
    const record = entry.value
    once(entry, record.place.also, ['place', 'also'])
    once(entry, record.attackers, ['attackers'])
    once(entry, record.target.actors, ['target', 'actors'])
    for (const tie of ['covers', 'distinctFrom', 'possiblySameAs'] as const) once(entry, record[tie], [tie])
    record.accounts.forEach((account, index) => {
      account.sources.forEach((source, at) => {
        const field = ['accounts', index, 'sources', at]
        const count = record.sources.length
        if (source >= count)
          add(
            entry,
            'no-such-source',
            field,
            `There is no source ${String(source)}: the record has ${String(count)}, counted from 0${count > 1 ? ` to ${String(count - 1)}` : ''}.`,
          )
        else if (account.sources.indexOf(source) !== at)
          add(entry, 'twice', field, `Source ${String(source)} stands in this list twice. Keep one.`)
      })
    })
    record.sources.forEach((source, index) => {
      if (record.sources.findIndex((other) => other.url === source.url) !== index)
        add(
          entry,
          'twice',
          ['sources', index, 'url'],
          'This address stands among the sources twice. Keep one, and renumber the sources of the accounts.',
        )
    })
  }
  for (const entry of reading.relations) {
    resolve(entry, 'actor', entry.value.from, ['from'])
    resolve(entry, 'actor', entry.value.to, ['to'])
    resolve(entry, 'party', entry.value.deniedBy?.party ?? null, ['deniedBy', 'party'])
    if (entry.value.from === entry.value.to) add(entry, 'self', ['to'], 'This ties an actor to itself. Name another.')
  }
  for (const entry of reading.parties) resolve(entry, 'actor', entry.value.actor, ['actor'])
  for (const entry of reading.points) resolve(entry, 'series', entry.value.series, ['series'])
  for (const entry of reading.series)
    (entry.value.scope?.attackers ?? []).forEach((id, index) => {
      resolve(entry, 'actor', id, ['scope', 'attackers', index])
    })
  const places = new Map(reading.places.map((entry) => [entry.value.id, entry.value]))
  for (const entry of reading.places) {
    resolve(entry, 'place', entry.value.within, ['within'])
    const seen = new Set<string>()
    let holder: string | null = entry.value.within
    while (holder !== null && holder !== entry.value.id && !seen.has(holder)) {
      seen.add(holder)
      holder = places.get(holder)?.within ?? null
    }
    // A circle is told once, at its first place.
    if (holder === entry.value.id && [...seen].every((id) => entry.value.id < id))
      add(
        entry,
        'cycle',
        ['within'],
        `This place lies within itself${seen.size > 0 ? `, by way of ${[...seen].map((id) => JSON.stringify(id)).join(', ')}` : ''}. Name the larger place.`,
      )
  }
  for (const entries of [
    reading.actors,
    reading.places,
    reading.parties,
    reading.relations,
    reading.series,
    reading.points,
    reading.borders,
  ] as readonly (readonly Entry<{ readonly id: string }>[])[]) {
    const seen = new Set<string>()
    for (const entry of entries) {
      if (seen.has(entry.value.id))
        add(
          entry,
          'twice',
          ['id'],
          `${JSON.stringify(entry.value.id)} is the id of another entry of this list. Give each its own.`,
        )
      seen.add(entry.value.id)
    }
  }
  return problems
}

/** Batches, pairs known to be two events, and pairs that may be one. A tie counts from whichever side it is written. */
export function checkTies(reading: Reading): Problem[] {
  const problems: Problem[] = []
  const add = collector(reading, problems)
  const records = new Map(reading.incidents.map((entry) => [entry.value.id, entry]))
  const batchOf = new Map<string, string>()
  const distinct = (a: NamedRecord, b: NamedRecord): boolean =>
    a.distinctFrom.includes(b.id) || b.distinctFrom.includes(a.id)

  for (const entry of reading.incidents) {
    const record = entry.value
    for (const field of ['covers', 'distinctFrom', 'possiblySameAs'] as const)
      record[field].forEach((id, index) => {
        if (id === record.id) add(entry, 'self', [field, index], 'This names the record itself. Remove it.')
      })
    record.covers.forEach((id, index) => {
      const covered = records.get(id)?.value
      if (covered === undefined || id === record.id) return
      const other = batchOf.get(id)
      if (other !== undefined)
        add(
          entry,
          'covered-twice',
          ['covers', index],
          `${JSON.stringify(id)} is covered by ${JSON.stringify(other)} too. One batch can hold it.`,
        )
      else batchOf.set(id, record.id)
      if (covered.kind === 'event')
        add(
          entry,
          'covers-event',
          ['covers', index],
          `${JSON.stringify(id)} is an event, which counts as no attack and cannot be part of a batch. Remove it.`,
        )
      if (!overlaps(covered.date, record.date))
        add(
          entry,
          'covers-other-days',
          ['covers', index],
          `${JSON.stringify(id)} lies on ${covered.date.start}, outside the days of this batch (${record.date.start} to ${record.date.end}). Correct a date, or remove it.`,
        )
    })
    record.possiblySameAs.forEach((id, index) => {
      const other = records.get(id)?.value
      if (other === undefined || id === record.id) return
      if (distinct(record, other))
        add(
          entry,
          'same-and-distinct',
          ['possiblySameAs', index],
          `${JSON.stringify(id)} stands in distinctFrom too, here or there. Two records cannot be known to be two events and perhaps be one. Keep one of the two.`,
        )
      if (record.covers.includes(id) || other.covers.includes(record.id))
        add(
          entry,
          'same-and-covered',
          ['possiblySameAs', index],
          `${JSON.stringify(id)} and this record are a batch and its part, which is more than perhaps the same. Remove it here.`,
        )
    })
  }

  for (const entry of reading.incidents) {
    const batch = batchOf.get(entry.value.id)
    if (batch === undefined) continue
    entry.value.possiblySameAs.forEach((id, index) => {
      if (!records.has(id) || id === entry.value.id || id === batch || batchOf.get(id) === batch) return
      add(
        entry,
        'same-outside-batch',
        ['possiblySameAs', index],
        `This record is part of the batch ${JSON.stringify(batch)}, and ${JSON.stringify(id)} is not, so they cannot be counted as one. Let the batch cover it, or tie it to the batch itself.`,
      )
    })
  }

  for (const id of batchOf.keys()) {
    const seen: string[] = []
    let batch = batchOf.get(id)
    while (batch !== undefined && batch !== id && !seen.includes(batch)) {
      seen.push(batch)
      batch = batchOf.get(batch)
    }
    const entry = records.get(id)
    if (batch === id && entry !== undefined && id <= [id, ...seen].reduce((a, b) => (a < b ? a : b)))
      add(
        entry,
        'cycle',
        ['covers'],
        `This batch covers itself, by way of ${seen.map((other) => JSON.stringify(other)).join(', ')}. Break the circle.`,
      )
  }

  for (const cluster of clustersOf(new Map(reading.incidents.map(({ value }) => [value.id, value])))) {
    if (cluster.length <= LARGEST_CLUSTER) continue
    const [first] = cluster.map(({ id }) => id).sort()
    const entry = records.get(first ?? '')
    if (entry !== undefined)
      add(
        entry,
        'large-cluster',
        ['possiblySameAs'],
        `${String(cluster.length)} records may be one another, pair by pair; at most ${String(LARGEST_CLUSTER)} can be counted. Part them with distinctFrom, or link fewer.`,
      )
  }
  return problems
}
