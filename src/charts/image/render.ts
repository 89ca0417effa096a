/** Renders images: PNG with the site's own typefaces, SVG with its letters as outlines. The same input gives the same bytes anywhere. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fontFiles, readFont } from '../../assets/fonts/files.ts'
import { shareOutlines } from './outlines.ts'
import { renderAsync, Resvg, type ResvgRenderOptions } from '@resvg/resvg-js'

/** Enters every cache key: raise it when rendering changes. */
const RENDERING = '@resvg/resvg-js 2.6.2, 4'

const options = (zoom: number): ResvgRenderOptions => ({
  fitTo: { mode: 'zoom', value: zoom },
  font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Inter' },
})

let fonts: string | null = null
const fontsHash = (): string => {
  fonts ??= fontFiles()
    .map((file) => createHash('sha256').update(readFont(file)).digest('hex'))
    .join(' ')
  return fonts
}

/** Where the bytes of a drawing are kept, so that the same drawing is rendered once. */
function cacheFile(svg: string, key: string): string {
  const name = createHash('sha256').update(`${RENDERING}\n${fontsHash()}\n${key}\n${svg}`).digest('hex')
  return join(process.env['CACHE_DIR'] ?? '.cache', 'charts', name)
}

function keep(file: string, bytes: Uint8Array): Uint8Array {
  mkdirSync(dirname(file), { recursive: true })
  // Written aside first, so that a build that is stopped leaves no half image.
  writeFileSync(`${file}.${String(process.pid)}`, bytes)
  renameSync(`${file}.${String(process.pid)}`, file)
  return bytes
}

/** A PNG at a zoom. Rendered off the main thread: several at once use several processors. */
export async function toPng(svg: string, zoom = 1): Promise<Uint8Array> {
  const file = cacheFile(svg, `png ${String(zoom)}`)
  return existsSync(file) ? readFileSync(file) : keep(file, (await renderAsync(svg, options(zoom))).asPng())
}

/**
 * The drawing with its letters as outlines, so that it looks the same in any program; its title and description stay text. Its ids
 * begin with `prefix`, so that two drawings in one page do not collide.
 */
export function toOutlines(svg: string, prefix: string): Uint8Array {
  const file = cacheFile(svg, `outlines ${prefix}`)
  if (existsSync(file)) return readFileSync(file)
  const words = /<title>.*?<\/title><desc>.*?<\/desc>/s.exec(svg)?.[0] ?? ''
  const outlined = shareOutlines(new Resvg(svg, options(1)).toString(), prefix)
  return keep(file, Buffer.from(outlined.replace(/(<svg[^>]*)>/, `$1 role="img">${words}`)))
}
