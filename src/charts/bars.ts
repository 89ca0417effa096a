/** Stacked bars that charts share: their key, the bars of a stack, and the codes by which filters bring out a part of each. */
import { COLOURS, EVIDENCE, EVIDENCE_ORDER, keysOf, type Colour } from '../dataset/vocabulary.ts'
import type { Canvas } from './chart.ts'
import { bar, type LegendItem } from './marks.ts'
import { codes } from './record.ts'
import type { Part } from './stack.ts'

/** Hues that occur in parts, in their order. */
export function huesOf(parts: Iterable<Part>): Colour[] {
  const found = new Set([...parts].map((part) => part.colour))
  return keysOf(COLOURS).filter((colour) => found.has(colour))
}

/** The key of stacked bars: the four levels of evidence, then who acted. */
export const barKey = (hues: readonly Colour[]): LegendItem[] => [
  ...EVIDENCE_ORDER.map((evidence) => ({
    label: EVIDENCE[evidence].label,
    evidence,
    colour: 'quiet' as const,
    kind: 'bar' as const,
  })),
  ...hues.map((colour) => ({
    label: COLOURS[colour].label,
    evidence: 'confirmed' as const,
    colour,
    kind: 'bar' as const,
  })),
]

/**
 * The bars of a stack, end to end. `boxOf` says where a bar lies that begins so many pixels from the foot of the stack and is so
 * many long; `unit` is the length of one attack.
 */
export function stackedBars(
  parts: readonly Part[],
  unit: number,
  boxOf: (from: number, length: number) => { x: number; y: number; width: number; height: number },
  canvas: Canvas,
): string {
  let from = 0
  return parts
    .map(({ count, evidence, colour }) => {
      const length = count * unit
      const box = boxOf(from, length)
      from += length
      const tags =
        canvas.href === null ? {} : { 'data-evidence': codes.evidence(evidence), 'data-actor': codes.actor(colour) }
      return bar(box, evidence, colour, canvas, tags)
    })
    .join('')
}
