/**
 * Order within ranks, so that few lines cross. A rank is a list of keys; a segment joins keys of neighbouring ranks. The result
 * depends on the input alone: starts are fixed, and the shuffles come from a generator with a fixed seed.
 */

/** A line between two ranks: positions are found by key. */
export interface Segment {
  readonly from: string
  readonly to: string
}

/** Ranks with the segments between each and the next, and the pairs within one rank that want to be close. */
export interface Ranked {
  readonly ranks: readonly (readonly string[])[]
  /** `between[i]` joins rank i (from) and rank i + 1 (to). */
  readonly between: readonly (readonly Segment[])[]
  readonly within: readonly Segment[]
}

const places = (rank: readonly string[]): Map<string, number> => new Map(rank.map((key, place) => [key, place]))

/** How many pairs of segments cross. */
export function crossings(ranks: readonly (readonly string[])[], between: readonly (readonly Segment[])[]): number {
  let sum = 0
  between.forEach((segments, i) => {
    const left = places(ranks[i] ?? [])
    const right = places(ranks[i + 1] ?? [])
    const ends = segments.map((segment) => [left.get(segment.from) ?? 0, right.get(segment.to) ?? 0] as const)
    ends.forEach((a, j) => {
      for (let k = j + 1; k < ends.length; k++) {
        const b = ends[k]
        if (b !== undefined && (a[0] - b[0]) * (a[1] - b[1]) < 0) sum++
      }
    })
  })
  return sum
}

const SWEEPS = 10
const STARTS = 10
// What a step of distance between a pair within a rank costs, in crossings.
const CLOSENESS = 0.4

/** An order with few crossings. The ranks of the input are the first start, so the result is never worse than they are. */
export function orderRanks(input: Ranked): string[][] {
  const neighbours = new Map<string, { up: string[]; down: string[] }>()
  const of = (key: string) => {
    const found = neighbours.get(key) ?? { up: [], down: [] }
    neighbours.set(key, found)
    return found
  }
  for (const segments of input.between)
    for (const segment of segments) {
      of(segment.from).down.push(segment.to)
      of(segment.to).up.push(segment.from)
    }
  const apart = (ranks: readonly (readonly string[])[]): number => {
    if (input.within.length === 0) return 0
    const place = new Map(ranks.flatMap((rank) => rank.map((key, at) => [key, at] as const)))
    return input.within.reduce((sum, pair) => {
      const distance = Math.abs((place.get(pair.from) ?? 0) - (place.get(pair.to) ?? 0))
      return sum + CLOSENESS * Math.max(0, distance - 1)
    }, 0)
  }
  const cost = (ranks: readonly (readonly string[])[]): number => crossings(ranks, input.between) + apart(ranks)
  const random = generator(1710)
  let best = input.ranks.map((rank) => [...rank])
  let bestCost = cost(best)
  for (let start = 0; start < STARTS; start++) {
    let ranks = input.ranks.map((rank) => (start === 0 ? [...rank] : shuffle(rank, random)))
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      const down = sweep % 2 === 0
      ranks = barycentre(ranks, of, down)
      const now = cost(ranks)
      if (now < bestCost) {
        best = ranks.map((rank) => [...rank])
        bestCost = now
      }
    }
    ranks = exchange(ranks, of, apart)
    const now = cost(ranks)
    if (now < bestCost) {
      best = ranks
      bestCost = now
    }
  }
  return best
}

/** One sweep: each rank in the order of the mean place of its neighbours in the rank before; keys without any stay put. */
function barycentre(
  ranks: readonly (readonly string[])[],
  of: (key: string) => { up: string[]; down: string[] },
  down: boolean,
): string[][] {
  const result = ranks.map((rank) => [...rank])
  const indices = result.map((_, i) => i)
  if (!down) indices.reverse()
  for (const i of indices.slice(1)) {
    const before = places(result[down ? i - 1 : i + 1] ?? [])
    const rank = result[i] ?? []
    const wish = new Map(
      rank.map((key, at) => {
        const others = (down ? of(key).up : of(key).down).flatMap((other) => before.get(other) ?? [])
        return [key, others.length === 0 ? at : others.reduce((a, b) => a + b, 0) / others.length] as const
      }),
    )
    rank.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0))
  }
  return result
}

/** Swaps neighbours within ranks as long as that lowers the cost. */
function exchange(
  start: readonly (readonly string[])[],
  of: (key: string) => { up: string[]; down: string[] },
  apart: (ranks: readonly (readonly string[])[]) => number,
): string[][] {
  const ranks = start.map((rank) => [...rank])
  const place = new Map(ranks.flatMap((rank) => rank.map((key, at) => [key, at] as const)))
  // Crossings of the lines of two neighbours, less those they would have the other way round.
  const gain = (a: string, b: string): number => {
    let sum = 0
    for (const side of ['up', 'down'] as const)
      for (const one of of(a)[side])
        for (const other of of(b)[side]) sum += Math.sign((place.get(one) ?? 0) - (place.get(other) ?? 0))
    return sum
  }
  for (let round = 0; round < 8; round++) {
    let better = false
    for (const rank of ranks)
      for (let at = 0; at + 1 < rank.length; at++) {
        const [a, b] = [rank[at], rank[at + 1]]
        if (a === undefined || b === undefined) continue
        const before = apart(ranks)
        swap(rank, at)
        if (gain(a, b) + before - apart(ranks) > 1e-9) {
          place.set(a, at + 1)
          place.set(b, at)
          better = true
        } else swap(rank, at)
      }
    if (!better) break
  }
  return ranks
}

function swap(rank: string[], at: number): void {
  const [a, b] = [rank[at], rank[at + 1]]
  if (a === undefined || b === undefined) return
  rank[at] = b
  rank[at + 1] = a
}

/** Numbers from 0 to 1, the same each time (a linear congruential generator). */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle<T>(values: readonly T[], random: () => number): T[] {
  const result = [...values]
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [result[i], result[j]]
    if (a === undefined || b === undefined) continue
    result[i] = b
    result[j] = a
  }
  return result
}

/** What wants a position on a line: where, how strongly, and how far from the one before. */
export interface Wish {
  readonly at: number
  readonly weight: number
  /** Least distance from the position before; ignored for the first. */
  readonly gap: number
}

/**
 * Positions in the given order, at least `gap` apart, as near to their wishes as the sum of weighted squares allows, within
 * [low, high] where that is possible. Pools neighbours that would collide (isotonic regression).
 */
export function settle(wishes: readonly Wish[], low = -Infinity, high = Infinity): number[] {
  const offsets: number[] = []
  let offset = 0
  wishes.forEach((wish, i) => {
    if (i > 0) offset += wish.gap
    offsets.push(offset)
  })
  const pools: { sum: number; weight: number; size: number }[] = []
  wishes.forEach((wish, i) => {
    let pool = { sum: (wish.at - (offsets[i] ?? 0)) * wish.weight, weight: wish.weight, size: 1 }
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.weight > pool.sum / pool.weight;
      last = pools.at(-1)
    ) {
      pools.pop()
      pool = { sum: pool.sum + last.sum, weight: pool.weight + last.weight, size: pool.size + last.size }
    }
    pools.push(pool)
  })
  const top = Math.max(low, high - offset)
  return pools
    .flatMap((pool) => Array.from({ length: pool.size }, () => Math.min(top, Math.max(low, pool.sum / pool.weight))))
    .map((value, i) => value + (offsets[i] ?? 0))
}
