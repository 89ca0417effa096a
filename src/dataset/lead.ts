/**
 * The lead of a record: a short paragraph composed from its fields, for records whose summary nobody wrote.
 *
 * 1. It says whose word it is before what it says: a claim begins with who claims.
 * 2. Every part that is not known is left out or called unknown; nothing is filled in.
 * 3. What nobody can test is not told in the indicative: only confirmed and reported records speak without "according to".
 */
import type { Dataset, Incident } from './dataset.ts'
import { sidesOfAttackers } from './evidence.ts'
import type { Account } from './schema/incident.ts'
import { BASES, DENIALS, EVIDENCE, SIDES, STANCES, type Kind, type TargetType } from './vocabulary.ts'
import {
  actorWords,
  boundsWords,
  capital,
  listWords,
  numberWords,
  partyWords,
  placeWords,
  sentence,
  weaponWords,
  whenWords,
  whereWords,
} from './words.ts'

type People = Pick<Dataset, 'actors' | 'parties' | 'places'>

/** The attackers of a record in words; null where no source names one. */
export function attackerWords(incident: Pick<Incident, 'attackers' | 'attackerSide'>, dataset: People): string | null {
  const names = incident.attackers.flatMap((id) => {
    const actor = dataset.actors.get(id)
    return actor === undefined ? [] : [actorWords(actor)]
  })
  if (names.length > 0) return listWords(names)
  if (incident.attackerSide === 'iran-aligned') return 'Iran-aligned groups, none of them named'
  return incident.attackerSide === null ? null : `${SIDES[incident.attackerSide].label}, no body named`
}

const partiesWords = (ids: readonly string[], dataset: People): string => {
  const names = [
    ...new Set(
      ids.flatMap((id) => {
        const party = dataset.parties.get(id)
        return party === undefined ? [] : [partyWords(party)]
      }),
    ),
  ]
  return names.length > 4
    ? `${names.slice(0, 3).join(', ')} and ${numberWords(names.length - 3)} others`
    : listWords(names)
}

/** Who claims: the attackers' names, where the record names them; else the parties that decide the level. */
const claimants = (incident: Incident, dataset: People): string =>
  incident.attackers.length > 0
    ? (attackerWords(incident, dataset) ?? '')
    : partiesWords(incident.evidence.by, dataset) || 'the attacker’s side'

/** What the evidence rests on, in one sentence: "Confirmed by US Central Command." */
export function evidenceSentence(incident: Incident, dataset: People): string {
  const { level, voice, by } = incident.evidence
  switch (level) {
    case 'confirmed': {
      const own = sidesOfAttackers(incident, dataset)
      const acknowledged = by.every((id) => own.has(dataset.parties.get(id)?.side ?? 'none'))
      return acknowledged
        ? `Confirmed: the side that acted says so itself (${partiesWords(by, dataset)}).`
        : `Confirmed by ${partiesWords(by, dataset)}.`
    }
    case 'reported':
      return `Reported by ${partiesWords(by, dataset)}; nobody in a position to confirm it does.`
    case 'disputed': {
      const deny = `denied by ${partiesWords(by, dataset)}`
      if (voice === 'attacker') return `Claimed by ${claimants(incident, dataset)} and ${deny}.`
      if (voice === 'target') return `Reported only by the side struck and ${deny}.`
      return `Known only from relayed reports and ${deny}.`
    }
    case 'claimed':
      if (voice === 'attacker') return `Claimed by ${claimants(incident, dataset)}.`
      if (voice === 'target') return `Reported only by the side struck: ${partiesWords(by, dataset)}.`
      return 'Known only from relayed reports.'
  }
}

/** The badge beside a mark: "Confirmed", "Claimed by the Houthis", "Reported only by the side struck". */
export function evidenceLabel(incident: Incident, dataset: People): string {
  const { level, voice } = incident.evidence
  if (level !== 'claimed') return EVIDENCE[level].label
  if (voice === 'attacker') return `Claimed by ${claimants(incident, dataset)}`
  return voice === 'target' ? 'Reported only by the side struck' : 'Known only from relayed reports'
}

/** Whose word the lead is, for the beginning of its first sentence; null where the record may speak for itself. */
function voiceWords(incident: Incident, dataset: People): string | null {
  const { level, voice, by } = incident.evidence
  if (level === 'confirmed') return null
  if (level === 'reported') return `according to ${partiesWords(by, dataset)}`
  if (voice === 'attacker') return `according to a claim by ${claimants(incident, dataset)}`
  return voice === 'target' ? 'according to the side struck alone' : 'according to relayed reports alone'
}

