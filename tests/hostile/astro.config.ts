/**
 * The site as it would be if strangers' text had got past the checker: the usual pages over hostile data. Only the tests name this
 * file; a usual build has no switch that does the same.
 */
import { resolve } from 'node:path'
import type { AstroUserConfig } from 'astro'
import usual from '../../astro.config.ts'

const HOLDER = resolve('src/dataset/current.ts')
const STAND_IN = resolve('tests/hostile/current.ts')

/** Pages of single records: enough of them that every string comes to stand in every field. */
const EVERY = 9
const RECORDS = 'currentDataset().incidents.map('

/** Puts hostile data in the place of the dataset in memory. Leaves out pixels, which hold no text, and pages that would say the same. */
const hostileData = () => ({
  name: 'hostile-data',
  enforce: 'pre' as const,
  load(id: string) {
    if (id === HOLDER) return `export * from ${JSON.stringify(STAND_IN)}`
    return id.endsWith('.png.ts') ? 'export const getStaticPaths = () => []\nexport const GET = () => null' : null
  },
  transform(code: string, id: string) {
    if (!/\/(?:incidents|embed\/incident)\/\[id\]\.astro$/.test(id)) return null
    if (!code.includes(RECORDS))
      throw new Error(`${id} lists its pages in another way: change ${import.meta.filename} too.`)
    return {
      code: code.replace(RECORDS, RECORDS.replace('.map(', `.filter((_, n) => n % ${String(EVERY)} === 0).map(`)),
      map: null,
    }
  },
})

const config: AstroUserConfig = {
  ...(usual as AstroUserConfig),
  cacheDir: './.cache/test/astro-hostile',
  vite: { ...usual.vite, plugins: [hostileData(), ...(usual.vite?.plugins ?? [])] },
}

export default config
