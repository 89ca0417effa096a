/** A single record in a drawing: its words, its link and the codes that filters read. */
import type { Dataset, Incident } from '../dataset/dataset.ts'
import { formatSpan } from '../dataset/dates.ts'
import { evidenceLabel } from '../dataset/lead.ts'
import {
  COLOURS,
  EVIDENCE_ORDER,
  FRONT_ORDER,
  keysOf,
  type Colour,
  type EvidenceLevel,
  type Front,
} from '../dataset/vocabulary.ts'
import type { Canvas } from './chart.ts'
import { el } from './svg.ts'

/** What a drawing needs of a record. Plain data, so that it can stand in a model. */
export interface RecordMark {
  readonly id: string
  /** What a reader hears and the card shows: title, date, how it is known. */
  readonly label: string
  readonly evidence: EvidenceLevel
  readonly front: Front
  readonly colour: Colour
}

/** A record as marks need it. */
export const recordMark = (incident: Incident, dataset: Dataset): RecordMark => ({
  id: incident.id,
  label: `${incident.title}. ${formatSpan(incident.date)}. ${evidenceLabel(incident, dataset)}.`,
  evidence: incident.evidence.level,
  front: incident.front,
  colour: incident.colour,
})

/** Filter codes: the position of a value in its vocabulary. Short, since a page may hold a thousand marks. */
export const codes = {
  evidence: (level: EvidenceLevel): number => EVIDENCE_ORDER.indexOf(level),
  front: (front: Front): number => FRONT_ORDER.indexOf(front),
  actor: (colour: Colour): number => keysOf(COLOURS).indexOf(colour),
}

/** Links a record's mark to its page. In images, which have no links, the mark stands in a plain group. */
export const recordLink = (record: RecordMark, canvas: Canvas, ...content: readonly string[]): string =>
  link(
    record,
    {
      'data-evidence': codes.evidence(record.evidence),
      'data-front': codes.front(record.front),
      'data-actor': codes.actor(record.colour),
    },
    canvas,
    content,
  )

/** Links a note about a record to its page. A note is no mark: filters leave it alone. */
export const noteLink = (record: Pick<RecordMark, 'id' | 'label'>, canvas: Canvas, ...content: readonly string[]) =>
  link(record, {}, canvas, content)

function link(
  record: Pick<RecordMark, 'id' | 'label'>,
  tags: Readonly<Record<string, number>>,
  canvas: Canvas,
  content: readonly string[],
): string {
  const data = { 'data-id': record.id, ...tags }
  return canvas.href === null
    ? el('g', {}, ...content)
    : el(
        'a',
        { href: canvas.href(`/incidents/${record.id}/`), class: 'm', 'aria-label': record.label, ...data },
        ...content,
      )
}

/** Links an aggregate (a bar, a cell) to the records behind it in Explore; `label` says what it shows. */
export function exploreLink(
  query: Readonly<Record<string, string>>,
  label: string,
  canvas: Canvas,
  ...content: readonly string[]
): string {
  const search = new URLSearchParams(query).toString()
  return canvas.href === null
    ? el('g', {}, ...content)
    : el('a', { href: `${canvas.href('/explore/')}?${search}`, class: 'm', 'aria-label': label }, ...content)
}
