/**
 * Header files for common hosts, written beside the site. Who may frame a page can only be said in a response header: embeds and
 * editions may be framed anywhere, other pages nowhere. Hashed files are kept for a year, everything else is asked for again.
 */

import { POLICY } from './layouts/policy.ts'

/** Sections whose pages nobody may frame; the root and 404 besides. */
const UNFRAMED = [
  'stories',
  'explore',
  'incidents',
  'actors',
  'places',
  'charts',
  'methodology',
  'corrections',
  'data',
] as const

/** Sections that anybody may frame. */
const FRAMED = ['embed', 'editions'] as const

const ALWAYS: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]
const FOREVER = 'public, max-age=31536000, immutable'
const FRESH = 'public, max-age=0, must-revalidate'
// Data, pictures and the loader are read from other sites.
const OPEN_FILES = ['data', 'charts', 'oembed'] as const

const csp = (ancestors: string) => `${POLICY}; frame-ancestors ${ancestors}`

/** `_headers` of Netlify and Cloudflare Pages. The rules for framing do not overlap, since both hosts join what overlaps. */
export function netlifyHeaders(base = '/'): string {
  const root = base.endsWith('/') ? base : `${base}/`
  const rule = (path: string, headers: readonly (readonly [string, string])[]) =>
    [`${root}${path}`, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
  return [
    rule('*', ALWAYS),
    rule('', [['Content-Security-Policy', csp("'none'")]]),
    rule('404.html', [['Content-Security-Policy', csp("'none'")]]),
    ...UNFRAMED.map((section) => rule(`${section}/*`, [['Content-Security-Policy', csp("'none'")]])),
    ...FRAMED.map((section) => rule(`${section}/*`, [['Content-Security-Policy', csp('*')]])),
    ...OPEN_FILES.map((section) => rule(`${section}/*.*`, [['Access-Control-Allow-Origin', '*']])),
    rule('assets/*', [
      ['Cache-Control', FOREVER],
      ['Access-Control-Allow-Origin', '*'],
    ]),
    rule('embed.js', [
      ['Cache-Control', 'public, max-age=3600'],
      ['Access-Control-Allow-Origin', '*'],
    ]),
  ].join('\n')
}

/** `.htaccess` of Apache (mod_headers, mod_mime). */
export function apacheHeaders(base = '/'): string {
  const root = (base.endsWith('/') ? base : `${base}/`).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return `# Headers for Apache with mod_headers. Paths are those that the browser asks for.
DirectoryIndex index.html
ErrorDocument 404 ${base.endsWith('/') ? base : `${base}/`}404.html
AddType application/geo+json .geojson
AddType application/atom+xml .xml
AddType text/csv .csv
AddCharset utf-8 .html .css .js .json .geojson .csv .svg .xml .txt .bib
<IfModule mod_headers.c>
${ALWAYS.map(([name, value]) => `  Header always set ${name} "${value}"`).join('\n')}
  <If "%{REQUEST_URI} =~ m#^${root}(${FRAMED.join('|')})/#">
    Header always set Content-Security-Policy "${csp('*')}"
  </If>
  <Else>
    Header always set Content-Security-Policy "${csp("'none'")}"
  </Else>
  <If "%{REQUEST_URI} =~ m#^${root}assets/#">
    Header set Cache-Control "${FOREVER}"
    Header set Access-Control-Allow-Origin "*"
  </If>
  <ElseIf "%{REQUEST_URI} =~ m#^${root}(${OPEN_FILES.join('|')})/.*\\.[a-z0-9]+$|/embed\\.js$#">
    Header set Cache-Control "${FRESH}"
    Header set Access-Control-Allow-Origin "*"
  </ElseIf>
  <Else>
    Header set Cache-Control "${FRESH}"
  </Else>
</IfModule>
`
}

/** A `location` file to include in a server block of nginx. */
export function nginxHeaders(base = '/'): string {
  const root = base.endsWith('/') ? base : `${base}/`
  // nginx drops the headers of outer levels wherever an inner level adds one, so each location repeats them.
  const add = (...headers: readonly (readonly [string, string])[]) =>
    [...ALWAYS, ...headers].map(([name, value]) => `  add_header ${name} "${value}" always;`).join('\n')
  return `# Include in the server block that serves the site: include /path/to/nginx.headers.conf;
index index.html;
error_page 404 ${root}404.html;
charset utf-8;
types { application/geo+json geojson; text/csv csv; }
location ${root}assets/ {
${add(['Cache-Control', FOREVER], ['Access-Control-Allow-Origin', '*'])}
}
${FRAMED.map((section) => `location ${root}${section}/ {\n${add(['Content-Security-Policy', csp('*')], ['Cache-Control', FRESH])}\n}`).join('\n')}
location ~ ^${root}(${OPEN_FILES.join('|')})/.*\\.[a-z0-9]+$ {
${add(['Cache-Control', FRESH], ['Access-Control-Allow-Origin', '*'])}
}
location = ${root}embed.js {
${add(['Cache-Control', 'public, max-age=3600'], ['Access-Control-Allow-Origin', '*'])}
}
location ${root} {
${add(['Content-Security-Policy', csp("'none'")], ['Cache-Control', FRESH])}
}
`
}

/** The header files that a build writes beside the site, by name. */
export const hostFiles = (base: string): Readonly<Record<string, string>> => ({
  _headers: netlifyHeaders(base),
  '.htaccess': apacheHeaders(base),
  'nginx.headers.conf': nginxHeaders(base),
})
