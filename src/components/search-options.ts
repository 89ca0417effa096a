/** How the index of the search is made and read; both sides must agree. */
import type { Options } from 'minisearch'
import { foldedWords } from '../dataset/fold.ts'

/** What the search finds. */
export interface Found {
  readonly id: string
  readonly path: string
  readonly title: string
  /** What it is: "Actor", "Place", or a record's date and place. */
  readonly note: string
}

/** A line of the index: what is found, and the other names it is found by. */
export interface Entry extends Found {
  readonly text: string
}

export const SEARCH_OPTIONS: Options<Entry> = {
  fields: ['title', 'text'],
  storeFields: ['path', 'title', 'note'],
  tokenize: foldedWords,
  processTerm: (term) => term,
  searchOptions: {
    prefix: true,
    fuzzy: (term) => (term.length > 5 ? 0.2 : false),
    combineWith: 'AND',
    boost: { title: 2 },
  },
}
