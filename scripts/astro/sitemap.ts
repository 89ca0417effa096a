/** Writes sitemap.xml from the pages that were built. Embeds and frozen editions are left out: each names its page as canonical. */
import type { AstroIntegration } from 'astro'
import { writeFileSync } from 'node:fs'

/** The sitemap of pages, given as paths without their first slash ("", "explore/"). */
export function sitemapOf(paths: readonly string[], root: string): string {
  const listed = paths
    .filter((path) => path !== '404/' && path !== '404.html' && !/^(?:embed\/.+|editions\/.*)/.test(path))
    .sort()
    .map((path) => `  <url><loc>${new URL(path, root).href.replaceAll('&', '&amp;')}</loc></url>\n`)
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${listed.join('')}</urlset>\n`
}

/** `root` is the address of the home page, with a slash at the end. */
export const sitemap = (root: string): AstroIntegration => ({
  name: 'sitemap',
  hooks: {
    'astro:build:done': ({ dir, pages }) => {
      writeFileSync(
        new URL('sitemap.xml', dir),
        sitemapOf(
          pages.map((page) => page.pathname),
          root,
        ),
      )
    },
  },
})
