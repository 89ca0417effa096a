/**
 * Counting. A record, an attack, a munition, a strike and a person are different units; every function here names its own.
 *
 * 1. Attacks. A record stands for `attacks` of them (0 for events).
 * 2. Batches. A batch counts the larger of its own number and the sum of the records it covers, among the records counted. What
 *    is left over its covered records shows as "not listed singly". A possible double among its parts never takes from its own
 *    number.
 * 3. Possible doubles. Records that may be one event all stay. Among records that may be the same, pair by pair, the count takes
 *    the fewest events that the pairs allow, each at the larger number; what was folded in is given as possible doubles.
 * 4. Evidence is counted nested: confirmed; confirmed and reported; and so on. The share of a level is what it adds. So the parts
 *    add up to the whole, and adding a claim never lowers a count of anything stronger.
 * 5. Unknown numbers add nothing and are counted as unknown; a minimum stays a minimum.
 */
import type { Incident } from './dataset.ts'
import { overlaps, within, type Span } from './dates.ts'
import type { Bounds } from './schema/incident.ts'
import { EVIDENCE_ORDER, type EvidenceLevel } from './vocabulary.ts'

export interface AttackCount {
  /** Attacks, possible doubles folded. */
  readonly count: number
  /** How many more there would be if no possible double were one. */
  readonly possibleDoubles: number
  /** Part of `count` that stands only in batches. */
  readonly notListedSingly: number
  /** Records counted. */
  readonly records: number
  /** Records whose date spans more than a day. */
  readonly uncertainDates: number
}

/** The largest group of records that may be one another that the exact fold handles; the checker refuses larger ones. */
export const LARGEST_CLUSTER = 14

/** Attacks that a selection of records stands for, by rules 1 to 3. */
export function countAttacks(selection: readonly Incident[]): AttackCount {
  const chosen = new Map(selection.map((incident) => [incident.id, incident]))
  const parts = partsOfBatches(chosen)
  const covered = new Set([...parts.values()].flat())
  const roots = [...chosen.values()].filter((incident) => !covered.has(incident))
  let notListedSingly = 0
  // A batch with its parts is one unit: it counts the larger of its own number and what its parts add up to.
  const weigh = (incident: Incident, folded: boolean): number => {
    const own = incident.attacks ?? 0
    const within = parts.get(incident.id)
    if (within === undefined) return own
    const singly = total(within, folded)
    if (folded) notListedSingly += Math.max(0, own - singly)
    return Math.max(own, singly)
  }
  const total = (incidents: readonly Incident[], folded: boolean): number => {
    const weights = new Map(incidents.map((incident) => [incident.id, weigh(incident, folded)]))
    if (!folded) return [...weights.values()].reduce((a, b) => a + b, 0)
    return clustersOf(new Map(incidents.map((incident) => [incident.id, incident])))
      .map((cluster) =>
        fold(
          cluster,
          cluster.map((incident) => weights.get(incident.id) ?? 0),
        ),
      )
      .reduce((a, b) => a + b, 0)
  }
  const count = total(roots, true)
  return {
    count,
    possibleDoubles: total(roots, false) - count,
    notListedSingly,
    records: chosen.size,
    uncertainDates: [...chosen.values()].filter((incident) => incident.date.start !== incident.date.end).length,
  }
}

// The parts of each batch, among the records chosen. A record is part of one batch; a circle is cut where it would close.
function partsOfBatches(chosen: ReadonlyMap<string, Incident>): Map<string, Incident[]> {
  const batchOf = new Map<string, string>()
  const holds = (batch: string, part: string): boolean => {
    for (let id: string | undefined = batch; id !== undefined; id = batchOf.get(id)) if (id === part) return true
    return false
  }
  const parts = new Map<string, Incident[]>()
  for (const id of [...chosen.keys()].sort()) {
    for (const part of [...new Set(chosen.get(id)?.covers ?? [])].sort()) {
      const incident = chosen.get(part)
      if (incident === undefined || batchOf.has(part) || holds(id, part)) continue
      batchOf.set(part, id)
      parts.set(id, [...(parts.get(id) ?? []), incident])
    }
  }
  return parts
}

/** Groups of records linked by `possiblySameAs`, within the selection. A link counts from whichever side it is written. */
export function clustersOf<T extends Pick<Incident, 'id' | 'possiblySameAs'>>(chosen: ReadonlyMap<string, T>): T[][] {
  const links = new Map<string, Set<string>>()
  const link = (a: string, b: string) => {
    const set = links.get(a) ?? new Set<string>()
    set.add(b)
    links.set(a, set)
  }
  for (const incident of chosen.values()) {
    for (const other of incident.possiblySameAs) {
      if (other === incident.id || !chosen.has(other)) continue
      link(incident.id, other)
      link(other, incident.id)
    }
  }
  const seen = new Set<string>()
  const clusters: T[][] = []
  for (const incident of chosen.values()) {
    if (seen.has(incident.id)) continue
    seen.add(incident.id)
    const cluster: T[] = []
    const queue = [incident.id]
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const member = chosen.get(id)
      if (member !== undefined) cluster.push(member)
      for (const next of links.get(id) ?? []) {
        if (!seen.has(next)) {
          seen.add(next)
          queue.push(next)
        }
      }
    }
    clusters.push(cluster)
  }
  return clusters
}

