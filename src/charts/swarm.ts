/** A swarm: marks at their place along one axis, pushed aside along the other just far enough not to touch. */

/** Offsets across, in the order of `along`, which must be sorted; deterministic. Positive and negative sides are tried in turn. */
export function swarm(along: readonly number[], radius: number, gap = 0.6): number[] {
  const distance = 2 * radius + gap
  const offsets: number[] = []
  let first = 0
  along.forEach((x, i) => {
    while (first < i && x - (along[first] ?? 0) >= distance) first++
    const near: { dx: number; offset: number }[] = []
    for (let j = first; j < i; j++) near.push({ dx: x - (along[j] ?? 0), offset: offsets[j] ?? 0 })
    const free = (offset: number) =>
      near.every((other) => other.dx ** 2 + (other.offset - offset) ** 2 >= distance ** 2 - 1e-6)
    const candidates = [0]
    for (const other of near) {
      const reach = Math.sqrt(Math.max(0, distance ** 2 - other.dx ** 2))
      candidates.push(other.offset + reach, other.offset - reach)
    }
    candidates.sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)
    offsets.push(candidates.find(free) ?? 0)
  })
  return offsets
}
