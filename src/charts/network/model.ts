/**
 * Who stands behind whom: actors, the ties that sources report between them, and the attacks and strikes between them that the
 * records count. Plain data; nothing here knows a width or a colour value.
 *
 * 1. Every tie of relations.json is in the model. Ties of the kinds `attacks` and `strikes` say that sources report such a tie;
 *    the number of attacks or strikes never comes from them, but from the records, as a link.
 * 2. A link is what one attacker did to one target. Targets on the side of the United States and its coalition are one target
 *    here (most records name several of them at once); so is every merchant ship. A record that names two attackers or two
 *    targets stands in each of their links, so links do not add up to a total.
 * 3. Attacks that sources lay to Iran-aligned groups without a name, and attacks on US or coalition forces whose author nobody
 *    names, start at a stand-in, so that they are seen and nobody is named for them.
 * 4. First sight shows core ties and links of at least `FIRST_SIGHT` attacks or strikes. Sanctions, hosting and mediation, the
 *    other ties and the smaller links wait until somebody asks.
 */
import { countAttacks } from '../../dataset/count.ts'
import { overlaps } from '../../dataset/dates.ts'
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import { isAttack } from '../../dataset/query.ts'
import type { Relation } from '../../dataset/schema/relation.ts'
import {
  ACTOR_KINDS,
  keysOf,
  LAYERS,
  SIDES,
  type Colour,
  type Confidence,
  type Layer,
} from '../../dataset/vocabulary.ts'

/** Attacks or strikes that a link needs to be drawn at first sight. */
export const FIRST_SIGHT = 5

/** Families of ties: what a line looks like. `violence` is a reported tie of attack or strike that no record counts. */
export type Family = 'support' | 'command' | 'belonging' | 'alliance' | 'violence' | 'asked'

/** A kind of tie: its family, and how it reads from one end and from the other. */
export interface TieKind {
  readonly family: Family
  /** "Iran arms the Houthis": what stands between the two names. */
  readonly says: string
  /** The same seen from the other end: "armed by". */
  readonly saysBack: string
}

/** Kinds of tie that the drawing knows. A kind it does not know is drawn as an alliance, in its own words. */
export const TIE_KINDS: Readonly<Record<string, TieKind>> = {
  backs: { family: 'support', says: 'backs', saysBack: 'is backed by' },
  arms: { family: 'support', says: 'arms', saysBack: 'is armed by' },
  funds: { family: 'support', says: 'funds', saysBack: 'is funded by' },
  trains: { family: 'support', says: 'trains', saysBack: 'is trained by' },
  commands: { family: 'command', says: 'commands', saysBack: 'is commanded by' },
  'member-of': { family: 'belonging', says: 'is a member of', saysBack: 'has as a member' },
  'umbrella-of': { family: 'belonging', says: 'is an umbrella of', saysBack: 'acts under the umbrella of' },
  'facade-of': { family: 'belonging', says: 'is a facade of', saysBack: 'acts through the facade' },
  'claims-in-name-of': { family: 'belonging', says: 'claims in the name of', saysBack: 'is claimed for by' },
  'allied-with': { family: 'alliance', says: 'is allied with', saysBack: 'is allied with' },
  'coordinates-with': { family: 'alliance', says: 'coordinates with', saysBack: 'coordinates with' },
  attacks: { family: 'violence', says: 'attacks', saysBack: 'is attacked by' },
  strikes: { family: 'violence', says: 'strikes', saysBack: 'is struck by' },
  sanctions: { family: 'asked', says: 'sanctions', saysBack: 'is sanctioned by' },
  hosts: { family: 'asked', says: 'hosts', saysBack: 'is hosted by' },
  mediates: { family: 'asked', says: 'mediates with', saysBack: 'has as a mediator' },
}

/** The kind of a tie, known or not. */
export const tieKind = (type: string): TieKind => {
  const words = type.replaceAll('-', ' ')
  return (
    (Object.hasOwn(TIE_KINDS, type) ? TIE_KINDS[type] : undefined) ?? {
      family: 'alliance',
      says: words,
      saysBack: words,
    }
  )
}

/** What the reader asks for to see more: a switch each. */
export const ASKABLE = {
  sanctions: 'Sanctions',
  hosts: 'Hosting',
  mediates: 'Mediation',
  other: 'Other ties',
  few: `Fewer than ${String(FIRST_SIGHT)} attacks or strikes`,
} as const
export type Ask = keyof typeof ASKABLE

