/** Piles: marks at their x, or nearly, each as near to the baseline as the marks before it allow. */

export interface Grain {
  readonly index: number
  readonly x: number
  readonly r: number
}

/** Shares of a mark's radius by which it may step aside, the nearest first. */
const ASIDE = [-0.45, 0.45, -0.9, 0.9] as const

/**
 * Where grains stand: x, and y above the baseline. Larger grains go first and lie at the bottom; then time order. Where `aside` is
 * set, a grain may step aside to lie lower, by less than its radius, so that it still covers its own x. Deterministic. Also how high
 * the pile gets.
 */
export function pile(
  grains: readonly Grain[],
  gap: number,
  aside = false,
): { at: Map<number, { readonly x: number; readonly y: number }>; top: number } {
  const order = [...grains].sort((a, b) => b.r - a.r || a.x - b.x || a.index - b.index)
  const at = new Map<number, { x: number; y: number }>()
  // The largest come first, so what comes later reaches a grain from at most twice its radius: each is noted in every column that near,
  // and a mark asks its own column alone. Columns as wide as the smallest: a few large ones do not make all of them wide.
  const cell = order.reduce((least, { r }) => Math.min(least, r), order[0]?.r ?? 1) * 2 + gap
  const columns = new Map<number, { x: number; y: number; r: number }[]>()
  let top = 0
  // The lowest free height at a place only grows: the search goes on where the last one for that place and size ended.
  const reached = new Map<number, Map<number, number>>()
  const heightAt = (x: number, r: number): number => {
    const sizes = reached.get(x) ?? new Map<number, number>()
    reached.set(x, sizes)
    let y = sizes.get(r) ?? r
    const column = Math.floor(x / cell)
    // Forbidden heights, from every grain that is near enough in x.
    const bans: [number, number][] = []
    for (const other of columns.get(column) ?? []) {
      const reach = r + other.r + gap
      if (other.y + reach <= y) continue
      const dx = Math.abs(x - other.x)
      if (dx >= reach) continue
      const dy = Math.sqrt(reach * reach - dx * dx)
      bans.push([other.y - dy, other.y + dy])
    }
    bans.sort((a, b) => a[0] - b[0])
    for (const [low, high] of bans) if (y > low + 1e-9 && y < high - 1e-9) y = high
    sizes.set(r, y)
    return y
  }
  for (const grain of order) {
    let { x } = grain
    let y = heightAt(x, grain.r)
    if (aside)
      for (const share of ASIDE) {
        const tried = heightAt(grain.x + share * grain.r, grain.r)
        // A step aside is worth it only where it lowers the mark by more than half its radius.
        if (tried < y - grain.r / 2) {
          x = grain.x + share * grain.r
          y = tried
        }
      }
    at.set(grain.index, { x, y })
    top = Math.max(top, y + grain.r)
    const placed = { x, y, r: grain.r }
    const reach = 2 * grain.r + gap
    for (let column = Math.floor((x - reach) / cell); column <= Math.floor((x + reach) / cell); column++) {
      const list = columns.get(column)
      if (list === undefined) columns.set(column, [placed])
      else list.push(placed)
    }
  }
  return { at, top }
}
