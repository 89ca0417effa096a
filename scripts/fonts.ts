/**
 * Cuts the typefaces to the glyphs in use: WOFF2 for pages, TrueType for images. Writes src/assets/fonts/.
 * Run it (`node scripts/fonts.ts`) after a typeface package changes or data brings a new letter; a test says when.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { ARABIC, EMBED, LATIN } from '../src/assets/fonts/glyphs.ts'

const require = createRequire(import.meta.url)
const out = 'src/assets/fonts'

// Kerning, ligatures, tabular figures and the shaping of Arabic; alternates that nothing uses are left out.
const FEATURES = 'kern liga tnum ccmp locl mark mkmk rlig calt isol init medi fina'.split(' ')

// An embed has sixty kilobytes for everything: kerning and tabular figures are what its labels need.
const EMBED_FEATURES = ['kern', 'tnum']

interface Face {
  readonly name: string
  /** The family that style sheets and drawings ask for. */
  readonly family: string
  readonly source: string
  readonly glyphs: string
}

/**
 * A TrueType file under the plain name of its family. Packages call the heavier face "Inter SemiBold", a family of its own, and then
 * an image that asks for Inter in weight 600 is drawn in the regular one.
 */
function renameFamily(font: Uint8Array, family: string, style: string): Uint8Array {
  const view = Buffer.from(font.buffer, font.byteOffset, font.byteLength)
  const tables = Array.from({ length: view.readUInt16BE(4) }, (_, index) => {
    const at = 12 + 16 * index
    const tag = view.toString('latin1', at, at + 4)
    const offset = view.readUInt32BE(at + 8)
    return { tag, sum: view.readUInt32BE(at + 4), data: view.subarray(offset, offset + view.readUInt32BE(at + 12)) }
  })
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
  const names = [utf16(family), utf16(style)] as const
  const record = Buffer.alloc(30)
  // Format 0, two entries: Windows, Unicode, US English; name 1 is the family, name 6 the PostScript name, without which none is read.
  ;[0, 2, 30, 3, 1, 0x409, 1, names[0].length, 0, 3, 1, 0x409, 6, names[1].length, names[0].length].forEach(
    (value, index) => record.writeUInt16BE(value, 2 * index),
  )
  const head = Buffer.alloc(12 + 16 * tables.length)
  view.copy(head, 0, 0, 12)
  let end = head.length
  const parts: Buffer[] = [head]
  tables.forEach(({ tag, sum, data: own }, index) => {
    const data = tag === 'name' ? Buffer.concat([record, ...names]) : own
    const at = 12 + 16 * index
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(sum, at + 4)
    head.writeUInt32BE(end, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    parts.push(padded)
    end += padded.length
  })
  return Buffer.concat(parts)
}

const faces: readonly Face[] = [
  {
    name: 'source-serif-4-400',
    family: 'Source Serif 4',
    source: '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal',
    glyphs: LATIN,
  },
  {
    name: 'source-serif-4-600',
    family: 'Source Serif 4',
    source: '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal',
    glyphs: LATIN,
  },
  { name: 'inter-400', family: 'Inter', source: '@fontsource/inter/files/inter-latin-400-normal', glyphs: LATIN },
  { name: 'inter-600', family: 'Inter', source: '@fontsource/inter/files/inter-latin-600-normal', glyphs: LATIN },
  {
    name: 'ibm-plex-sans-arabic-400',
    family: 'IBM Plex Sans Arabic',
    source: '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal',
    glyphs: ARABIC,
  },
]

const embedFaces = [
  { name: 'inter-embed-400', source: '@fontsource/inter/files/inter-latin-400-normal' },
  { name: 'inter-embed-600', source: '@fontsource/inter/files/inter-latin-600-normal' },
] as const

mkdirSync(out, { recursive: true })
for (const face of faces) {
  const source = readFileSync(require.resolve(`${face.source}.woff2`))
  for (const [format, ending] of [
    ['woff2', 'woff2'],
    ['sfnt', 'ttf'],
  ] as const) {
    const cut = await subsetFont(source, face.glyphs, { targetFormat: format, keepFeatures: FEATURES })
    writeFileSync(`${out}/${face.name}.${ending}`, ending === 'ttf' ? renameFamily(cut, face.family, face.name) : cut)
    console.log(`${face.name}.${ending}  ${String(cut.length)} bytes`)
  }
}
for (const { name, source } of embedFaces) {
  const whole = readFileSync(require.resolve(`${source}.woff2`))
  const cut = await subsetFont(whole, EMBED, { targetFormat: 'woff2', keepFeatures: EMBED_FEATURES })
  writeFileSync(`${out}/${name}.woff2`, cut)
  console.log(`${name}.woff2  ${String(cut.length)} bytes`)
}
for (const family of ['source-serif-4', 'inter', 'ibm-plex-sans-arabic'])
  copyFileSync(require.resolve(`@fontsource/${family}/LICENSE`), `${out}/OFL-${family}.txt`)
