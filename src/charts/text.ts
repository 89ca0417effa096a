/** Text in drawings: how wide it is, where it breaks, the box it fills. Widths come from the fonts' own tables. */
import type { LabelBox } from './chart.ts'
import { ADVANCES } from './metrics.ts'
import { el, escapeXml } from './svg.ts'

/** A face that charts are set in. */
export type Face = keyof typeof ADVANCES & string

/** The least size of any label, in CSS pixels. */
export const LEAST_SIZE = 11

const tables = new Map<Face, ReadonlyMap<string, number>>(
  (Object.keys(ADVANCES) as Face[]).map((face) => [
    face,
    new Map(
      (ADVANCES[face] as readonly (readonly [number, string])[]).flatMap(([width, run]) =>
        [...run].map((character) => [character, width] as const),
      ),
    ),
  ]),
)

// Pages set figures of one width (tabular), images those of the face: the widest of them is right for both.
const FIGURES = '0123456789'
const figureWidth = new Map<Face, number>(
  [...tables].map(([face, table]) => [face, Math.max(...[...FIGURES].map((digit) => table.get(digit) ?? 0))]),
)

/** Width of a line in CSS pixels. A character that the face lacks counts as wide, so that nothing is cut. */
export function measure(line: string, size: number, face: Face = 'inter-400'): number {
  const table = tables.get(face)
  let sum = 0
  for (const character of line)
    sum += (FIGURES.includes(character) ? figureWidth.get(face) : table?.get(character)) ?? 700
  return (sum * size) / 1000
}

/** How much of a line fits a width, in its own units of length; characters stay whole. One pass: texts may be of any length. */
function lengthWithin(line: string, width: number, size: number, face: Face): number {
  let length = 0
  let sum = 0
  for (const character of line) {
    sum += measure(character, size, face)
    if (sum > width + 1e-6) break
    length += character.length
  }
  return length
}

/** Breaks text into lines that fit a width. A word longer than the width is broken within. */
export function wrap(value: string, width: number, size: number, face: Face = 'inter-400'): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of value.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer, size, face) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (measure(line, size, face) > width) {
      const cut = Math.max([...line][0]?.length ?? 1, lengthWithin(line, width, size, face))
      if (cut >= line.length) break
      lines.push(line.slice(0, cut))
      line = line.slice(cut)
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

/** Cuts a line to a width, with an ellipsis where something was left out. */
export function shorten(value: string, width: number, size: number, face: Face = 'inter-400'): string {
  if (measure(value, size, face) <= width) return value
  const cut = lengthWithin(value, width - measure('…', size, face), size, face)
  return `${value.slice(0, Math.max(1, cut)).trimEnd()}…`
}

export type Anchor = 'start' | 'middle' | 'end'

/** A line of text and where it stands. `y` is the baseline. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly face?: Face
  readonly anchor?: Anchor
  /** A paint; ink where absent. */
  readonly fill?: string
  /** The paper's colour, drawn behind the letters so that lines do not cross them. */
  readonly halo?: string
  readonly italic?: boolean
  readonly spacing?: number
}

const ASCENT = 0.76
const DESCENT = 0.24

/** The box that a line fills. */
export function boxOf(line: Line): LabelBox {
  const width = measure(line.text, line.size, line.face) + (line.spacing ?? 0) * line.text.length
  const anchor = line.anchor ?? 'start'
  return {
    text: line.text,
    x: line.x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0),
    y: line.y - line.size * ASCENT,
    width,
    height: line.size * (ASCENT + DESCENT),
    size: line.size,
  }
}

/** Collects lines of text: the markup and the boxes stay together, so that no label escapes the overlap test. */
export class Lettering {
  readonly boxes: LabelBox[] = []
  readonly #ink: string

  constructor(ink: string) {
    this.#ink = ink
  }

  /** The markup of a line. Its box is kept. */
  line(line: Line): string {
    if (line.text === '') return ''
    this.boxes.push(boxOf(line))
    const face = line.face ?? 'inter-400'
    return el(
      'text',
      {
        x: line.x,
        y: line.y,
        'font-size': line.size,
        'font-family': face.startsWith('serif') ? 'var(--serif)' : null,
        'font-weight': face.endsWith('600') ? 600 : null,
        'font-style': line.italic === true ? 'italic' : null,
        'letter-spacing': line.spacing,
        'text-anchor': line.anchor === undefined || line.anchor === 'start' ? null : line.anchor,
        fill: line.fill ?? this.#ink,
        stroke: line.halo,
        'stroke-width': line.halo === undefined ? null : 3,
        'stroke-linejoin': line.halo === undefined ? null : 'round',
        'paint-order': line.halo === undefined ? null : 'stroke',
      },
      escapeXml(line.text),
    )
  }

  /** Several lines below one another; `y` is the first baseline. */
  block(lines: readonly string[], line: Omit<Line, 'text'>, leading = 1.25): string {
    return lines.map((text, i) => this.line({ ...line, text, y: line.y + i * line.size * leading })).join('')
  }
}

/** Whether two boxes share area; boxes that touch do not. */
export const collide = (
  a: Pick<LabelBox, 'x' | 'y' | 'width' | 'height'>,
  b: Pick<LabelBox, 'x' | 'y' | 'width' | 'height'>,
): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
