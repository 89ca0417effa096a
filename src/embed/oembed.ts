/** oEmbed records: how other sites turn a link into a frame. Consumers strip all but the frame and sandbox it, so it is plain. */
import { escapeXml } from '../charts/svg.ts'

export interface OEmbed {
  readonly version: '1.0'
  readonly type: 'rich'
  readonly provider_name: string
  readonly provider_url: string
  readonly title: string
  readonly width: number
  readonly height: number
  readonly html: string
  readonly thumbnail_url?: string
  readonly thumbnail_width?: number
  readonly thumbnail_height?: number
}

export interface OEmbedInput {
  readonly title: string
  /** Absolute address of the embed page. */
  readonly embedUrl: string
  /** Absolute address of the site. */
  readonly siteUrl: string
  readonly siteName: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  /** Absolute address of a picture of 1200 by 630 pixels. */
  readonly thumbnailUrl: string | null
}

/** A card's height in a column: kicker, title, a paragraph and a few facts. */
export const CARD_HEIGHT = 380

/** One plain frame with title, width and height: what a CMS that strips scripts keeps. */
export const frameHtml = (url: string, title: string, width: number | '100%', height: number): string =>
  `<iframe src="${escapeXml(url)}" title="${escapeXml(title)}" width="${String(width)}" height="${String(height)}" frameborder="0" loading="lazy"></iframe>`

/** The record for a chart, incident, actor or place. */
export function oembed(input: OEmbedInput): OEmbed {
  return {
    version: '1.0',
    type: 'rich',
    provider_name: input.siteName,
    provider_url: input.siteUrl,
    title: input.title,
    width: input.width,
    height: input.height,
    html: frameHtml(input.embedUrl, input.title, input.width, input.height),
    ...(input.thumbnailUrl === null
      ? {}
      : { thumbnail_url: input.thumbnailUrl, thumbnail_width: 1200, thumbnail_height: 630 }),
  }
}

/** The four snippets of the gallery. */
export function snippets(input: {
  readonly embedUrl: string
  readonly loaderUrl: string
  readonly pageUrl: string
  readonly imageUrl: string
  readonly title: string
  readonly credit: string
  readonly height: number
  /** "host" follows the host page's own light or dark. */
  readonly theme: 'auto' | 'light' | 'dark' | 'host'
  readonly plain: boolean
}): { loader: string; iframe: string; image: string; link: string } {
  const url = new URL(input.embedUrl)
  if (input.theme === 'light' || input.theme === 'dark') url.searchParams.set('theme', input.theme)
  if (input.plain) url.searchParams.set('plain', '1')
  const frame = frameHtml(url.href, input.title, '100%', input.height)
  const theme = input.theme === 'host' ? ' theme="host"' : ''
  return {
    loader: `<since-october-17 title="${escapeXml(input.title)}" height="${String(input.height)}"${theme}>${frame}</since-october-17>\n<script async src="${escapeXml(input.loaderUrl)}"></script>`,
    iframe: frame,
    image: `<a href="${escapeXml(input.pageUrl)}"><img src="${escapeXml(input.imageUrl)}" alt="${escapeXml(input.title)}" width="1040" loading="lazy"></a>\n<p>${escapeXml(input.credit)}</p>`,
    link: input.pageUrl,
  }
}