/** A month's number for each month of the record. */
export interface Months {
  /** "Attacks by it", "Strikes on it". */
  readonly label: string
  readonly total: number
  readonly confirmed: number
  readonly byMonth: readonly number[]
}

export interface Node {
  readonly id: string
  /** An actor of the data; a stand-in for attackers nobody names; the merchant ships; a side that is drawn as one frame. */
  readonly role: 'actor' | 'unnamed' | 'ships'
  readonly name: string
  readonly short: string | null
  readonly nameAr: string | null
  /** What kind of body, in words. */
  readonly body: string
  readonly layer: Layer
  readonly colour: Colour
  /** The frame it stands in, or null. */
  readonly frame: string | null
  /** The page about it, as a path of the site; null where there is none. */
  readonly path: string | null
  /** Whether a tie or link drawn at first sight ends at it. */
  readonly first: boolean
  readonly activity: readonly Months[]
}

/** A side that is drawn as one frame around its members, because records name several of them at once. */
export interface Frame {
  readonly id: string
  readonly name: string
  readonly layer: Layer
  readonly colour: Colour
  readonly members: readonly string[]
}

export interface Tie {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly type: string
  readonly family: Family
  readonly confidence: Confidence
  /** Who denies it and how, in words; null where nobody is known to. */
  readonly denial: { readonly who: string | null; readonly text: string; readonly date: string | null } | null
  readonly evidence: string
  readonly since: string | null
  readonly until: string | null
  readonly sources: readonly { readonly url: string; readonly publisher: string; readonly date: string | null }[]
  /** Null: drawn at first sight. `link`: not drawn as a tie, because a counted link stands for it. Else what to ask for. */
  readonly ask: Ask | 'link' | null
}

export interface Link {
  readonly id: string
  readonly kind: 'attacks' | 'strikes'
  /** A node or a frame. */
  readonly from: string
  readonly to: string
  readonly colour: Colour
  /** Attacks or strikes, possible doubles folded. */
  readonly count: number
  readonly confirmed: number
  readonly possibleDoubles: number
  readonly records: number
  readonly first: boolean
}

/** The figures of the title. Null where no umbrella claims an attack. */
export interface Finding {
  readonly umbrella: string
  /** Attacks claimed in the umbrella's name. */
  readonly claimed: number
  /** Those of them whose records name no faction of it. */
  readonly noFaction: number
  /** Those of `claimed` that are confirmed to have happened. */
  readonly confirmed: number
}

export interface NetworkModel {
  readonly asOf: string
  readonly months: readonly string[]
  readonly nodes: readonly Node[]
  readonly frames: readonly Frame[]
  readonly ties: readonly Tie[]
  readonly links: readonly Link[]
  readonly finding: Finding | null
  /** Actors of the data without any tie or link, by name. */
  readonly leftOut: readonly string[]
  /** Attacks without a line because no target is known that could be drawn; strikes likewise. */
  readonly withoutLine: { readonly attacks: number; readonly strikes: number }
}

const UNNAMED_GROUP = 'group-not-named'
const UNNAMED_AUTHOR = 'author-not-named'
const SHIPS = 'merchant-ships'
const FRAME = 'us-coalition'

