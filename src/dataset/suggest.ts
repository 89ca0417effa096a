/** What a writer may have meant: the nearest of the words that would be right. */

/** Edits between two words: letters added, dropped, changed, or two neighbours swapped. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      next.push(best)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')

// 0 is the same word; 1 has nothing in common. Whole words first, then a part of a compound ("dron" in "one-way-drone").
function distance(written: string, candidate: string): number {
  const longer = Math.max(written.length, candidate.length)
  const whole = editDistance(written, candidate) / longer
  let part = 1
  if (written.length >= 3) {
    if (`-${candidate}-`.includes(`-${written}-`) || `-${written}-`.includes(`-${candidate}-`)) part = 0.3
    else
      for (const piece of candidate.split('-'))
        if (piece.length >= 3)
          part = Math.min(part, 0.3 + editDistance(written, piece) / Math.max(written.length, piece.length))
  }
  return Math.min(whole, part)
}

const NEAR = 0.51

/** The nearest candidates, best first; empty where none is near. Ties keep the order of the candidates. */
export function suggest(written: string, candidates: Iterable<string>, most = 1): string[] {
  const word = plain(written)
  if (word === '') return []
  const found: { candidate: string; far: number }[] = []
  for (const candidate of candidates) {
    if (candidate === written) continue
    // Far longer or shorter words cannot be near as wholes; as parts they may.
    const far = distance(word, plain(candidate))
    if (far < NEAR) found.push({ candidate, far })
  }
  return found
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** The nearest id: by itself, else by the names that people use for it. Empty where none is near. */
export function suggestId(written: string, names: ReadonlyMap<string, readonly string[]>): string[] {
  const byId = suggest(written, names.keys())
  if (byId.length > 0) return byId
  const holders = new Map([...names].flatMap(([id, list]) => list.map((name) => [name, id] as const)))
  const word = plain(written)
  const same = [...holders.keys()].find((name) => plain(name) === word)
  const [near] = same === undefined ? suggest(written, holders.keys()) : [same]
  const id = near === undefined ? undefined : holders.get(near)
  return id === undefined ? [] : [id]
}

/** " Did you mean "x"?", or nothing. To be put behind a sentence. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const [best] = suggest(written, candidates)
  return best === undefined ? '' : ` Did you mean ${JSON.stringify(best)}?`
}
