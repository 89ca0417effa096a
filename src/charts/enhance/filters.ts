/**
 * Which filters a drawing can have: the values that its marks, or the parts of its bars and cells, carry. Worked out at build; the
 * script only switches them.
 */
import { COLOURS, EVIDENCE, EVIDENCE_ORDER, FRONT_ORDER, FRONTS, keysOf } from '../../dataset/vocabulary.ts'

export interface Filter {
  readonly field: 'evidence' | 'front' | 'actor'
  readonly legend: string
  readonly values: readonly { readonly value: string; readonly label: string }[]
}

/** Fewer marks than this are told apart without filters. */
const LEAST_MARKS = 20

const FIELDS = [
  { field: 'evidence', legend: 'How it is known', labels: EVIDENCE_ORDER.map((key) => EVIDENCE[key].label) },
  { field: 'actor', legend: 'Who acted', labels: keysOf(COLOURS).map((key) => COLOURS[key].label) },
  { field: 'front', legend: 'Front', labels: FRONT_ORDER.map((key) => FRONTS[key].label) },
] as const

/** The filters of a drawing: those fields of which its marks hold more than one value. */
export function filtersOf(svg: string): Filter[] {
  if ((svg.match(/ data-actor="/g)?.length ?? 0) < LEAST_MARKS) return []
  return FIELDS.flatMap(({ field, legend, labels }) => {
    const found = new Set([...svg.matchAll(new RegExp(` data-${field}="(\\d+)"`, 'g'))].map((match) => match[1]))
    const values = labels.flatMap((label, i) => (found.has(String(i)) ? [{ value: String(i), label }] : []))
    return values.length > 1 ? [{ field, legend, values }] : []
  })
}
