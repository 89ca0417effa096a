/** Strands: the lines to draw. Ties of one family between the same two actors are one strand; a counted link is one. */
import type { Confidence } from '../../dataset/vocabulary.ts'
import { formatNumber } from '../number.ts'
import { tieKind, type Ask, type Family, type Link, type NetworkModel, type Tie } from './model.ts'

export interface Strand {
  readonly id: string
  /** A node or a frame. */
  readonly from: string
  readonly to: string
  readonly family: Family | 'link'
  /** The surest of its ties; null for links. */
  readonly confidence: Confidence | null
  /** Whether one of its ties is denied. */
  readonly denied: boolean
  readonly ties: readonly Tie[]
  readonly link: Link | null
  /** What to ask for to see it; null at first sight. */
  readonly ask: Ask | null
}

/** From surest to least sure. */
const SURE: readonly Confidence[] = ['documented', 'widely-reported', 'alleged', 'denied']

/** Every strand of a model, in a fixed order: ties by their first id, then links from large to small. */
export function strandsOf(model: NetworkModel): Strand[] {
  const groups = new Map<string, Tie[]>()
  const ends = new Set(model.nodes.map((node) => node.id))
  for (const tie of model.ties) {
    if (tie.ask === 'link' || !ends.has(tie.from) || !ends.has(tie.to) || tie.from === tie.to) continue
    // An alliance has no direction, so both ways are one strand.
    const [from, to] = endsOf(tie)
    const pair = tie.family === 'alliance' && to < from ? `${to}--${from}` : `${from}--${to}`
    const key = `${pair}--${tie.family}--${tie.ask ?? 'first'}`
    groups.set(key, [...(groups.get(key) ?? []), tie])
  }
  const strands: Strand[] = []
  for (const ties of groups.values()) {
    const [first] = ties
    if (first === undefined) continue
    const [from, to] = endsOf(first)
    strands.push({
      id: first.id,
      from,
      to,
      family: first.family,
      confidence: SURE.find((level) => ties.some((tie) => tie.confidence === level)) ?? null,
      denied: ties.some((tie) => tie.denial !== null),
      ties,
      link: null,
      ask: first.ask === 'link' ? null : first.ask,
    })
  }
  for (const link of model.links)
    strands.push({
      id: link.id,
      from: link.from,
      to: link.to,
      family: 'link',
      confidence: null,
      denied: false,
      ties: [],
      link,
      ask: link.first ? null : 'few',
    })
  return strands
}

/** Where the line of a tie starts and ends: what belongs comes first, what it belongs to last, whichever way the data says it. */
const endsOf = (tie: Tie): [string, string] => (tie.type === 'umbrella-of' ? [tie.to, tie.from] : [tie.from, tie.to])

/** What a strand says, in few words: "arms, trains", "146 attacks". */
export function wordsOf(strand: Strand): string {
  if (strand.link !== null) return countOf(strand.link)
  return strand.ties
    .map((tie) =>
      tieKind(tie.type)
        .says.replace(/^is an? /, '')
        .replace(/^is /, ''),
    )
    .join(', ')
}

/** "146 attacks", "1 strike". */
export const countOf = ({ count, kind }: Pick<Link, 'count' | 'kind'>): string =>
  `${formatNumber(count)} ${count === 1 ? kind.slice(0, -1) : kind}`
