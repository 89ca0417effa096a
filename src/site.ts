/** Where the site lives, addresses within it, and addresses that lead away from it. */
import { isHttpUrl } from './dataset/schema/text.ts'

const base = (import.meta.env as ImportMetaEnv | undefined)?.BASE_URL ?? process.env['BASE_PATH'] ?? '/'
const root = base.endsWith('/') ? base : `${base}/`

/** The address of a path of the site ("/incidents/…/"), with the sub-path that it lives under. */
export const href = (path: string): string => root + path.replace(/^\/+/, '')

/** The absolute address of a path of the site. */
export const absolute = (path: string): string =>
  new URL(href(path), process.env['SITE_URL'] ?? 'http://localhost:4321').href

/** An address of the data as a link may carry it. The checker refuses all but http(s); where one got past it, the link has none. */
export const outward = (url: string): string | undefined => (isHttpUrl(url) ? url : undefined)
