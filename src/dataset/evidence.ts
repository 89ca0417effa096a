/**
 * Evidence: what the accounts of a record add up to. Nobody types it.
 *
 * 1. Confirmed. A state body, a local civil authority, the ship's operator or a maritime security body that is not on the
 *    attacker's side says, of its own knowledge, that it happened; or a state acknowledges its own action. An armed group, the
 *    authorities it runs, or its media never confirm, not even what was done to them.
 * 2. Disputed. Not confirmed, and a party in that position denies the event itself. Denying involvement or a detail, or not
 *    being aware, does not dispute it.
 * 3. Reported. Neither, but an independent monitor says so of its own knowledge, or press on the spot does. A basis that is
 *    unknown counts as relaying, and what is relayed counts for nothing here.
 * 4. Claimed. What is left: one belligerent's side alone says so (the attacker's or the target's), or it is only relayed.
 *
 * The rule is lopsided on purpose: states keep records that others can test and answer for them, and a movement's claim to have
 * hit is its weapon. It follows that what states say of themselves is believed more easily than what is said against them.
 */
import type { Actor } from './schema/actor.ts'
import type { IncidentRecord, Account } from './schema/incident.ts'
import type { Party } from './schema/party.ts'
import type { EvidenceLevel, Side } from './vocabulary.ts'

/** Whose word a claim rests on. */
export type Voice = 'attacker' | 'target' | 'relayed'

export interface Evidence {
  readonly level: EvidenceLevel
  /** For a claim or a dispute: whose side alone says so. Null otherwise. */
  readonly voice: Voice | null
  /** The ids of the parties that decide the level, in the order of the accounts. */
  readonly by: readonly string[]
}

export interface People {
  readonly actors: ReadonlyMap<string, Actor>
  readonly parties: ReadonlyMap<string, Party>
}

// Bodies that act for states, and so can acknowledge an action as their own.
const STATES: ReadonlySet<string> = new Set(['state', 'command', 'coalition'])

const MAY_CONFIRM = new Set(['state-body', 'local-authority', 'ship-operator', 'maritime-security'])

// Iran and the groups aligned with it speak for one side when an attack is confirmed.
const blocOf = (side: Side): string => (side === 'iran' ? 'iran-aligned' : side)

/** The sides that are said to have acted: from the actors named, else from `attackerSide`. */
export function sidesOfAttackers(
  record: Pick<IncidentRecord, 'attackers' | 'attackerSide'>,
  people: People,
): ReadonlySet<string> {
  const sides = record.attackers.flatMap((id) => people.actors.get(id)?.side ?? [])
  if (sides.length === 0 && record.attackerSide !== null) sides.push(record.attackerSide)
  return new Set(sides.map(blocOf))
}

const knows = (account: Account): boolean => account.basis === 'own-knowledge' || account.basis === 'on-the-spot'

/** The evidence of a record, by the rule above. */
export function evidenceOf(
  record: Pick<IncidentRecord, 'accounts' | 'attackers' | 'attackerSide' | 'target' | 'kind'>,
  people: People,
): Evidence {
  const attackers = sidesOfAttackers(record, people)
  const stateActs = record.attackers.some((id) => {
    const actor = people.actors.get(id)
    return actor !== undefined && STATES.has(actor.kind)
  })
  const confirming: string[] = []
  const denying: string[] = []
  const reporting: string[] = []
  for (const account of record.accounts) {
    const party = people.parties.get(account.party)
    if (party === undefined) continue
    const inPosition = MAY_CONFIRM.has(party.position)
    const ownSide = attackers.has(blocOf(party.side))
    const says = account.stance === 'confirms' || account.stance === 'claims'
    if (inPosition && knows(account) && says) {
      if (!ownSide && account.stance === 'confirms') confirming.push(party.id)
      else if (ownSide && stateActs) confirming.push(party.id)
      else if (record.kind === 'event' && account.stance === 'confirms') confirming.push(party.id)
    }
    if (inPosition && account.stance === 'denies' && account.of === 'event' && (!ownSide || stateActs))
      denying.push(party.id)
    const tells = account.stance === 'confirms' || account.stance === 'reports'
    if (tells && party.position === 'monitor' && knows(account)) reporting.push(party.id)
    if (tells && party.position === 'press' && account.basis === 'on-the-spot') reporting.push(party.id)
  }
  if (confirming.length > 0) return { level: 'confirmed', voice: null, by: unique(confirming) }
  const voice = voiceOf(record, people, attackers)
  if (denying.length > 0) return { level: 'disputed', voice: voice.voice, by: unique(denying) }
  if (reporting.length > 0) return { level: 'reported', voice: null, by: unique(reporting) }
  return { level: 'claimed', voice: voice.voice, by: voice.by }
}

// The sides that fight: what one of them says of the other's action is the word of the side struck.
const BELLIGERENTS: ReadonlySet<string> = new Set(['iran-aligned', 'us-coalition', 'israel'])

/**
 * Whose word is left where nothing independent stands behind it. The attacker's: somebody on the attacker's side claims or
 * confirms it as its own, or, where no attacker is named, a side speaks of what it did itself. Else the target's: another
 * belligerent says so. Else it is only relayed; press always relays here, whoever it is close to.
 */
function voiceOf(
  record: Pick<IncidentRecord, 'accounts'>,
  people: People,
  attackers: ReadonlySet<string>,
): { voice: Voice; by: string[] } {
  const byAttacker: string[] = []
  const byTarget: string[] = []
  const relayed: string[] = []
  for (const account of record.accounts) {
    if (account.stance === 'denies' || account.stance === 'unaware') continue
    const party = people.parties.get(account.party)
    if (party === undefined) continue
    const bloc = blocOf(party.side)
    const owns = account.stance === 'claims' || account.stance === 'confirms'
    if (party.position === 'press' || bloc === 'none') relayed.push(party.id)
    else if (owns && (attackers.has(bloc) || attackers.size === 0)) byAttacker.push(party.id)
    else if (BELLIGERENTS.has(bloc) && attackers.size > 0 && !attackers.has(bloc)) byTarget.push(party.id)
    else relayed.push(party.id)
  }
  if (byAttacker.length > 0) return { voice: 'attacker', by: unique(byAttacker) }
  if (byTarget.length > 0) return { voice: 'target', by: unique(byTarget) }
  return { voice: 'relayed', by: unique(relayed) }
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]
