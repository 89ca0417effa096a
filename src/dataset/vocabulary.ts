/**
 * The closed vocabularies of the record: every value that a coded field may take, with the words a reader sees.
 * A value's key is stable (it stands in files, URLs and exports); its label may be reworded.
 */

/** A coded value: its label for readers and what it means for editors. */
export interface Term {
  readonly label: string
  readonly meaning: string
}

type Terms = Readonly<Record<string, Term>>

export const KINDS = {
  attack: {
    label: 'Attack',
    meaning: 'A launch, raid or other use of force by an Iran-aligned group or an author nobody names.',
  },
  interception: { label: 'Interception', meaning: 'A launch that was stopped, told by whoever stopped it.' },
  seizure: { label: 'Seizure', meaning: 'A ship boarded and held.' },
  strike: { label: 'Strike', meaning: 'A strike by the United States, the United Kingdom, the coalition or Israel.' },
  retaliation: { label: 'Retaliation', meaning: 'A strike that the striking side ties to one attack.' },
  shootdown: { label: 'Shootdown', meaning: 'An aircraft, mostly an MQ-9, shot down or said to be.' },
  event: { label: 'Event', meaning: 'A statement, talk, sinking or decision. It counts as no attack.' },
} as const satisfies Terms

export const THEATRES = {
  iraq: { label: 'Iraq', meaning: 'Iraq, the Kurdistan Region included.' },
  syria: { label: 'Syria', meaning: 'Syria.' },
  jordan: { label: 'Jordan', meaning: 'Jordan.' },
  'red-sea': { label: 'Red Sea', meaning: 'The Red Sea north of the strait.' },
  'bab-el-mandeb': { label: 'Bab el-Mandeb', meaning: 'The strait and its approaches.' },
  'gulf-of-aden': { label: 'Gulf of Aden', meaning: 'The Gulf of Aden.' },
  'arabian-sea': { label: 'Arabian Sea', meaning: 'The Arabian Sea.' },
  'indian-ocean': { label: 'Indian Ocean', meaning: 'The Indian Ocean beyond the Arabian Sea.' },
  mediterranean: { label: 'Mediterranean', meaning: 'The eastern Mediterranean.' },
  israel: { label: 'Israel', meaning: 'Israel and the territories it holds.' },
  yemen: { label: 'Yemen', meaning: 'Yemen and its coast.' },
  iran: { label: 'Iran', meaning: 'Iran.' },
  other: { label: 'Elsewhere', meaning: 'Anywhere else, capitals included.' },
} as const satisfies Terms

export const FRONTS = {
  'iraq-syria-jordan': { label: 'Iraq, Syria, Jordan', meaning: 'Land theatres iraq, syria and jordan.' },
  sea: { label: 'At sea', meaning: 'All sea theatres.' },
  israel: { label: 'Israel', meaning: 'Theatre israel.' },
  yemen: { label: 'Yemen', meaning: 'Theatre yemen.' },
  other: { label: 'Elsewhere', meaning: 'Theatres iran and other.' },
} as const satisfies Terms

export const PRECISIONS_OF_DATE = {
  hour: { label: 'to the hour', meaning: 'The hour is known and stands in timeNote.' },
  day: { label: 'to the day', meaning: 'The local calendar day is known.' },
  range: { label: 'between two days', meaning: 'Only a first and a last possible day are known.' },
  month: { label: 'to the month', meaning: 'Only the month is known.' },
} as const satisfies Terms

export const PRECISIONS_OF_PLACE = {
  site: { label: 'site', meaning: 'A base, port, airport or other single site.' },
  town: { label: 'town', meaning: 'A town or city, not where in it.' },
  area: { label: 'area', meaning: 'A province, coast, sea or other area: never drawn as a point.' },
  country: { label: 'country', meaning: 'Only the country: never drawn as a point.' },
  unknown: { label: 'not published', meaning: 'No place was published.' },
} as const satisfies Terms

export const ATTRIBUTIONS = {
  claimed: { label: 'claimed', meaning: 'The attacker says it did it.' },
  attributed: { label: 'attributed', meaning: 'Somebody else names the attacker.' },
  suspected: { label: 'suspected', meaning: 'Somebody else suspects the attacker.' },
  none: { label: 'nobody named', meaning: 'No source names an attacker.' },
} as const satisfies Terms

