/**
 * The visual grammar: what a mark looks like. Colour says who acted; texture says how it is known; shape says what it was.
 *
 * 1. Below 6 px radius every mark is a circle: solid (confirmed, reported), ring (claimed), ring with a slash (disputed).
 * 2. From 6 px there are four states: solid (confirmed), pattern on a full-strength outline (reported), ring (claimed), slashed
 *    ring (disputed); and the shape is the kind.
 * 3. Bars use the same four textures within one hue.
 * 4. De-emphasis is the mark's own colour at a quarter strength; emphasis is a ring.
 */
import type { Colour, EvidenceLevel, Kind } from '../dataset/vocabulary.ts'
import type { Canvas } from './chart.ts'
import { el, num } from './svg.ts'
import { measure, type Lettering } from './text.ts'

/** A hue: who acted; or ink, for what belongs to no actor. */
export type Hue = Colour | 'ink' | 'quiet'

/** From this radius on, a mark tells four states of evidence and its kind. */
export const FULL_RADIUS = 6

/** Strength of marks that do not matter for the moment. */
export const FAINT = 0.25

type Surface = Pick<Canvas, 'paint' | 'prefix'>

/** The paint of a hue. */
export const paintOfHue = (hue: Hue, { paint }: Surface): string =>
  hue === 'ink' ? paint.ink : hue === 'quiet' ? paint.quiet : paint.hue[hue]

const patternId = (texture: 'hatch' | 'slash', hue: Hue, { prefix }: Surface): string => `${prefix}-${texture}-${hue}`

/** The patterns of hues, for the drawing's `<defs>`: `hatch` (reported) and `slash` (disputed). */
export function patterns(hues: Iterable<Hue>, surface: Surface): string {
  return [...new Set(hues)]
    .map((hue) => {
      const stroke = paintOfHue(hue, surface)
      const pattern = (texture: 'hatch' | 'slash', size: number, width: number, turn: number) =>
        el(
          'pattern',
          {
            id: patternId(texture, hue, surface),
            width: size,
            height: size,
            patternUnits: 'userSpaceOnUse',
            patternTransform: `rotate(${turn})`,
          },
          el('rect', { width: size, height: size, fill: surface.paint.paper }),
          el('path', { d: `M${num(width / 2)} 0V${num(size)}`, stroke, 'stroke-width': width }),
        )
      return pattern('hatch', 3, 1.4, 45) + pattern('slash', 7, 1.2, -45)
    })
    .join('')
}

/** Fill and stroke of a level of evidence, for bars and areas. The patterns must be in the drawing. */
export function texture(
  evidence: EvidenceLevel,
  hue: Hue,
  surface: Surface,
  width = 1,
): { fill: string; stroke: string; 'stroke-width': number } {
  const colour = paintOfHue(hue, surface)
  const fill = {
    confirmed: colour,
    reported: `url(#${patternId('hatch', hue, surface)})`,
    claimed: surface.paint.paper,
    disputed: `url(#${patternId('slash', hue, surface)})`,
  }[evidence]
  return { fill, stroke: colour, 'stroke-width': width }
}

/** A bar whose outline lies inside its box, so that a bar of n is n high whatever its texture. `tags` are further attributes. */
export function bar(
  box: { x: number; y: number; width: number; height: number },
  evidence: EvidenceLevel,
  hue: Hue,
  surface: Surface,
  tags: Readonly<Record<string, number>> = {},
): string {
  if (box.width <= 0 || box.height <= 0) return ''
  const stroke = Math.min(1, box.width / 3, box.height / 2)
  const paint = texture(evidence, hue, surface, stroke)
  if (evidence === 'confirmed') return el('rect', { ...box, fill: paint.fill, ...tags })
  return el('rect', {
    x: box.x + stroke / 2,
    y: box.y + stroke / 2,
    width: box.width - stroke,
    height: box.height - stroke,
    ...paint,
    ...tags,
  })
}

export interface MarkSpec {
  readonly x: number
  readonly y: number
  /** Radius of the circle whose area the mark has. */
  readonly r: number
  readonly evidence: EvidenceLevel
  readonly kind: Kind
  readonly colour: Hue
  /** Drawn at a quarter strength. */
  readonly faint?: boolean
}

