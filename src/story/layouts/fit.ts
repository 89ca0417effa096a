/** The largest radius that fits, of those that go down from a limit in even steps. */

/**
 * Tries radii from `limit` down by `step` to above `least` and gives what `attempt` made of the largest that fits; where none does, of
 * the smallest. A smaller radius must never need more room: the search halves the steps.
 */
export function largestFitting<T>(
  radii: { readonly limit: number; readonly least: number; readonly step: number },
  attempt: (radius: number) => T,
  fits: (made: T, radius: number) => boolean,
): { readonly radius: number; readonly made: T } {
  const { limit, least, step } = radii
  // The number of steps whose radius is still above the least.
  const steps = Math.max(0, Math.ceil((limit - least) / step - 1e-9) - 1)
  const at = (index: number) => {
    const radius = limit - index * step
    const made = attempt(radius)
    return { radius, made, fits: fits(made, radius) }
  }
  let best = at(0)
  if (best.fits) return best
  let low = 0
  let high = steps
  let smallest = at(high)
  if (!smallest.fits) return smallest
  best = smallest
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    smallest = at(middle)
    if (smallest.fits) {
      high = middle
      best = smallest
    } else low = middle
  }
  return best
}
