/** The scenes of the first three weeks. Its words stand in message-to-tehran.mdx. */
import type { Query } from '../../dataset/query.ts'
import type { LayoutSpec } from '../layout.ts'
import type { Story } from '../stories.ts'

const WEEKS = { kind: 'timeline', from: '2023-10-17', to: '2023-11-08' } as const satisfies LayoutSpec
const TO: Query = { to: '2023-11-08' }
const US_FORCES: Query = { ...TO, attacks: true, fronts: ['iraq-syria-jordan'], targetSides: ['us-coalition'] }
const DAYS = { kind: 'timeline', from: '2023-11-03', to: '2023-11-08' } as const satisfies LayoutSpec

const LEVELS = {
  kind: 'bands',
  groups: [
    { label: 'Confirmed', query: { evidence: ['confirmed'] } },
    { label: 'Reported', query: { evidence: ['reported'] } },
    { label: 'Claimed or relayed', query: { evidence: ['claimed'] } },
  ],
} as const satisfies LayoutSpec

export const MESSAGE_TO_TEHRAN: Story = {
  slug: 'message-to-tehran',
  path: '/stories/message-to-tehran/',
  title: 'A message to Tehran',
  deck: 'The first three weeks: a US secretary of state in Baghdad, an Iraqi prime minister in Tehran, and two attacks on Erbil within a day of his journey.',
  chapters: [
    { id: 'three-weeks', title: 'Three weeks' },
    { id: 'two-journeys', title: 'Two journeys' },
    { id: 'erbil-twice', title: 'Erbil, twice' },
    { id: 'not-confirmed', title: 'What was not confirmed' },
    { id: 'forty', title: 'Three counts' },
  ],
  scenes: [
    { id: 'tehran-cover', title: 'The first three weeks, by day', layout: WEEKS, show: TO },
    {
      id: 'tehran-first-week',
      title: 'The first week',
      layout: WEEKS,
      show: { to: '2023-10-24' },
      focus: { ...US_FORCES, to: '2023-10-24' },
      notes: [{ at: '2023-10-19-al-tanf-1', text: 'Al-Tanf, 19 Oct.' }],
    },
    {
      id: 'tehran-bases',
      title: 'Where, to 8 November 2023',
      layout: { kind: 'map', map: 'iraq-syria' },
      show: TO,
      focus: US_FORCES,
    },
    {
      id: 'tehran-answer',
      title: 'The first US strike in answer',
      layout: WEEKS,
      show: { to: '2023-11-04' },
      focus: { ids: ['2023-10-27-albu-kamal-1'] },
      notes: [{ at: '2023-10-27-albu-kamal-1', text: 'F-16s near Abu Kamal' }],
    },
    {
      id: 'tehran-blinken',
      title: '5 November 2023, Blinken in Baghdad',
      layout: DAYS,
      show: { to: '2023-11-05' },
      notes: [{ at: '2023-11-05-ain-al-asad-1', text: 'Three attacks on Ain al-Asad' }],
    },
    {
      id: 'tehran-sudani',
      title: '6 November 2023, Sudani in Tehran',
      layout: DAYS,
      show: { to: '2023-11-06' },
      notes: [{ at: '2023-11-06-erbil-air-base-1', text: 'Erbil, by a claim' }],
    },
    {
      id: 'tehran-erbil',
      title: '7 November 2023, Erbil twice',
      layout: DAYS,
      show: { to: '2023-11-07' },
      focus: { ids: ['2023-11-07-erbil-air-base-1', '2023-11-07-erbil-air-base-2'] },
      notes: [
        { at: '2023-11-07-erbil-air-base-1', text: 'About four in the morning' },
        { at: '2023-11-07-erbil-air-base-2', text: 'Later that morning' },
      ],
    },
    {
      id: 'tehran-claims',
      title: '7 November 2023, two claims',
      layout: DAYS,
      show: { to: '2023-11-07' },
      focus: { ids: ['2023-11-07-harir-1', '2023-11-07-green-village-1'] },
      notes: [
        { at: '2023-11-07-harir-1', text: 'Al-Harir' },
        { at: '2023-11-07-green-village-1', text: 'Green Village' },
      ],
    },
    { id: 'tehran-word', title: 'Three weeks by how they are known', layout: LEVELS, show: US_FORCES },
    {
      id: 'tehran-forty',
      title: 'Three weeks, to 7 November 2023',
      layout: WEEKS,
      show: { to: '2023-11-07' },
      focus: { ...US_FORCES, to: '2023-11-07' },
    },
    {
      id: 'tehran-after',
      title: '8 November 2023',
      layout: WEEKS,
      show: TO,
      notes: [
        { at: '2023-11-08-deir-ez-zor-1', text: 'Second US strike' },
        { at: '2023-11-08-off-yemen-1', text: 'MQ-9 off Yemen' },
      ],
    },
  ],
}
