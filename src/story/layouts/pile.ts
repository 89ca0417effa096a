/** Piles: marks at fixed x, each as near to the baseline as the marks before it allow. */

export interface Grain {
  readonly index: number
  readonly x: number
  readonly r: number
}

/**
 * Heights above the baseline for grains at fixed x. Larger grains go first and lie at the bottom; then time order. Deterministic.
 * Returns the centre of each grain above the baseline, and how high the pile gets.
 */
export function pile(grains: readonly Grain[], gap: number): { heights: Map<number, number>; top: number } {
  const order = [...grains].sort((a, b) => b.r - a.r || a.x - b.x || a.index - b.index)
  const heights = new Map<number, number>()
  const cell = Math.max(1, ...grains.map((grain) => grain.r)) * 2 + gap
  const columns = new Map<number, { x: number; y: number; r: number }[]>()
  let top = 0
  for (const grain of order) {
    const column = Math.floor(grain.x / cell)
    const near = [column - 1, column, column + 1].flatMap((key) => columns.get(key) ?? [])
    // Forbidden heights, from every grain that is near enough in x.
    const bans: [number, number][] = []
    for (const other of near) {
      const reach = grain.r + other.r + gap
      const dx = Math.abs(grain.x - other.x)
      if (dx >= reach) continue
      const dy = Math.sqrt(reach * reach - dx * dx)
      bans.push([other.y - dy, other.y + dy])
    }
    bans.sort((a, b) => a[0] - b[0])
    let y = grain.r
    for (const [low, high] of bans) if (y > low + 1e-9 && y < high - 1e-9) y = high
    heights.set(grain.index, y)
    top = Math.max(top, y + grain.r)
    const list = columns.get(column) ?? []
    list.push({ x: grain.x, y, r: grain.r })
    columns.set(column, list)
  }
  return { heights, top }
}
