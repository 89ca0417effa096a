/** Renders images: PNG with the site's own typefaces, SVG with its letters as outlines. The same input gives the same bytes anywhere. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fontFiles } from '../../assets/fonts/files.ts'
import { num } from '../svg.ts'
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js'

/** Enters every cache key: raise it when rendering changes. */
const RENDERING = '@resvg/resvg-js 2.6.2, 3'

const options = (zoom: number): ResvgRenderOptions => ({
  fitTo: { mode: 'zoom', value: zoom },
  font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Inter' },
})

let fonts: string | null = null
const fontsHash = (): string => {
  fonts ??= fontFiles()
    .map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'))
    .join(' ')
  return fonts
}

/** Rendered bytes of a drawing: from the cache where the same drawing was rendered before. */
function cached(svg: string, key: string, render: () => Uint8Array): Uint8Array {
  const dir = join(process.env['CACHE_DIR'] ?? '.cache', 'charts')
  const name = createHash('sha256').update(`${RENDERING}\n${fontsHash()}\n${key}\n${svg}`).digest('hex')
  const file = join(dir, name)
  if (existsSync(file)) return readFileSync(file)
  const bytes = render()
  mkdirSync(dir, { recursive: true })
  // Written aside first, so that a build that is stopped leaves no half image.
  writeFileSync(`${file}.${String(process.pid)}`, bytes)
  renameSync(`${file}.${String(process.pid)}`, file)
  return bytes
}

/** A PNG at a zoom. */
export const toPng = (svg: string, zoom = 1): Uint8Array =>
  cached(svg, `png ${String(zoom)}`, () => new Resvg(svg, options(zoom)).render().asPng())

/** The drawing with its letters as outlines, so that it looks the same in any program; its title and description stay text. */
export function toOutlines(svg: string): Uint8Array {
  return cached(svg, 'outlines', () => {
    const words = /<title>.*?<\/title><desc>.*?<\/desc>/s.exec(svg)?.[0] ?? ''
    // Hundredths of a pixel are more than any screen or press shows, and a third of the bytes.
    const outlined = new Resvg(svg, options(1))
      .toString()
      .replace(/ d="[^"]*"/g, (d) => d.replace(/-?\d+\.\d{3,}/g, (number) => num(Number(number))))
    return Buffer.from(outlined.replace(/(<svg[^>]*)>/, `$1 role="img">${words}`))
  })
}
