/** The text of a story as its source: how long it takes to read, and what in it should have been a query. */
import { readFileSync } from 'node:fs'

/** The source of a story. */
export const sourceOf = (slug: string): string => readFileSync(`src/content/stories/${slug}.mdx`, 'utf8')

/** The words that stand in the text itself, components and comments taken away; a component counts as one word. */
export function plainOf(source: string): string {
  return source
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, ' ')
    .replace(/<\/?(?:Chapter|Step|Passage|To)\b[^>]*>/g, ' ')
    .replace(/<[A-Z]\w*(?:[^>"{}]|"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})*\/>/g, ' ¤ ')
}

/** How many words a reader reads. */
export const wordsOf = (source: string): number =>
  plainOf(source)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}¤]/u.test(word)).length

/** The steps of a story: their scenes and their text, citations left out. */
export const stepsOf = (source: string): { readonly scene: string; readonly text: string }[] =>
  [...source.matchAll(/<Step scene="([^"]+)">([\s\S]*?)<\/Step>/g)].map(([, scene = '', text = '']) => ({
    scene,
    // A citation is a reference, and the rows of a tally are a table: neither is read as running text.
    text: text.replace(/<(?:Cite|Tally)\b[^>]*\/>/g, ''),
  }))

// Names that hold figures, and the words that quote the Pentagon's starting point.
const NAMES = /\bMQ-9s?\b|\bF-1[56]s\b|\bF\/A-18\b|“since October 17”/g

const OVER_NINE =
  /\b(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?)\b|\d[\d,.]*\d|\d/gi

/** Figures that stand in the text itself: each should be a query, a day or a name. Numbers under ten in words may stand. */
export const bareFigures = (source: string): string[] => plainOf(source).replace(NAMES, ' ').match(OVER_NINE) ?? []