export const TARGET_TYPES = {
  base: { label: 'Military base', meaning: 'A base that hosts US, coalition or other troops.' },
  'merchant-vessel': { label: 'Merchant ship', meaning: 'A civilian ship.' },
  warship: { label: 'Warship', meaning: 'A naval ship.' },
  city: { label: 'City or populated area', meaning: 'A city, town or region, no single site named.' },
  airport: { label: 'Airport', meaning: 'A civilian airport.' },
  infrastructure: { label: 'Infrastructure', meaning: 'Ports, power, fuel, gas and telecommunications.' },
  'launch-site': { label: 'Launch site or weapon', meaning: 'Launchers, missiles, drones and radars before use.' },
  'militia-site': { label: "Armed group's site", meaning: 'Depots, headquarters and other sites of an armed group.' },
  aircraft: { label: 'Aircraft', meaning: 'Crewed or uncrewed aircraft.' },
  diplomatic: { label: 'Diplomatic site', meaning: 'Embassies and their grounds.' },
  other: { label: 'Other', meaning: 'Anything else.' },
} as const satisfies Terms

export const WEAPONS = {
  'one-way-drone': { label: 'One-way drone', meaning: 'An uncrewed aircraft made to crash into its target.' },
  rocket: { label: 'Rocket or mortar', meaning: 'Unguided rockets and mortar rounds.' },
  'ballistic-missile': { label: 'Ballistic missile', meaning: 'Surface-to-surface ballistic missiles.' },
  'cruise-missile': { label: 'Cruise missile', meaning: 'Land-attack cruise missiles.' },
  'anti-ship-missile': { label: 'Anti-ship missile', meaning: 'Ballistic or cruise missiles fired at ships.' },
  'surface-to-air-missile': { label: 'Surface-to-air missile', meaning: 'Missiles fired at aircraft.' },
  usv: { label: 'Drone boat', meaning: 'An uncrewed surface vessel with explosives.' },
  'small-boat': { label: 'Small boats', meaning: 'Crewed small boats.' },
  mine: { label: 'Mine', meaning: 'A naval mine or improvised explosive.' },
  'helicopter-boarding': { label: 'Helicopter boarding', meaning: 'Fighters landed on a ship from a helicopter.' },
  airstrike: { label: 'Air strike', meaning: 'Aircraft, ship-launched missiles or drones of a state.' },
  unknown: { label: 'Not named', meaning: 'No source names the weapon.' },
} as const satisfies Terms

export const OUTCOMES = {
  hit: { label: 'Hit', meaning: 'Something was struck, the intended target or another.' },
  intercepted: { label: 'Intercepted', meaning: 'Everything launched was stopped, so far as is known.' },
  missed: { label: 'Missed', meaning: 'It landed without hitting its target.' },
  failed: { label: 'Failed', meaning: 'It fell short, misfired or was found unfired.' },
  sunk: { label: 'Sunk', meaning: 'A ship that sank.' },
  seized: { label: 'Seized', meaning: 'A ship that was taken.' },
  unknown: { label: 'Not known', meaning: 'No source says what became of it.' },
} as const satisfies Terms

export const STANCES = {
  confirms: { label: 'confirms', meaning: 'Says that it happened, as its own statement.' },
  reports: { label: 'reports', meaning: 'Passes on that it happened, without making the statement its own.' },
  claims: { label: 'claims', meaning: 'Says that its own side did it.' },
  denies: { label: 'denies', meaning: 'Says that it, or a part of it, is not so: see `of`.' },
  unaware: { label: 'is not aware of it', meaning: 'Has no reports, is not aware, cannot comment. Not a denial.' },
} as const satisfies Terms

export const DENIALS = {
  event: { label: 'the event', meaning: 'Denies that it happened.' },
  involvement: { label: 'involvement', meaning: 'Denies having done it, ordered it or backed it.' },
  detail: { label: 'a detail', meaning: 'Denies a part: that it hit, a number, a target.' },
} as const satisfies Terms

export const BASES = {
  'own-knowledge': { label: 'own knowledge', meaning: 'Speaks of its own forces, ship, ground or sources.' },
  'on-the-spot': { label: 'on the spot', meaning: 'Reporters or staff saw or heard it.' },
  relays: { label: 'relays another', meaning: "Passes on another's words." },
  unknown: { label: 'not stated', meaning: 'It does not say how it knows. Counts as relaying.' },
} as const satisfies Terms