/** Fewest attacks of a cluster: the cheapest way to part it into groups whose members may all be one event, each at its largest number. */
function fold(cluster: readonly Incident[], weights: readonly number[]): number {
  const size = cluster.length
  if (size === 1) return weights[0] ?? 0
  if (size > LARGEST_CLUSTER) return weights.reduce((a, b) => a + b, 0)
  const same = cluster.map((a) =>
    cluster.map((b) => a.possiblySameAs.includes(b.id) || b.possiblySameAs.includes(a.id)),
  )
  const all = 2 ** size
  const cost = new Array<number>(all).fill(Infinity)
  for (let set = 1; set < all; set++) {
    let largest = 0
    let clique = true
    for (let i = 0; i < size && clique; i++) {
      if ((set & (1 << i)) === 0) continue
      largest = Math.max(largest, weights[i] ?? 0)
      for (let j = i + 1; j < size && clique; j++) if ((set & (1 << j)) !== 0 && same[i]?.[j] !== true) clique = false
    }
    if (clique) cost[set] = largest
  }
  const best = new Array<number>(all).fill(Infinity)
  best[0] = 0
  for (let set = 1; set < all; set++) {
    const lowest = set & -set
    for (let group = set; group > 0; group = (group - 1) & set) {
      if ((group & lowest) === 0) continue
      best[set] = Math.min(best[set] ?? Infinity, (cost[group] ?? Infinity) + (best[set ^ group] ?? Infinity))
    }
  }
  return best[all - 1] ?? 0
}

/** What each level of evidence adds to the count, by rule 4. The parts add up to `countAttacks(selection).count`. */
export function attacksByEvidence(selection: readonly Incident[]): Record<EvidenceLevel, number> {
  const parts = { confirmed: 0, reported: 0, claimed: 0, disputed: 0 }
  const taken: Incident[] = []
  let before = 0
  for (const level of EVIDENCE_ORDER) {
    taken.push(...selection.filter((incident) => incident.evidence.level === level))
    const now = countAttacks(taken).count
    parts[level] = now - before
    before = now
  }
  return parts
}

/** Our two counts: confirmed, and all including claims. */
export interface TwoCounts {
  readonly confirmed: AttackCount
  readonly all: AttackCount
}

/** Both counts of a selection. */
export const twoCounts = (selection: readonly Incident[]): TwoCounts => ({
  confirmed: countAttacks(selection.filter((incident) => incident.evidence.level === 'confirmed')),
  all: countAttacks(selection),
})

/** Records that overlap a window, and those of them that lie partly outside. */
export function inWindow(selection: readonly Incident[], window: Span): { inside: Incident[]; straddling: Incident[] } {
  const inside = selection.filter((incident) => overlaps(incident.date, window))
  return { inside, straddling: inside.filter((incident) => !within(incident.date, window)) }
}

/** A sum of numbers of which some are unknown or minimums. */
export interface Sum {
  readonly low: number
  /** Null where one of the numbers is only a minimum. */
  readonly high: number | null
  /** Records that give a number. */
  readonly known: number
  /** Records that give none. */
  readonly unknown: number
}

function sum(values: readonly (Bounds | null)[]): Sum {
  let low = 0
  let high: number | null = 0
  let known = 0
  for (const value of values) {
    if (value === null) continue
    known++
    low += value.low
    high = high === null || value.high === null ? null : high + value.high
  }
  return { low, high, known, unknown: values.length - known }
}

/** Munitions that a selection of records names. Covered records are left out where their batch is in and gives a number. */
export function sumMunitions(selection: readonly Incident[]): Sum {
  const covered = coveredBy(selection, (incident) => incident.munitions !== null)
  return sum(selection.filter((incident) => !covered.has(incident.id)).map((incident) => incident.munitions))
}

/** People killed or wounded. Records whose people stand on another record are left out. */
export const sumPeople = (selection: readonly Incident[], what: 'killed' | 'wounded'): Sum =>
  sum(
    selection
      .filter((incident) => incident.casualties?.countedElsewhere !== true)
      .map((incident) => incident.casualties?.[what] ?? null),
  )

function coveredBy(selection: readonly Incident[], counts: (incident: Incident) => boolean): Set<string> {
  return new Set(selection.filter(counts).flatMap((incident) => incident.covers))
}

/** Distinct merchant ships attacked: by name; ships without a name count one a record. */
export function countVessels(selection: readonly Incident[]): { named: number; unnamed: number } {
  const names = new Set<string>()
  let unnamed = 0
  for (const incident of selection) {
    if (incident.target.type !== 'merchant-vessel') continue
    const name = incident.target.vessel?.name ?? null
    if (name === null) unnamed += 1
    else names.add(name.toLowerCase())
  }
  return { named: names.size, unnamed }
}
