/** Tells every component of a story where it stands in the text, so that an error can say so: adds `at="file:line"` to its tag. */
import { relative } from 'node:path'

/** Components whose figures and ids are checked against the record. */
export const BOUND = [
  'Count',
  'Sum',
  'Share',
  'Day',
  'Name',
  'Cite',
  'Tally',
  'TallyFigure',
  'Unplaced',
  'Step',
] as const

const TAG = new RegExp(`<(${BOUND.join('|')})(?=[\\s/>])`, 'g')

/** The text with places added. Lines stay what they are. */
export const withPlaces = (text: string, file: string): string =>
  text
    .split('\n')
    .map((line, i) => line.replace(TAG, (tag) => `${tag} at="${file}:${String(i + 1)}"`))
    .join('\n')

/** A Vite plugin that does so for `.mdx` files. */
export const locateComponents = () => ({
  name: 'locate-components',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    const file = id.split('?')[0] ?? id
    if (!file.endsWith('.mdx')) return null
    return { code: withPlaces(code, relative(process.cwd(), file).replaceAll('\\', '/')), map: null }
  },
})