export const VIAS = {
  original: { label: 'original', meaning: "The publisher's own page." },
  syndicated: { label: 'syndicated', meaning: "An agency's text on a subscriber's page." },
  mirror: { label: 'mirror', meaning: "A copy of a publisher's page on another or a staging host." },
  aggregator: { label: 'aggregator', meaning: 'A site that collects or rewrites others.' },
  encyclopaedia: { label: 'encyclopaedia', meaning: 'Wikipedia and the like.' },
  unknown: { label: 'not known', meaning: 'How the page came by the text is not known.' },
} as const satisfies Terms

export const EVIDENCE = {
  confirmed: {
    label: 'Confirmed',
    meaning:
      "A state body, local civil authority, ship's operator or maritime security body not on the attacker's side says so; or a state acknowledges its own strike.",
  },
  reported: {
    label: 'Reported',
    meaning: 'An independent monitor or reporters on the spot say so; nobody in a position to confirm does.',
  },
  claimed: { label: 'Claimed', meaning: "One belligerent's side alone says so, or it is only relayed." },
  disputed: {
    label: 'Disputed',
    meaning: 'Not confirmed, and a party in a position to confirm denies that it happened.',
  },
} as const satisfies Terms

export const SIDES = {
  'iran-aligned': { label: 'Iran-aligned', meaning: 'Armed groups aligned with Iran, their authorities and media.' },
  iran: { label: 'Iran', meaning: 'The Islamic Republic and its forces.' },
  'us-coalition': { label: 'US, UK, coalition', meaning: 'The United States, its coalition and partner navies.' },
  israel: { label: 'Israel', meaning: 'Israel.' },
  iraq: { label: 'Iraq', meaning: 'The government of Iraq, the Kurdistan Region and their forces.' },
  'yemen-government': {
    label: "Yemen's recognised government",
    meaning: 'The internationally recognised government of Yemen and forces allied with it.',
  },
  other: { label: 'Other', meaning: 'States and bodies on neither side.' },
  none: { label: 'None', meaning: 'Speaks for no side.' },
} as const satisfies Terms

/** Who acted, as colour: the six hues of every chart. */
export const COLOURS = {
  'iraqi-factions': {
    label: 'Iraqi factions',
    meaning: 'Iraqi groups and their umbrella; also attacks in Iraq or Syria by Iran-backed groups without a name.',
  },
  houthis: { label: 'Houthis', meaning: 'Ansar Allah, its forces and authorities.' },
  'us-uk-coalition': {
    label: 'US, UK, coalition',
    meaning: 'The United States, the United Kingdom and partner forces.',
  },
  israel: { label: 'Israel', meaning: 'Israel.' },
  iran: { label: 'Iran', meaning: 'Iran and its forces.' },
  other: { label: 'Other or not attributed', meaning: 'Anybody else, or nobody named.' },
} as const satisfies Terms

export const ACTOR_KINDS = {
  state: { label: 'State', meaning: 'A state.' },
  command: { label: 'Command', meaning: 'A military command or branch of a state.' },
  'armed-group': { label: 'Armed group', meaning: 'An armed movement or faction.' },
  umbrella: { label: 'Umbrella', meaning: 'A shared name or coalition of groups.' },
  facade: { label: 'Facade', meaning: 'A name under which another group is said to act.' },
  coalition: { label: 'Coalition', meaning: 'A military coalition or naval mission of states.' },
  'political-bloc': { label: 'Political bloc', meaning: 'An alliance of parties.' },
  'regional-government': { label: 'Regional government', meaning: 'The government of a region.' },
  other: { label: 'Other', meaning: 'Anything else.' },
} as const satisfies Terms

export const LAYERS = {
  state: { label: 'State', meaning: 'Row of states.' },
  command: { label: 'Command', meaning: 'Row of commands.' },
  umbrella: { label: 'Umbrella', meaning: 'Row of umbrellas.' },
  group: { label: 'Group', meaning: 'Row of groups.' },
  facade: { label: 'Facade', meaning: 'Row of facades.' },
  target: { label: 'Target', meaning: 'Row of those attacked.' },
} as const satisfies Terms

export const CONFIDENCES = {
  documented: { label: 'documented', meaning: 'Shown by documents, designations or the parties themselves.' },
  'widely-reported': { label: 'widely reported', meaning: 'Several independent sources say so.' },
  alleged: { label: 'alleged', meaning: 'One side or a few sources say so.' },
  denied: { label: 'denied', meaning: 'Said by some and denied by the party concerned.' },
} as const satisfies Terms

