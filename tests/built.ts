/** Where the built sites are that the tests read. scripts/test-built.ts builds them. */
import { resolve } from 'node:path'

/** The origin that they are built for. */
export const SITE = 'https://example.org'

export interface Built {
  readonly root: string
  /** The path that it lives under, with both slashes. */
  readonly base: string
}

export const BUILT = {
  root: { root: resolve('.cache/test/root'), base: '/' },
  sub: { root: resolve('.cache/test/sub'), base: '/news/since/' },
} as const satisfies Readonly<Record<string, Built>>

/** The site over hostile data, of tests/hostile/. Like the first one it lives at a root. */
export const HOSTILE: Built = { root: resolve('.cache/test/hostile'), base: '/' }