const THINGS: Readonly<Record<TargetType, readonly [one: string, many: string]>> = {
  base: ['a military base', 'military bases'],
  'merchant-vessel': ['a merchant ship', 'merchant ships'],
  warship: ['a warship', 'warships'],
  // No single site is named: the words say no more than that.
  city: ['a target', 'targets'],
  airport: ['an airport', 'airports'],
  infrastructure: ['infrastructure', 'infrastructure'],
  'launch-site': ['a launch site or weapons', 'launch sites or weapons'],
  'militia-site': ['a site of an armed group', 'sites of an armed group'],
  aircraft: ['an aircraft', 'aircraft'],
  diplomatic: ['a diplomatic site', 'diplomatic sites'],
  other: ['a target', 'targets'],
}

const SITES = new Set<TargetType | null>(['base', 'airport', 'infrastructure', 'diplomatic', 'city'])

interface Thing {
  readonly name: string
  readonly plural: boolean
  /** True where the name says where it is. */
  readonly placed: boolean
}

function thingOf(incident: Incident, dataset: People): Thing {
  const { type, vessel } = incident.target
  if (vessel?.name != null && (type === 'merchant-vessel' || type === 'warship')) {
    const kind =
      vessel.type !== null && type === 'merchant-vessel' && /^[a-z ]+$/.test(vessel.type) ? vessel.type : null
    const ship = vessel.name.startsWith('unnamed') ? `an ${vessel.name}` : vessel.name
    return { name: kind === null ? ship : `the ${kind} ${ship}`, plural: false, placed: false }
  }
  const precise = incident.place.precision === 'site' || incident.place.precision === 'town'
  const also = (incident.attacks ?? 1) > 1 ? incident.place.also : []
  const places = [incident.place.id, ...also].flatMap((id) => dataset.places.get(id ?? '') ?? [])
  const [place] = places
  if (SITES.has(type) && place !== undefined && precise) {
    return places.length === 1
      ? { name: placeWords(place).name, plural: false, placed: true }
      : { name: listWords(places.map((each) => each.name)), plural: true, placed: true }
  }
  const many = (incident.attacks ?? 1) > 1
  if (type === null) return { name: many ? 'targets' : 'a target', plural: many, placed: false }
  const [one, several] = THINGS[type]
  return { name: many ? several : one, plural: many && several !== 'infrastructure', placed: false }
}

const VERBS: Readonly<Record<Exclude<Kind, 'event' | 'interception'>, string>> = {
  attack: 'attacked',
  strike: 'struck',
  retaliation: 'struck',
  seizure: 'boarded and seized',
  shootdown: 'shot down',
}

function happening(incident: Incident, dataset: People): string {
  const when = whenWords(incident.date)
  const where = whereWords(incident, dataset)
  const weapons = weaponWords(incident)
  if (incident.kind === 'event') return [when, where].filter((part) => part !== null).join(', ')
  if (incident.kind === 'interception') {
    const single = /^(an? |one weapon)/.test(weapons ?? '')
    const what = weapons ?? 'what was launched'
    return [what, single || weapons === null ? 'was' : 'were', 'intercepted', where, when]
      .filter((part) => part !== null)
      .join(' ')
  }
  const thing = thingOf(incident, dataset)
  const by =
    incident.kind === 'seizure' || weapons === null
      ? null
      : weapons === 'air strikes'
        ? 'from the air'
        : `with ${weapons}`
  const ship = incident.target.type === 'merchant-vessel' || incident.target.type === 'warship'
  const verb = `${thing.plural ? 'were' : 'was'} ${VERBS[incident.kind]}`
  return [thing.name, ship || thing.placed ? null : where, verb, ship && !thing.placed ? where : null, by, when]
    .filter((part) => part !== null)
    .join(' ')
}

function attributionSentence(incident: Incident, dataset: People): string | null {
  const who = attackerWords(incident, dataset)
  if (incident.kind === 'event') return null
  if (who === null) return 'No source names who did it.'
  if (incident.attackers.length === 0) return `Sources name only a side: ${who}.`
  const claimed = incident.evidence.level !== 'confirmed' && incident.evidence.voice === 'attacker'
  switch (incident.attribution) {
    case 'claimed':
      if (claimed) return null
      return incident.kind === 'strike' || incident.kind === 'retaliation'
        ? `${capital(who)} said that it was their strike.`
        : `${capital(who)} claimed it.`
    case 'attributed':
      return `It is attributed to ${who}.`
    case 'suspected':
      return `Suspected: ${who}.`
    case 'none':
      return null
  }
}