/** The outline of a kind around 0,0, of about the area of a circle of radius `r`. */
export function outlineOf(kind: Kind, r: number): string {
  const poly = (...points: readonly (readonly [number, number])[]) =>
    `M${points.map(([x, y]) => `${num(x * r)} ${num(y * r)}`).join('L')}Z`
  switch (kind) {
    case 'interception':
      return poly([0, -1.4], [1.22, 0.78], [-1.22, 0.78])
    case 'shootdown':
      return poly([0, 1.4], [1.22, -0.78], [-1.22, -0.78])
    case 'strike':
      return poly([-0.89, -0.89], [0.89, -0.89], [0.89, 0.89], [-0.89, 0.89])
    case 'retaliation':
      return poly([0, -1.27], [1.27, 0], [0, 1.27], [-1.27, 0])
    case 'seizure': {
      const a = 0.42
      const b = 1.15
      return poly(
        [-a, -b],
        [a, -b],
        [a, -a],
        [b, -a],
        [b, a],
        [a, a],
        [a, b],
        [-a, b],
        [-a, a],
        [-b, a],
        [-b, -a],
        [-a, -a],
      )
    }
    case 'event':
      return poly([-0.4, -1.2], [0.4, -1.2], [0.4, 1.2], [-0.4, 1.2])
    case 'attack':
      return `M${num(-r)} 0a${num(r)} ${num(r)} 0 1 0 ${num(2 * r)} 0a${num(r)} ${num(r)} 0 1 0 ${num(-2 * r)} 0Z`
  }
}

/** One mark, by rules 1 and 2. Where it is patterned, `patterns` must be in the drawing's `<defs>`. */
export function mark(spec: MarkSpec, surface: Surface): string {
  const { x, y, r, evidence, colour } = spec
  const stroke = paintOfHue(colour, surface)
  const common = { opacity: spec.faint === true ? FAINT : null }
  if (r < FULL_RADIUS) {
    const width = Math.max(1, r * 0.32)
    if (evidence === 'confirmed' || evidence === 'reported')
      return el('circle', { cx: x, cy: y, r, fill: stroke, ...common })
    const ring = { r: r - width / 2, fill: surface.paint.paper, stroke, 'stroke-width': width }
    if (evidence === 'claimed') return el('circle', { cx: x, cy: y, ...ring, ...common })
    const d = r * 0.95
    return el(
      'g',
      { transform: `translate(${num(x)} ${num(y)})`, ...common },
      el('circle', ring),
      el('path', { d: `M${num(-d)} ${num(d)}L${num(d)} ${num(-d)}`, stroke, 'stroke-width': width }),
    )
  }
  const width = Math.max(1.4, r * 0.2)
  const paint = texture(evidence === 'disputed' ? 'claimed' : evidence, colour, surface, width)
  const shape = el('path', { d: outlineOf(spec.kind, r - width / 2), ...paint, 'stroke-linejoin': 'round' })
  const d = r * 1.15
  const slash =
    evidence === 'disputed'
      ? el('path', { d: `M${num(-d)} ${num(d)}L${num(d)} ${num(-d)}`, stroke, 'stroke-width': width })
      : ''
  return el('g', { transform: `translate(${num(x)} ${num(y)})`, ...common }, shape, slash)
}

/** The ring of emphasis around a mark. */
export const ring = (x: number, y: number, r: number, { paint }: Surface): string =>
  el('circle', { cx: x, cy: y, r: r + 3, fill: 'none', stroke: paint.ink, 'stroke-width': 1.5 })

/** One entry of a legend: a mark and its word. */
export interface LegendItem {
  readonly label: string
  readonly evidence: EvidenceLevel
  readonly colour: Hue
  /** A shape; or `bar`, for charts of bars. */
  readonly kind: Kind | 'bar'
  /** Radius; 6 where absent. */
  readonly r?: number
}

/**
 * A legend in rows that wrap at a width. Returns its markup and height; `x`, `y` is the top left corner. Labels are 12 px.
 */
export function legend(
  items: readonly LegendItem[],
  box: { readonly x: number; readonly y: number; readonly width: number },
  canvas: Surface,
  lettering: Lettering,
): { svg: string; height: number } {
  const size = 12
  const row = 20
  let x = box.x
  let y = box.y + row / 2
  let svg = ''
  for (const item of items) {
    const r = item.r ?? FULL_RADIUS
    const width = 2 * FULL_RADIUS + 8 + measure(item.label, size)
    if (x > box.x && x + width > box.x + box.width) {
      x = box.x
      y += row
    }
    svg +=
      item.kind === 'bar'
        ? bar({ x, y: y - 6, width: 12, height: 12 }, item.evidence, item.colour, canvas)
        : mark({ x: x + FULL_RADIUS, y, r, evidence: item.evidence, kind: item.kind, colour: item.colour }, canvas)
    svg += lettering.line({ text: item.label, x: x + 2 * FULL_RADIUS + 8, y: y + size * 0.36, size })
    x += width + 16
  }
  return { svg, height: items.length === 0 ? 0 : y + row / 2 - box.y }
}
