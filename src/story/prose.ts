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