const isStrike = (incident: Incident): boolean =>
  !incident.context && (incident.kind === 'strike' || incident.kind === 'retaliation')

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The model of a dataset. */
export function networkModel(dataset: Dataset): NetworkModel {
  const inFrame = (id: string): boolean => {
    const actor = dataset.actors.get(id)
    return actor !== undefined && actor.side === 'us-coalition' && actor.layer === 'target'
  }
  const framed = (id: string): string => (inFrame(id) ? FRAME : id)

  // Who did what to whom: the ends of a record's links.
  const attackersOf = (incident: Incident): string[] =>
    incident.attackers.length > 0
      ? unique(incident.attackers.map(framed))
      : [incident.attackerSide === null ? UNNAMED_AUTHOR : UNNAMED_GROUP]
  const targetsOf = (incident: Incident): string[] =>
    incident.target.actors.length > 0
      ? unique(incident.target.actors.map(framed))
      : incident.target.type === 'merchant-vessel'
        ? [SHIPS]
        : []

  const attacks = dataset.incidents.filter((incident) => isAttack(incident, dataset))
  const strikes = dataset.incidents.filter((incident) => isStrike(incident) && incident.attackers.length > 0)
  const links: Link[] = []
  for (const [kind, selection] of [
    ['attacks', attacks],
    ['strikes', strikes],
  ] as const) {
    const pairs = new Map<string, { from: string; to: string; records: Incident[] }>()
    for (const incident of selection)
      for (const from of attackersOf(incident))
        for (const to of targetsOf(incident)) {
          if (from === to) continue
          const key = `${from}--${kind}--${to}`
          const pair = pairs.get(key) ?? { from, to, records: [] }
          pair.records.push(incident)
          pairs.set(key, pair)
        }
    for (const [id, { from, to, records }] of pairs) {
      const { count, possibleDoubles } = countAttacks(records)
      if (count === 0) continue
      links.push({
        id,
        kind,
        from,
        to,
        colour:
          from === FRAME
            ? 'us-uk-coalition'
            : from === UNNAMED_GROUP
              ? 'iraqi-factions'
              : (dataset.actors.get(from)?.colour ?? 'other'),
        count,
        confirmed: countAttacks(records.filter((incident) => incident.evidence.level === 'confirmed')).count,
        possibleDoubles,
        records: records.length,
        first: count >= FIRST_SIGHT,
      })
    }
  }
  links.sort((a, b) => b.count - a.count || compare(a.id, b.id))

  const linked = new Set(links.map((link) => `${link.from} ${link.kind} ${link.to}`))
  const ties = dataset.relations
    .filter((relation) => dataset.actors.has(relation.from) && dataset.actors.has(relation.to))
    .map((relation): Tie => {
      const { family } = tieKind(relation.type)
      const counted = linked.has(`${framed(relation.from)} ${relation.type} ${framed(relation.to)}`)
      return { ...tieOf(relation, dataset), family, ask: counted ? 'link' : askOf(relation, family) }
    })

  const months = monthsOf(dataset)
  const firstEnds = new Set<string>()
  const anyEnds = new Set<string>()
  for (const tie of ties)
    for (const end of [tie.from, tie.to]) {
      anyEnds.add(end)
      if (tie.ask === null) firstEnds.add(end)
    }
  for (const link of links)
    for (const end of [link.from, link.to]) {
      anyEnds.add(end)
      if (link.first) firstEnds.add(end)
    }
  // The members of a frame that records name are part of its links.
  const named = new Set(
    [...attacks, ...strikes].flatMap((incident) => [...incident.attackers, ...incident.target.actors]),
  )
  for (const id of named)
    if (inFrame(id)) {
      anyEnds.add(id)
      if (firstEnds.has(FRAME)) firstEnds.add(id)
    }

  const nodes: Node[] = []
  for (const actor of dataset.actors.values()) {
    if (!anyEnds.has(actor.id)) continue
    nodes.push({
      id: actor.id,
      role: 'actor',
      name: actor.name,
      short: actor.short,
      nameAr: actor.nameAr,
      body: ACTOR_KINDS[actor.kind].label,
      layer: actor.layer,
      colour: actor.colour,
      frame: inFrame(actor.id) ? FRAME : null,
      path: `/actors/${actor.id}/`,
      first: firstEnds.has(actor.id),
      activity: activityOf(actor.id, attacks, strikes, months),
    })
  }
  const standIn = (
    id: string,
    role: 'unnamed' | 'ships',
    name: string,
    layer: Layer,
    colour: Colour,
    path: string | null,
  ) => {
    if (!anyEnds.has(id)) return
    const mine = (incident: Incident): boolean =>
      role === 'ships' ? targetsOf(incident).includes(id) : attackersOf(incident).includes(id)
    nodes.push({
      id,
      role,
      name,
      short: null,
      nameAr: null,
      body: role === 'ships' ? 'Not an actor: every merchant ship attacked' : 'Not an actor: attacks without a name',
      layer,
      colour,
      frame: null,
      path,
      first: firstEnds.has(id),
      activity: [monthsFor(role === 'ships' ? 'Attacks on them' : 'Attacks', attacks.filter(mine), months)],
    })
  }
  standIn(UNNAMED_GROUP, 'unnamed', 'Group not named', 'group', 'iraqi-factions', null)
  standIn(UNNAMED_AUTHOR, 'unnamed', 'Author not named', 'group', 'other', null)
  standIn(SHIPS, 'ships', 'Merchant ships', 'target', 'other', '/charts/vessels/')

  const members = nodes.filter((node) => node.frame === FRAME).map((node) => node.id)
  const drawn = new Set(nodes.map((node) => node.id))
  return {
    asOf: dataset.card.asOf,
    months,
    nodes,
    frames:
      members.length === 0
        ? []
        : [{ id: FRAME, name: SIDES['us-coalition'].label, layer: 'target', colour: 'us-uk-coalition', members }],
    ties,
    links,
    finding: findingOf(dataset, attacks),
    leftOut: [...dataset.actors.values()].filter((actor) => !drawn.has(actor.id)).map((actor) => actor.name),
    withoutLine: {
      attacks: countAttacks(attacks.filter((incident) => targetsOf(incident).length === 0)).count,
      strikes: countAttacks(strikes.filter((incident) => targetsOf(incident).length === 0)).count,
    },
  }
}

