/**
 * Writes src/charts/metrics.ts: the advance widths of the faces that charts are set in, read from the font files.
 * Run it when a font package changes: `node scripts/font-metrics.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { create } from 'fontkitten'
import subsetFont from 'subset-font'

const FACES = {
  'inter-400': ['inter', 'inter', 400],
  'inter-600': ['inter', 'inter', 600],
  'serif-400': ['source-serif-4', 'source-serif-4', 400],
  'serif-600': ['source-serif-4', 'source-serif-4', 600],
} as const

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i)).join('')

// Latin with marks for transliterated names, and the punctuation that the site sets.
const LATIN = range(0x20, 0x7e) + range(0xa0, 0xff) + '–—‘’“”…•′″−×→\u2009\u202f'
const EXTENDED = range(0x100, 0x17f) + 'ḥḤṣṢṭṬẓẒḍḌḏḌʿʾ'

/** Reads the `hmtx` table. */
function advanceReader(sfnt: Buffer): (glyph: number) => number {
  const table = (tag: string): number => {
    for (let i = 0; i < sfnt.readUInt16BE(4); i++) {
      const entry = 12 + i * 16
      if (sfnt.toString('latin1', entry, entry + 4) === tag) return sfnt.readUInt32BE(entry + 8)
    }
    throw new Error(`The font has no ${tag} table`)
  }
  const metrics = sfnt.readUInt16BE(table('hhea') + 34)
  const hmtx = table('hmtx')
  return (glyph) => sfnt.readUInt16BE(hmtx + Math.min(glyph, metrics - 1) * 4)
}

async function advances(family: string, name: string, weight: number): Promise<Record<string, number>> {
  const out: Record<string, number> = {}
  for (const [subset, characters] of [
    ['latin', LATIN],
    ['latin-ext', EXTENDED],
  ] as const) {
    const file = `node_modules/@fontsource/${family}/files/${name}-${subset}-${weight}-normal.woff2`
    const sfnt = await subsetFont(readFileSync(file), characters, { targetFormat: 'sfnt' })
    const font = create(sfnt)
    if (font.isCollection) throw new Error(`${file} is a collection`)
    const advance = advanceReader(sfnt)
    for (const character of characters) {
      const code = character.codePointAt(0) ?? 0
      if (!font.hasGlyphForCodePoint(code)) continue
      out[character] = Math.round((advance(font.glyphForCodePoint(code).id) / font.unitsPerEm) * 1000)
    }
  }
  return out
}

const lines: string[] = []
for (const [key, [family, name, weight]] of Object.entries(FACES)) {
  const table = await advances(family, name, weight)
  // Runs of characters by width: a short table that a reader can still check.
  const byWidth = new Map<number, string>()
  for (const [character, width] of Object.entries(table)) byWidth.set(width, (byWidth.get(width) ?? '') + character)
  const entries = [...byWidth]
    .sort(([a], [b]) => a - b)
    .map(([width, run]) => `    [${width}, ${JSON.stringify(run)}],`)
  lines.push(`  '${key}': [`, ...entries, '  ],')
}
writeFileSync(
  'src/charts/metrics.ts',
  `/** Advance widths in thousandths of the type size, by face. Written by scripts/font-metrics.ts from the font files. */
export const ADVANCES = {
${lines.join('\n')}
} as const satisfies Record<string, readonly (readonly [number, string])[]>
`,
)
