import { describe, expect, it } from 'vitest'
import { apacheHeaders, hostFiles, netlifyHeaders, nginxHeaders } from './hosting.ts'
import { POLICY } from './layouts/policy.ts'

/** The headers that Netlify's and Cloudflare's rules give a path: those of every rule that matches, joined. */
function headersOf(file: string, path: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let applies = false
  for (const line of file.split('\n')) {
    if (/^\S/.test(line)) {
      const pattern = line.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
      applies = new RegExp(`^${pattern}$`).test(path)
    } else if (applies && line.trim() !== '') {
      const [name = '', ...rest] = line.trim().split(': ')
      found.set(name, [...(found.get(name) ?? []), rest.join(': ')])
    }
  }
  return found
}

describe('who may frame', () => {
  const file = netlifyHeaders('/')
  it.each(['/', '/incidents/x/', '/charts/frequency/', '/explore/2024-01/', '/methodology/'])('%s: nobody', (path) => {
    expect(headersOf(file, path).get('Content-Security-Policy')).toEqual([`${POLICY}; frame-ancestors 'none'`])
  })
  it.each(['/embed/frequency/', '/embed/incident/x/', '/editions/a/embed/frequency/'])('%s: anybody', (path) => {
    expect(headersOf(file, path).get('Content-Security-Policy')).toEqual([`${POLICY}; frame-ancestors *`])
  })
  it('holds under a sub-path', () => {
    expect(headersOf(netlifyHeaders('/news'), '/news/embed/frequency/').get('Content-Security-Policy')?.[0]).toContain(
      'frame-ancestors *',
    )
  })
  it('stands in the files for Apache and nginx too', () => {
    for (const text of [apacheHeaders('/'), nginxHeaders('/')]) {
      expect(text).toContain("frame-ancestors 'none'")
      expect(text).toContain('frame-ancestors *')
      expect(text).toContain('immutable')
    }
  })
})

it('gives no header twice to one path', () => {
  for (const path of [
    '/',
    '/assets/a.css',
    '/embed.js',
    '/data/incidents.csv',
    '/charts/frequency.svg',
    '/embed/map-region/',
  ]) {
    for (const values of headersOf(netlifyHeaders('/'), path).values()) expect(values).toHaveLength(1)
  }
})

it('writes a file for each host', () => {
  expect(Object.keys(hostFiles('/'))).toEqual(['_headers', '.htaccess', 'nginx.headers.conf'])
})
