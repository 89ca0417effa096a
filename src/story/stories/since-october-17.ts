/** The scenes of the main story. Its words stand in since-october-17.mdx. */
import type { Query } from '../../dataset/query.ts'
import type { Group, LayoutSpec } from '../layout.ts'
import type { Story } from '../stories.ts'

const WHOLE = { kind: 'timeline', from: '2023-10-17', to: '2025-12-31' } as const satisfies LayoutSpec
const WEEKS = { kind: 'timeline', from: '2023-10-17', to: '2023-11-08' } as const satisfies LayoutSpec

const US_FORCES: Query = { attacks: true, fronts: ['iraq-syria-jordan'], targetSides: ['us-coalition'] }
const ANSWERS: Query = { kinds: ['strike', 'retaliation'], fronts: ['iraq-syria-jordan'], colours: ['us-uk-coalition'] }
const WINTER = {
  kind: 'timeline',
  from: '2023-10-17',
  to: '2024-04-30',
  lanes: [
    { label: 'Attacks on US and coalition forces', query: US_FORCES },
    { label: 'US strikes in Iraq and Syria', query: ANSWERS },
  ],
} as const satisfies LayoutSpec

const SEA: Query = { attacks: true, fronts: ['sea'] }
const ISRAEL: Query = { attacks: true, fronts: ['israel'] }

const SPRING = {
  kind: 'timeline',
  from: '2025-03-10',
  to: '2025-05-12',
  lanes: [
    { label: 'Houthi attacks on Israel', query: { attacks: true, fronts: ['israel'], colours: ['houthis'] } },
    {
      label: 'At ships and aircraft',
      query: [
        { attacks: true, fronts: ['sea'] },
        { kinds: ['shootdown'], colours: ['houthis'] },
      ],
    },
    { label: 'Strikes on Yemen', query: { kinds: ['strike', 'retaliation'], fronts: ['yemen'] } },
  ],
} as const satisfies LayoutSpec

const NAMES: readonly Group[] = [
  { label: 'Houthis', query: { attacks: true, actors: ['ansar-allah-houthis'] } },
  { label: 'Islamic Resistance in Iraq', query: { attacks: true, actors: ['islamic-resistance-in-iraq'] } },
  {
    label: 'Other named Iraqi groups',
    query: { attacks: true, colours: ['iraqi-factions'], attribution: ['claimed'] },
  },
  { label: 'Iran-aligned, no group named', query: { attacks: true, colours: ['iraqi-factions'] } },
  { label: 'Nobody named', query: { attacks: true } },
]

const LEVELS: readonly Group[] = [
  { label: 'Confirmed', query: { evidence: ['confirmed'] } },
  { label: 'Reported', query: { evidence: ['reported'] } },
  { label: 'Claimed', query: { evidence: ['claimed'] } },
  { label: 'Disputed', query: { evidence: ['disputed'] } },
]

const ENDS: readonly Group[] = [
  { label: 'Stopped', query: { outcomes: ['intercepted'] } },
  { label: 'Missed or failed', query: { outcomes: ['missed', 'failed'] } },
  { label: 'Hit', query: { outcomes: ['hit'] } },
  { label: 'Not known', query: { outcomes: ['unknown', 'none'] } },
]