/** What a party is, for the evidence rule: only the first four may confirm. */
export const POSITIONS = {
  'state-body': { label: 'State body', meaning: 'A government, ministry, military or its officials, named or not.' },
  'local-authority': { label: 'Local authority', meaning: 'A local or regional civil authority.' },
  'ship-operator': { label: "Ship's operator", meaning: 'Owner, manager or operator of a ship.' },
  'maritime-security': { label: 'Maritime security body', meaning: 'UKMTO, JMIC, Ambrey and the like.' },
  'armed-group': { label: 'Armed group', meaning: 'An armed movement and the authorities it runs. It never confirms.' },
  'armed-group-media': { label: "Armed group's media", meaning: 'Media of an armed movement. It never confirms.' },
  monitor: { label: 'Monitor', meaning: 'An independent monitor or data project.' },
  press: { label: 'Press', meaning: 'Press, agencies and broadcasters.' },
  unnamed: { label: 'Unnamed source', meaning: 'A source whose body is not named.' },
  other: { label: 'Other', meaning: 'Anybody else.' },
} as const satisfies Terms

/** What the point of a place stands for. */
export const PRECISIONS_OF_POINT = {
  exact: { label: 'exact', meaning: 'The site itself.' },
  town: { label: 'town', meaning: 'The middle of a town, or a site not nearer known than its town.' },
  area: { label: 'area', meaning: 'A point that stands for an area: never drawn as a place.' },
  country: { label: 'country', meaning: 'A point that stands for a country: never drawn as a place.' },
} as const satisfies Terms

/** What of ours is counted beside a tally. */
export const UNITS_OF_COUNT = {
  attacks: { label: 'Attacks', meaning: 'Attacks, interceptions and seizures.' },
  vessels: { label: 'Ships', meaning: 'Distinct merchant ships attacked.' },
  shootdowns: { label: 'Shootdowns', meaning: 'Aircraft shot down or said to be.' },
  munitions: { label: 'Munitions', meaning: 'Single weapons launched or stopped.' },
  strikes: { label: 'Strikes', meaning: 'Strikes and retaliation.' },
  killed: { label: 'People killed', meaning: 'People killed, as counted on the records.' },
} as const satisfies Terms

/** How a figure of a tally is worded. */
export const QUALIFIERS = {
  exact: { label: '', meaning: 'The figure itself.' },
  'at-least': { label: 'at least', meaning: 'The figure or more.' },
  'more-than': { label: 'more than', meaning: 'More than the figure.' },
  about: { label: 'about', meaning: 'About the figure.' },
} as const satisfies Terms

export type Kind = keyof typeof KINDS
export type Theatre = keyof typeof THEATRES
export type Front = keyof typeof FRONTS
export type PlacePrecision = keyof typeof PRECISIONS_OF_PLACE
export type DatePrecision = keyof typeof PRECISIONS_OF_DATE
export type Attribution = keyof typeof ATTRIBUTIONS
export type TargetType = keyof typeof TARGET_TYPES
export type Weapon = keyof typeof WEAPONS
export type Outcome = keyof typeof OUTCOMES
export type Stance = keyof typeof STANCES
export type Denial = keyof typeof DENIALS
export type Basis = keyof typeof BASES
export type Via = keyof typeof VIAS
export type EvidenceLevel = keyof typeof EVIDENCE
export type Side = keyof typeof SIDES
export type Colour = keyof typeof COLOURS
export type ActorKind = keyof typeof ACTOR_KINDS
export type Layer = keyof typeof LAYERS
export type Confidence = keyof typeof CONFIDENCES
export type Position = keyof typeof POSITIONS

/** The keys of a vocabulary, in its written order, typed. */
export function keysOf<T extends Terms>(terms: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(terms) as [keyof T & string, ...(keyof T & string)[]]
}

/** Evidence levels from strongest to weakest: the order of every stack, legend and table. */
export const EVIDENCE_ORDER = keysOf(EVIDENCE)

/** Fronts in reading order. */
export const FRONT_ORDER = keysOf(FRONTS)

/** The front that a theatre belongs to. */
export function frontOf(theatre: Theatre): Front {
  switch (theatre) {
    case 'iraq':
    case 'syria':
    case 'jordan':
      return 'iraq-syria-jordan'
    case 'israel':
    case 'yemen':
      return theatre
    case 'iran':
    case 'other':
      return 'other'
    default:
      return 'sea'
  }
}
