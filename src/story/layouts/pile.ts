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
  const cell = Math.max(1, ...grains.map((grain) => grain.r)) * 2 + gap
  const columns = new Map<number, { x: number; y: number; r: number }[]>()
  let top = 0
  const heightAt = (x: number, r: number): number => {
    const column = Math.floor(x / cell)
    // Forbidden heights, from every grain that is near enough in x.
    const bans: [number, number][] = []
    for (let key = column - 1; key <= column + 1; key++)
      for (const other of columns.get(key) ?? []) {
        const reach = r + other.r + gap
        const dx = Math.abs(x - other.x)
        if (dx >= reach) continue
        const dy = Math.sqrt(reach * reach - dx * dx)
        bans.push([other.y - dy, other.y + dy])
      }
    bans.sort((a, b) => a[0] - b[0])
    let y = r
    for (const [low, high] of bans) if (y > low + 1e-9 && y < high - 1e-9) y = high
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
    const column = Math.floor(x / cell)
    const list = columns.get(column) ?? []
    list.push({ x, y, r: grain.r })
    columns.set(column, list)
  }
  return { at, top }
}
