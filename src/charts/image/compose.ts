/** A chart as an image that can stand alone: title, subtitle, source and the day of the record drawn in. */
import type { Dataset } from '../../dataset/dataset.ts'
import { formatDay } from '../../dataset/dates.ts'
import type { Chart } from '../chart.ts'
import { modelOf } from '../model.ts'
import { paintOf, type Theme } from '../palette.ts'
import { el, num, text } from '../svg.ts'
import { Lettering, measure, wrap } from '../text.ts'

/** The size of a share card. */
export const CARD = { width: 1200, height: 630 } as const

const PAD = 32

/** Families as the font files call themselves. Drawings for pages ask for custom properties, which images do not have. */
export const literalFonts = (svg: string): string =>
  svg
    .replaceAll('var(--sans)', 'Inter')
    .replaceAll('var(--serif)', 'Source Serif 4')
    .replaceAll('var(--arabic)', 'IBM Plex Sans Arabic')

/**
 * The nested drawing at a place. Nothing in a drawing lies outside its box, so it is not clipped: a clip costs the renderer a layer of
 * the whole image.
 */
const nested = (svg: string, attributes: string): string =>
  svg.replace('<svg ', `<svg overflow="visible" ${attributes} `)

/** The line under an image. */
const sourceOf = ({ card }: Dataset): string =>
  `Source: ${card.title}, version ${card.version}. As of ${formatDay(card.asOf)}. ${card.licences.data.replaceAll('-', ' ')}`

function parts(chart: Chart, dataset: Dataset, theme: Theme, width: number) {
  const model = modelOf(chart, dataset)
  const paint = paintOf(theme)
  const canvas = { width, paint, prefix: `${chart.id}-image`, href: null, standalone: true }
  return {
    paint,
    title: chart.title(model),
    subtitle: chart.subtitle(model),
    description: chart.describe(model),
    drawing: chart.draw(model, canvas),
  }
}

/** The image at its natural size: the widest drawing between its title and its source, which an edition gives itself. */
export function composeImage(
  chart: Chart,
  dataset: Dataset,
  theme: Theme,
  source = sourceOf(dataset),
): { svg: string; width: number; height: number } {
  const inner = chart.widths.at(-1) ?? 1040
  const { paint, title, subtitle, description, drawing } = parts(chart, dataset, theme, inner)
  const lettering = new Lettering(paint.ink)
  const titleLines = wrap(title, inner, 28, 'serif-600')
  const subtitleLines = wrap(subtitle, inner, 15)
  let y = PAD + 22
  let out = lettering.block(titleLines, { x: PAD, y, size: 28, face: 'serif-600' }, 1.22)
  y += (titleLines.length - 1) * 28 * 1.22 + 26
  out += lettering.block(subtitleLines, { x: PAD, y, size: 15, fill: paint.quiet }, 1.35)
  y += (subtitleLines.length - 1) * 15 * 1.35 + 20
  out += nested(drawing.svg, `x="${num(PAD)}" y="${num(y)}"`)
  y += drawing.height + 26
  out += lettering.line({ text: source, x: PAD, y, size: 13, fill: paint.quiet })
  const width = inner + 2 * PAD
  const height = Math.ceil(y + PAD - 10)
  return { svg: literalFonts(root(width, height, paint.paper, title, description, out)), width, height }
}

/** The share card: the finding large, and as much of the drawing as stays legible. What does not fit is cut at the foot. */
export function composeCard(chart: Chart, dataset: Dataset, source = sourceOf(dataset)): string {
  const { width, height } = CARD
  const inner = chart.widths.at(-1) ?? 1040
  const { paint, title, description, drawing } = parts(chart, dataset, 'light', inner)
  const lettering = new Lettering(paint.ink)
  const pad = 48
  let size = 44
  while (size > 30 && wrap(title, width - 2 * pad, size, 'serif-600').length > 2) size -= 2
  const lines = wrap(title, width - 2 * pad, size, 'serif-600')
  let out = lettering.block(lines, { x: pad, y: pad + size * 0.72, size, face: 'serif-600' }, 1.15)
  const top = pad + lines.length * size * 1.15 + 10
  const room = height - top - 58
  const scale = Math.min((width - 2 * pad) / inner, chart.cardScale ?? Math.max(room / drawing.height, 0.72))
  const shown = Math.min(room / scale, drawing.height)
  const left = pad + Math.max(0, (width - 2 * pad - inner * scale) / 2)
  out += el(
    'svg',
    { x: left, y: top, width: inner * scale, height: shown * scale, viewBox: `0 0 ${inner} ${num(shown)}` },
    drawing.svg,
  )
  out += el('rect', { x: 0, y: height - 54, width, height: 54, fill: paint.paper })
  out += el('path', { d: `M${pad} ${height - 52}H${width - pad}`, stroke: paint.line })
  out += lettering.line({ text: source, x: pad, y: height - 24, size: 17, fill: paint.quiet })
  const name = 'Since October 17'
  out += lettering.line({
    text: name,
    x: width - pad - measure(name, 19, 'serif-600'),
    y: height - 24,
    size: 19,
    face: 'serif-600',
  })
  return literalFonts(root(width, height, paint.paper, title, description, out))
}

const root = (
  width: number,
  height: number,
  paper: string,
  title: string,
  description: string,
  content: string,
): string =>
  el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'font-family': 'var(--sans)',
    },
    el('title', {}, text(title)),
    el('desc', {}, text(description)),
    el('rect', { width, height, fill: paper }),
    content,
  )
