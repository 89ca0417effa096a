/** A publisher's server on an origin of its own: pages given as text, and the libraries that publishers use. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { resolve } from 'node:path'

// By path, not by name: the packages export their modules alone, and publishers load the scripts.
const LIBRARIES: Readonly<Record<string, string>> = {
  '/pym.js': resolve('node_modules/pym.js/dist/pym.v1.min.js'),
  '/frames.js': resolve('node_modules/@newswire/frames/dist/frames.umd.js'),
}

export interface Publisher {
  readonly url: string
  /** Puts a page under a path; the text becomes its body. */
  readonly publish: (path: string, body: string, head?: string) => string
  readonly close: () => Promise<void>
}

/** Starts the publisher's server. */
export function startPublisher(): Promise<Publisher> {
  const pages = new Map<string, string>()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://publisher').pathname
    const library = LIBRARIES[path]
    const page = pages.get(path)
    if (library !== undefined) response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(library))
    else if (page !== undefined) response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page)
    else response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
  })
  return new Promise((started) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      // Another host name for the same machine, so that the two sites differ in origin and in site.
      const url = `http://localhost:${String(port)}`
      started({
        url,
        publish: (path, body, head = '') => {
          pages.set(
            path,
            `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title><meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`,
          )
          return url + path
        },
        close: () =>
          new Promise((done) => {
            server.closeAllConnections()
            server.close(() => done())
          }),
      })
    })
  })
}
