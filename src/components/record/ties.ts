/** Ties between actors in words: who is said to stand behind whom, and who denies it. */
import type { Dataset } from '../../dataset/dataset.ts'
import type { Relation } from '../../dataset/schema/relation.ts'
import { CONFIDENCES } from '../../dataset/vocabulary.ts'
import { formatPartial } from './partial.ts'

const VERBS: Readonly<Record<string, string>> = {
  attacks: 'attacks',
  strikes: 'strikes',
  backs: 'backs',
  funds: 'funds',
  arms: 'arms',
  trains: 'trains',
  commands: 'commands',
  hosts: 'hosts',
  sanctions: 'sanctions',
  mediates: 'mediates with',
  'coordinates-with': 'coordinates with',
  'member-of': 'is a member of',
  'allied-with': 'is allied with',
  'umbrella-of': 'is an umbrella of',
  'facade-of': 'is a facade of',
  'claims-in-name-of': 'claims in the name of',
}

const BEHIND = new Set(['backs', 'funds', 'arms', 'trains', 'commands', 'hosts'])

/** A tie as its page tells it. */
export interface Tie {
  readonly relation: Relation
  readonly from: string
  readonly verb: string
  readonly to: string
  /** "documented, since 2014". */
  readonly standing: string
}

const tieOf = (relation: Relation, dataset: Dataset): Tie => ({
  relation,
  from: dataset.actors.get(relation.from)?.name ?? relation.from,
  verb: VERBS[relation.type] ?? relation.type.replaceAll('-', ' '),
  to: dataset.actors.get(relation.to)?.name ?? relation.to,
  standing: [
    CONFIDENCES[relation.confidence].label,
    relation.since === null ? null : `since ${formatPartial(relation.since)}`,
    relation.until === null ? null : `until ${formatPartial(relation.until)}`,
  ]
    .filter((part) => part !== null)
    .join(', '),
})

/** The ties of an actor: those said to stand behind it, those it is said to stand behind, and the rest. */
export function tiesOf(actor: string, dataset: Dataset): { behind: Tie[]; ahead: Tie[]; other: Tie[] } {
  const own = dataset.relations.filter(({ from, to }) => from === actor || to === actor)
  const sort = (keep: (relation: Relation) => boolean) => own.filter(keep).map((relation) => tieOf(relation, dataset))
  const behind = ({ type, to }: Relation) => BEHIND.has(type) && to === actor
  const ahead = ({ type, from }: Relation) => BEHIND.has(type) && from === actor
  return {
    behind: sort(behind),
    ahead: sort(ahead),
    other: sort((relation) => !behind(relation) && !ahead(relation)),
  }
}
