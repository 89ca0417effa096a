import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'

const site = process.env['SITE_URL'] ?? 'http://localhost:4321'
const base = process.env['BASE_PATH'] ?? '/'

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
  build: { inlineStylesheets: 'never', format: 'directory', assets: 'assets' },
  // Each page is drawn from the one dataset in memory; more at once only costs memory.
  integrations: [mdx()],
  vite: { build: { assetsInlineLimit: 0 } },
})