function askOf(relation: Relation, family: Family): Ask | null {
  if (family === 'asked') return relation.type as 'sanctions' | 'hosts' | 'mediates'
  return relation.core ? null : 'other'
}

function tieOf(relation: Relation, dataset: Dataset): Omit<Tie, 'family' | 'ask'> {
  const { deniedBy } = relation
  return {
    id: relation.id,
    from: relation.from,
    to: relation.to,
    type: relation.type,
    confidence: relation.confidence,
    denial:
      deniedBy === null
        ? null
        : {
            who: deniedBy.party === null ? null : (dataset.parties.get(deniedBy.party)?.name ?? null),
            text: deniedBy.text,
            date: deniedBy.date,
          },
    evidence: relation.evidence,
    since: relation.since,
    until: relation.until,
    sources: relation.sources,
  }
}

/** The months from the first record that counts, or the start of the coverage, to the end of the record. */
function monthsOf(dataset: Dataset): string[] {
  const months: string[] = []
  const last = dataset.card.asOf.slice(0, 7)
  for (let month = dataset.card.coverage.start.slice(0, 7); month <= last; month = nextMonth(month)) months.push(month)
  return months
}

function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5, 7))
  return number === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}`
}

/** A record stands in every month that its dates overlap. */
function monthsFor(label: string, selection: readonly Incident[], months: readonly string[]): Months {
  return {
    label,
    total: countAttacks(selection).count,
    confirmed: countAttacks(selection.filter((incident) => incident.evidence.level === 'confirmed')).count,
    byMonth: months.map(
      (month) =>
        countAttacks(
          selection.filter((incident) => overlaps(incident.date, { start: `${month}-01`, end: `${month}-31` })),
        ).count,
    ),
  }
}

function activityOf(
  id: string,
  attacks: readonly Incident[],
  strikes: readonly Incident[],
  months: readonly string[],
): Months[] {
  const by = (incident: Incident) => incident.attackers.includes(id)
  const on = (incident: Incident) => incident.target.actors.includes(id)
  return [
    monthsFor('Attacks in its name', attacks.filter(by), months),
    monthsFor('Attacks on it', attacks.filter(on), months),
    monthsFor('Strikes by it', strikes.filter(by), months),
    monthsFor('Strikes on it', strikes.filter(on), months),
  ].filter((series) => series.total > 0)
}

/** How many attacks an umbrella's name stands for without the name of a faction; for the umbrella that claims most. */
function findingOf(dataset: Dataset, attacks: readonly Incident[]): Finding | null {
  let best: Finding | null = null
  for (const actor of dataset.actors.values()) {
    if (actor.layer !== 'umbrella') continue
    const factions = new Set(
      dataset.relations
        .filter((tie) => ['umbrella-of', 'claims-in-name-of', 'member-of'].includes(tie.type))
        .flatMap((tie) => (tie.from === actor.id ? [tie.to] : tie.to === actor.id ? [tie.from] : [])),
    )
    const claimed = attacks.filter(
      (incident) => incident.attribution === 'claimed' && incident.attackers.includes(actor.id),
    )
    const count = countAttacks(claimed).count
    if (count === 0 || (best !== null && best.claimed >= count)) continue
    best = {
      umbrella: actor.name,
      claimed: count,
      noFaction: countAttacks(claimed.filter((incident) => !incident.attackers.some((id) => factions.has(id)))).count,
      confirmed: countAttacks(claimed.filter((incident) => incident.evidence.level === 'confirmed')).count,
    }
  }
  return best
}

/** Layers in reading order. */
export const LAYER_ORDER = keysOf(LAYERS)
