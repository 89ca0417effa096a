/** The TrueType files that images are drawn with. Text in images never falls back to a typeface of the machine. */
import { readFileSync } from 'node:fs'
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

/**
 * The bytes of a typeface. Throws where it cannot be read or is cut short: the drawing library takes any bytes, and leaves out the words
 * of a face that it cannot use.
 */
export function readFont(file: string): Uint8Array {
  const wrong = (what: string): Error =>
    new Error(`The typeface ${file} ${what}. Take it back from the history, or cut it anew: node scripts/fonts.ts`)
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw wrong(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`)
  }
  // TrueType: a version, the number of tables, and for each a name, a checksum, where it begins and how long it is.
  if (bytes.length < 12 || bytes.readUInt32BE(0) !== 0x00010000) throw wrong('is no TrueType file')
  for (let table = 0, tables = bytes.readUInt16BE(4); table < tables; table++) {
    const entry = 12 + table * 16
    if (entry + 16 > bytes.length || bytes.readUInt32BE(entry + 8) + bytes.readUInt32BE(entry + 12) > bytes.length)
      throw wrong('is cut short')
  }
  return bytes
}