export const SINCE_OCTOBER_17: Story = {
  slug: 'since-october-17',
  path: '/',
  title: 'Since October 17',
  deck: 'It began with two drones before dawn at a base in Iraq. What groups aligned with Iran have done since, and the strikes that answered, stand here mark by mark. Touch one: it says who confirms it, who only claims it, who denies it.',
  chapters: [
    { id: 'night', title: 'One night, two dates' },
    { id: 'count', title: 'The count climbs' },
    { id: 'names', title: 'Who fires, and under what names' },
    { id: 'where', title: 'Where' },
    { id: 'word', title: 'Whose word' },
    { id: 'answer', title: 'The answer, and the lull' },
    { id: 'sea', title: 'The second front' },
    { id: 'israel', title: 'Towards Israel' },
    { id: 'spring', title: 'The campaign of spring' },
    { id: 'unknown', title: 'What nobody knows' },
  ],
  scenes: [
    { id: 'cover', title: 'Every record, by day', layout: WHOLE },
    {
      id: 'first-night',
      title: 'The first attack on US forces, 18 October 2023 in Iraq',
      layout: WEEKS,
      show: { ids: ['2023-10-18-ain-al-asad-1'] },
      notes: [{ at: '2023-10-18-ain-al-asad-1', text: 'Ain al-Asad, before dawn' }],
    },
    {
      id: 'first-days',
      title: 'The first ten days',
      layout: WEEKS,
      show: { to: '2023-10-26' },
      notes: [
        { at: '2023-10-19-al-tanf-1', text: 'Al-Tanf' },
        { at: '2023-10-19-northern-red-sea-1', text: 'USS Carney, Red Sea' },
        { at: '2023-10-26-erbil-air-base-1', text: 'Erbil: a drone that did not explode' },
      ],
    },
    {
      id: 'at-least-40',
      title: 'Three weeks, to 7 November 2023',
      layout: WEEKS,
      show: { to: '2023-11-07' },
      focus: { to: '2023-11-07', targetSides: ['us-coalition'], attacks: true, fronts: ['iraq-syria-jordan'] },
    },
    {
      id: 'winter-count',
      title: 'Attacks on US and coalition forces to the end of January 2024',
      layout: WHOLE,
      focus: { ...US_FORCES, to: '2024-01-29' },
    },
    {
      id: 'names',
      title: 'Attacks by the name they were made under',
      layout: { kind: 'bands', groups: NAMES },
      show: { attacks: true },
    },
    {
      id: 'umbrella',
      title: 'Attacks in the name of the Islamic Resistance in Iraq',
      layout: { kind: 'bands', groups: NAMES },
      show: { attacks: true },
      focus: { attacks: true, colours: ['iraqi-factions'] },
    },
    { id: 'region', title: 'Where: the region', layout: { kind: 'map', map: 'region' } },
    {
      id: 'bases',
      title: 'Where: Iraq and Syria',
      layout: { kind: 'map', map: 'iraq-syria' },
      focus: US_FORCES,
    },
    { id: 'evidence', title: 'Every record by how it is known', layout: { kind: 'bands', groups: LEVELS } },
    {
      id: 'claims',
      title: 'What is known from one side alone',
      layout: { kind: 'bands', groups: LEVELS },
      focus: { evidence: ['claimed', 'disputed'] },
    },
    {
      id: 'first-answer',
      title: 'Attacks and answers to the end of 2023',
      layout: WINTER,
      show: { to: '2023-12-31' },
      notes: [{ at: '2023-12-25-erbil-air-base-1', text: 'Erbil, 25 Dec.' }],
    },
    {
      id: 'tower-22',
      title: 'Tower 22, 28 January 2024',
      layout: WINTER,
      show: { to: '2024-02-01' },
      focus: { ids: ['2024-01-28-tower-22-1'] },
      notes: [{ at: '2024-01-28-tower-22-1', text: 'Tower 22, Jordan' }],
    },
    {
      id: 'second-february',
      title: 'The strikes of 2 February 2024',
      layout: WINTER,
      show: { to: '2024-02-07' },
      focus: { ids: ['2024-02-02-al-qaim-1', '2024-02-02-albu-kamal-1', '2024-02-07-baghdad-1'] },
      notes: [
        { at: '2024-02-02-al-qaim-1', text: 'Night of 2 Feb.' },
        { at: '2024-02-07-baghdad-1', text: 'Baghdad, 7 Feb.' },
      ],
    },
    { id: 'lull', title: 'The lull', layout: WINTER },
    {
      id: 'galaxy-leader',
      title: 'Attacks at sea, by day',
      layout: WHOLE,
      focus: SEA,
      notes: [{ at: '2023-11-19-galaxy-leader-1', text: 'Galaxy Leader, seized' }],
    },
    {
      id: 'ships',
      title: 'Attacks at sea, on the map',
      layout: { kind: 'map', map: 'red-sea' },
      focus: SEA,
      notes: [
        { at: '2023-11-19-galaxy-leader-1', text: 'Galaxy Leader' },
        { at: '2024-02-18-rubymar-1', text: 'Rubymar' },
        { at: '2024-03-06-true-confidence-1', text: 'True Confidence' },
        { at: '2024-06-12-tutor-1', text: 'Tutor' },
      ],
    },
    {
      id: 'july-2025',
      title: 'Magic Seas and Eternity C, July 2025',
      layout: { kind: 'map', map: 'red-sea' },
      focus: { outcomes: ['sunk'], kinds: ['attack'] },
      notes: [
        { at: '2025-07-06-magic-seas-1', text: 'Magic Seas' },
        { at: '2025-07-07-eternity-c-1', text: 'Eternity C' },
      ],
    },
    {
      id: 'to-israel',
      title: 'Attacks on Israel, by day',
      layout: WHOLE,
      focus: ISRAEL,
      notes: [
        { at: '2024-07-19-tel-aviv-1', text: 'Tel Aviv' },
        { at: '2024-10-03-golan-heights-1', text: 'Golan' },
        { at: '2025-05-04-ben-gurion-1', text: 'Ben Gurion' },
      ],
    },
    {
      id: 'what-became',
      title: 'Attacks on Israel by what became of them',
      layout: { kind: 'bands', groups: ENDS },
      show: ISRAEL,
    },
    {
      id: 'spring',
      title: 'March to May 2025, by day',
      layout: SPRING,
      focus: { fronts: ['yemen'] },
    },
    {
      id: 'spring-map',
      title: 'Strikes on Yemen, March to May 2025',
      layout: { kind: 'map', map: 'yemen' },
      show: { from: '2025-03-15', to: '2025-05-06' },
    },
    {
      id: 'truce',
      title: 'The ceasefire of 6 May 2025',
      layout: SPRING,
    },
    {
      id: 'unplaced',
      title: 'What nobody placed on a map',
      layout: { kind: 'map', map: 'region' },
      focus: { evidence: ['claimed', 'disputed', 'reported'] },
    },
    { id: 'closing', title: 'Every record by how it is known', layout: { kind: 'bands', groups: LEVELS } },
  ],
}
