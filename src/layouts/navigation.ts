/** Where the header leads, in this order. Every path is one of the contract's pages. */
export const NAVIGATION = [
  { label: 'Story', path: '/' },
  { label: 'Explore', path: '/explore/' },
  { label: 'Charts', path: '/charts/' },
  { label: 'Method', path: '/methodology/' },
  { label: 'Data', path: '/data/' },
] as const

/** Which entry of the header a page belongs to; null for none. */
export function sectionOf(path: string): string | null {
  if (path === '/' || path.startsWith('/stories/')) return '/'
  if (/^\/(incidents|actors|places|explore)\//.test(path)) return '/explore/'
  if (/^\/(charts|embed)\//.test(path)) return '/charts/'
  if (/^\/(methodology|corrections)\//.test(path)) return '/methodology/'
  if (path.startsWith('/data/')) return '/data/'
  return null
}
