import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { locateComponents } from './src/story/locate.ts'
import { dataReload } from './scripts/astro/data-reload.ts'
import { sitemap } from './scripts/astro/sitemap.ts'

const site = process.env['SITE_URL'] ?? 'http://localhost:4321'
const base = process.env['BASE_PATH'] ?? '/'
const home = new URL(`/${base.replace(/^\/|\/$/g, '')}/`.replace('//', '/'), site).href

export default defineConfig({
  site,
  base,
  outDir: process.env['OUT_DIR'] ?? './dist',
  cacheDir: './.cache/astro',
  trailingSlash: 'always',
  output: 'static',
  devToolbar: { enabled: false },
  // Lossless: the formatter breaks lines between words and links, and a break must stay a space.
  compressHTML: true,
  // Several pages at a time: while one is written to disk, another is drawn.
  build: { inlineStylesheets: 'never', format: 'directory', assets: 'assets', concurrency: 4 },
  integrations: [mdx(), sitemap(home)],
  vite: {
    build: { assetsInlineLimit: 0 },
    plugins: [locateComponents(), dataReload(process.env['DATA_DIR'] ?? 'data')],
  },
})
