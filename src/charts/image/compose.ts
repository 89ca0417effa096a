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
const sourceOf = ({ card }: Pick<Dataset, 'card'>): string =>
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

const CARD_PAD = 48
const CARD_FOOT = 58

/** Where title and drawing stand on a share card: the finding large, the drawing whole in the room that is left. */
export function layOutCard(chart: Chart, dataset: Dataset) {
  const model = modelOf(chart, dataset)
  const title = chart.title(model)
  const across = CARD.width - 2 * CARD_PAD
  let size = 44
  while (size > 30 && wrap(title, across, size, 'serif-600').length > 2) size -= 2
  const lines = wrap(title, across, size, 'serif-600')
  const top = CARD_PAD + lines.length * size * 1.15 + 6
  const room = CARD.height - top - CARD_FOOT - 6
  const width = chart.cardWidth ?? 800
  const paint = paintOf('light')
  const canvas = { width, paint, prefix: `${chart.id}-image`, href: null, standalone: true }
  const drawing = chart.draw(model, { ...canvas, room: room / (across / width) })
  const scale = Math.min(across / width, room / drawing.height)
  return { title, description: chart.describe(model), size, lines, paint, drawing, top, room, scale }
}

/** The share card: the finding large, and of the drawing the parts that stay legible. */
export function composeCard(chart: Chart, dataset: Dataset, source = sourceOf(dataset)): string {
  const { width } = CARD
  const pad = CARD_PAD
  const { title, description, size, lines, paint, drawing, top, room, scale } = layOutCard(chart, dataset)
  const lettering = new Lettering(paint.ink)
  let out = lettering.block(lines, { x: pad, y: pad + size * 0.72, size, face: 'serif-600' }, 1.15)
  out += el(
    'svg',
    {
      x: (width - drawing.width * scale) / 2,
      y: top + (room - drawing.height * scale) / 2,
      width: drawing.width * scale,
      height: drawing.height * scale,
      viewBox: `0 0 ${num(drawing.width)} ${num(drawing.height)}`,
    },
    drawing.svg,
  )
  return cardFrame(title, description, dataset, out, source)
}

/** The frame of every share card: its ground, and at the foot a rule, the source and the site's name. */
export function cardFrame(
  title: string,
  description: string,
  dataset: Pick<Dataset, 'card'>,
  content: string,
  source = sourceOf(dataset),
): string {
  const { width, height } = CARD
  const paint = paintOf('light')
  const lettering = new Lettering(paint.ink)
  const name = dataset.card.title
  const foot =
    el('path', { d: `M${CARD_PAD} ${height - 52}H${width - CARD_PAD}`, stroke: paint.line }) +
    lettering.line({ text: source, x: CARD_PAD, y: height - 24, size: 17, fill: paint.quiet }) +
    lettering.line({
      text: name,
      x: width - CARD_PAD - measure(name, 19, 'serif-600'),
      y: height - 24,
      size: 19,
      face: 'serif-600',
    })
  return literalFonts(root(width, height, paint.paper, title, description, content + foot))
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
