/** The TrueType files that images are drawn with. Text in images never falls back to a typeface of the machine. */
import { resolve } from 'node:path'

const names = [
  'source-serif-4-400',
  'source-serif-4-600',
  'inter-400',
  'inter-600',
  'ibm-plex-sans-arabic-400',
] as const

/** Absolute paths of the typefaces for images: families "Source Serif 4", "Inter" and "IBM Plex Sans Arabic". */
export const fontFiles = (): string[] => names.map((name) => resolve('src/assets/fonts', `${name}.ttf`))