function outcomeSentence(incident: Incident): string | null {
  const own = incident.evidence.level === 'claimed' && incident.evidence.voice === 'attacker'
  switch (incident.outcome) {
    case 'hit':
      if (incident.kind === 'strike' || incident.kind === 'retaliation' || incident.kind === 'shootdown') return null
      return own ? 'The claim speaks of a hit.' : 'Something was hit, the intended target or another.'
    case 'intercepted':
      return incident.kind === 'interception' ? null : 'What was launched was stopped, so far as is known.'
    case 'missed':
      return 'It landed without hitting its target.'
    case 'failed':
      return 'It failed: it fell short, misfired or was found unfired.'
    case 'sunk':
      return own ? 'The claim speaks of a sinking.' : 'The ship sank.'
    case 'seized':
      return incident.kind === 'seizure' ? null : 'The ship was taken.'
    case 'unknown':
      return 'What became of it is not known.'
    case null:
      return null
  }
}

/** Killed and wounded with who counted, in sentences; null where no source speaks of any. */
export function casualtyWords(incident: Incident, dataset: People): string | null {
  const people = incident.casualties
  if (people === null) return null
  if (people.countedElsewhere) return 'The killed and wounded are counted in another record.'
  const { killed, wounded } = people
  if (killed === null && wounded === null) return null
  const party = people.countedBy === null ? undefined : dataset.parties.get(people.countedBy)
  const none = (bounds: typeof killed) => bounds?.high === 0
  if (none(killed) && none(wounded)) return 'Nobody was killed or wounded, so far as is known.'
  const say = (bounds: typeof killed) =>
    bounds === null ? 'not stated' : none(bounds) ? 'nobody' : boundsWords(bounds)
  const whose = people.whose === null ? '' : ` (${people.whose})`
  const counted = party === undefined ? 'Who counted is not stated.' : `Counted by ${partyWords(party)}.`
  return `Killed: ${say(killed)}; wounded: ${say(wounded)}${whose}. ${counted}`
}

function precisionSentences(incident: Incident): (string | null)[] {
  const { place, date } = incident
  const ship = incident.front === 'sea' || incident.target.vessel !== null
  return [
    date.assumed ? 'The sources give no firm day; one day either side is assumed.' : null,
    place.precision === 'area' && incident.position === null && !ship
      ? 'Of the place only an area is published.'
      : null,
    place.precision === 'area' && incident.position === null && ship
      ? 'No position is published, only the waters.'
      : null,
    place.precision === 'country' ? 'Of the place only the country is published.' : null,
    place.precision === 'unknown' ? 'No place is published.' : null,
  ]
}

function batchSentence(incident: Incident): string | null {
  if (incident.kind === 'event') return null
  const unit = incident.kind === 'strike' || incident.kind === 'retaliation' ? 'strikes' : 'attacks'
  if (incident.attacks === null) return `It stands for several ${unit}; no source says how many.`
  return incident.attacks > 1 ? `This record stands for ${numberWords(incident.attacks)} ${unit}.` : null
}

/** The lead: what is said to have happened, who is said to have done it, what became of it, who was hurt. */
export function leadOf(incident: Incident, dataset: People): string {
  if (incident.summary !== null) return incident.summary
  const voice = voiceWords(incident, dataset)
  const what = happening(incident, dataset)
  const note = incident.date.timeNote?.replaceAll('(', '[').replaceAll(')', ']') ?? null
  const time = note === null ? '' : ` (${note})`
  const first =
    incident.kind === 'event'
      ? `${capital(what)}${time}. An event counts as no attack.`
      : sentence(voice === null ? `${what}${time}` : `${voice}, ${what}${time}`)
  return [
    first,
    attributionSentence(incident, dataset),
    batchSentence(incident),
    outcomeSentence(incident),
    casualtyWords(incident, dataset),
    ...precisionSentences(incident),
  ]
    .filter((part) => part !== null)
    .join(' ')
}

/** One party's account in words, apart from what it said. */
export interface AccountWords {
  readonly party: string
  /** "confirms", "denies involvement". */
  readonly stance: string
  /** "own knowledge", "not stated". */
  readonly basis: string
}

/** How an account is told. */
export function accountWords(account: Account, dataset: Pick<Dataset, 'parties'>): AccountWords {
  return {
    party: dataset.parties.get(account.party)?.name ?? account.party,
    stance: account.of === null ? STANCES[account.stance].label : `denies ${DENIALS[account.of].label}`,
    basis: BASES[account.basis].label,
  }
}
