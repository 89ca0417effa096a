/** A plain file server for a built site: no rewrite rules, so that what works here works on any host. */
import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.bib': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const COMPRESSIBLE = /^(?:text\/|application\/|image\/svg)/

export interface StaticSite {
  /** Folder of the built site. */
  readonly root: string
  /** Sub-path that it answers under, with both slashes; "/" for none. */
  readonly base?: string
  /** 0 takes any free port. */
  readonly port?: number
  /** Address to listen on; this machine alone where absent. */
  readonly host?: string
}

export interface Serving {
  /** Where the home page is, with a slash at the end. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** The file that a path asks for; "slash" where it is a folder asked for without its slash; null where there is none. */
export function fileOf(root: string, path: string): string | 'slash' | null {
  const file = normalize(join(root, path))
  if (file !== normalize(root) && !file.startsWith(normalize(root + sep))) return null
  const stat = statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return null
  if (stat.isFile()) return file
  if (!path.endsWith('/')) return 'slash'
  return fileOf(root, `${path}index.html`)
}

/** Serves until closed. */
export function serveSite({ root, base = '/', port = 0, host = '127.0.0.1' }: StaticSite): Promise<Serving> {
  const server = createServer((request, response) => {
    const send = (status: number, file: string): void => {
      const type = TYPES[extname(file)] ?? 'application/octet-stream'
      const body = readFileSync(file)
      const gzip = COMPRESSIBLE.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      response.writeHead(status, {
        'Content-Type': type,
        'Access-Control-Allow-Origin': '*',
        'X-Content-Type-Options': 'nosniff',
        ...(gzip ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}),
      })
      response.end(request.method === 'HEAD' ? undefined : gzip ? gzipSync(body) : body)
    }
    const missing = (): void => {
      const page = fileOf(root, '/404.html')
      if (page !== null && page !== 'slash') return send(404, page)
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n')
    }
    try {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const path = decodeURIComponent(url.pathname)
      if (!path.startsWith(base)) return missing()
      const file = fileOf(root, `/${path.slice(base.length)}`)
      if (file === null) return missing()
      if (file === 'slash') return void response.writeHead(301, { Location: `${url.pathname}/${url.search}` }).end()
      send(200, file)
    } catch {
      // A path that is not valid percent-encoding, or a file that vanished.
      missing()
    }
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address !== null ? address.port : port
      resolve({
        url: `http://${host === '0.0.0.0' ? 'localhost' : host}:${String(bound)}${base}`,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections()
            server.close(() => done())
          }),
      })
    })
  })
}
