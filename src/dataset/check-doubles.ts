/**
 * Pairs that look like one event and that nobody has explained.
 *
 * Two records of attacks look alike if their days are at most one apart, they share a weapon, and they name the same ship, or the
 * same site or town. They are explained by `distinctFrom`, `possiblySameAs` or `covers`, or if one batch covers both.
 */
import { addDays, overlaps } from './dates.ts'
import type { Entry, NamedRecord, Reading } from './load-contents.ts'
import type { Problem } from './problem.ts'

const ALIKE: ReadonlySet<string> = new Set(['attack', 'interception', 'seizure', 'shootdown', 'strike', 'retaliation'])
// A strike is never the double of an attack.
const sideOf = (record: NamedRecord): string =>
  record.kind === 'strike' || record.kind === 'retaliation' ? 'strike' : 'attack'

function groundsOf(record: NamedRecord): string[] {
  const grounds: string[] = []
  const name = record.target.vessel?.name
  if (name != null) grounds.push(`vessel ${name.toLowerCase()}`)
  const { id, precision } = record.place
  if (id !== null && (precision === 'site' || precision === 'town')) grounds.push(`place ${id}`)
  return grounds
}

const explained = (a: NamedRecord, b: NamedRecord): boolean =>
  (['distinctFrom', 'possiblySameAs', 'covers'] as const).some((tie) => a[tie].includes(b.id) || b[tie].includes(a.id))

/** Warnings for unexplained pairs, each told once, at the later record. */
export function findDoubles(reading: Reading): Problem[] {
  const groups = new Map<string, Entry<NamedRecord>[]>()
  const batchOf = new Map<string, string>()
  for (const entry of reading.incidents) {
    for (const id of entry.value.covers) batchOf.set(id, entry.value.id)
    if (!ALIKE.has(entry.value.kind)) continue
    for (const ground of groundsOf(entry.value)) {
      const key = `${sideOf(entry.value)} ${ground}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [entry])
      else group.push(entry)
    }
  }
  const found = new Map<string, Problem>()
  for (const group of groups.values()) {
    group.sort((a, b) =>
      a.value.date.start < b.value.date.start
        ? -1
        : a.value.date.start > b.value.date.start
          ? 1
          : a.value.id < b.value.id
            ? -1
            : 1,
    )
    const near = group.map(({ value: { date } }) => ({ start: addDays(date.start, -1), end: addDays(date.end, 1) }))
    group.forEach((entry, index) => {
      const b = entry.value
      for (let before = index - 1; before >= 0; before--) {
        const a = group[before]?.value
        const around = near[before]
        if (a === undefined || around === undefined) break
        // Sorted by first day: once a day-long record is too early, what comes before it is earlier still, or long.
        if (!overlaps(around, b.date)) {
          if (a.date.start === a.date.end && addDays(a.date.start, 40) < b.date.start) break
          continue
        }
        const weapon = a.weapons.find((one) => b.weapons.includes(one))
        if (weapon === undefined || explained(a, b)) continue
        const batch = batchOf.get(a.id)
        if (batch !== undefined && batch === batchOf.get(b.id)) continue
        const key = `${a.id} ${b.id}`
        if (!found.has(key))
          found.set(
            key,
            reading.problem(
              'warning',
              'possible-double',
              entry,
              ['distinctFrom'],
              `This may be the same event as ${JSON.stringify(a.id)}: same place or ship, same weapon, at most a day apart. Name it in distinctFrom, possiblySameAs or covers.`,
            ),
          )
      }
    })
  }
  return [...found.values()]
}
