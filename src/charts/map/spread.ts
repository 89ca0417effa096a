/** Marks that would cover one another move apart a little, each tied to its true point by a hairline. Deterministic. */

export interface Disc {
  /** True point. */
  readonly x: number
  readonly y: number
  readonly r: number
}

const GAP = 1.5
const ROUNDS = 160

/** Centres at which no two discs overlap, each as near to its true point as a simple relaxation gets, never further than `most`. */
export function spreadDiscs(discs: readonly Disc[], most: number): { x: number; y: number }[] {
  const at = discs.map(({ x, y }) => ({ x, y }))
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false
    for (let i = 0; i < discs.length; i++) {
      for (let j = i + 1; j < discs.length; j++) {
        const a = at[i]
        const b = at[j]
        const first = discs[i]
        const second = discs[j]
        if (a === undefined || b === undefined || first === undefined || second === undefined) continue
        const least = first.r + second.r + GAP
        let dx = b.x - a.x
        let dy = b.y - a.y
        let distance = Math.hypot(dx, dy)
        if (distance >= least) continue
        if (distance < 0.01) {
          // One point: part them along an angle that follows from their order.
          dx = Math.cos(i + j)
          dy = Math.sin(i + j)
          distance = 1
        }
        const push = (least - distance) / distance / 2
        const share = second.r ** 2 / (first.r ** 2 + second.r ** 2)
        a.x -= dx * push * 2 * share
        a.y -= dy * push * 2 * share
        b.x += dx * push * 2 * (1 - share)
        b.y += dy * push * 2 * (1 - share)
        moved = true
      }
    }
    at.forEach((point, i) => {
      const disc = discs[i]
      if (disc === undefined) return
      const dx = point.x - disc.x
      const dy = point.y - disc.y
      const distance = Math.hypot(dx, dy)
      const limit = Math.min(1, most / Math.max(distance, 0.01))
      point.x = disc.x + dx * limit
      point.y = disc.y + dy * limit
    })
    if (!moved) break
  }
  return at
}
