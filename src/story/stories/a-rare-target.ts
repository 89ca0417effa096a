/** The scenes of the campaign of spring 2025. Its words stand in a-rare-target.mdx. */
import type { Query } from '../../dataset/query.ts'
import type { LayoutSpec } from '../layout.ts'
import type { Story } from '../stories.ts'

const FROM = '2025-03-15'
const TO = '2025-05-06'
const STRIKES: Query = { kinds: ['strike', 'retaliation'], fronts: ['yemen'], from: FROM, to: TO }
const LANES = [
  { label: 'Houthi attacks on Israel', query: { attacks: true, fronts: ['israel'], colours: ['houthis'] } },
  {
    label: 'At ships and aircraft',
    query: [
      { attacks: true, fronts: ['sea'] },
      { kinds: ['shootdown'], colours: ['houthis'] },
    ],
  },
  { label: 'Strikes on Yemen', query: { kinds: ['strike', 'retaliation'], fronts: ['yemen'] } },
] as const
const SPRING = { kind: 'timeline', from: '2025-03-10', to: '2025-05-12', lanes: LANES } as const satisfies LayoutSpec
const AFTER = { kind: 'timeline', from: '2025-03-01', to: '2025-12-31', lanes: LANES } as const satisfies LayoutSpec

const WORDS = {
  kind: 'bands',
  groups: [
    { label: 'Confirmed', query: { evidence: ['confirmed'] } },
    { label: 'Reported by monitors', query: { evidence: ['reported'] } },
    { label: 'The side struck alone, or relayed', query: { evidence: ['claimed', 'disputed'] } },
  ],
} as const satisfies LayoutSpec

export const A_RARE_TARGET: Story = {
  slug: 'a-rare-target',
  path: '/stories/a-rare-target/',
  title: 'A rare target',
  deck: 'March to May 2025: an American campaign against the Houthis, told mostly by those it struck, and a missile that reached the north of Israel.',
  chapters: [
    { id: 'opening', title: 'The campaign opens' },
    { id: 'struck', title: 'What was struck' },
    { id: 'reapers', title: 'The drones that fell' },
    { id: 'haifa', title: 'Towards Haifa' },
    { id: 'oman', title: 'Through Oman' },
  ],
  scenes: [
    { id: 'rare-cover', title: 'March to May 2025, by day', layout: SPRING },
    {
      id: 'rare-opening',
      title: 'The first night, 15 March 2025',
      layout: SPRING,
      show: { to: '2025-03-19' },
      notes: [{ at: '2025-03-18-nevatim-1', text: 'A missile at Israel again' }],
    },
    { id: 'rare-strikes', title: 'Strikes on Yemen, by day', layout: SPRING, focus: STRIKES },
    { id: 'rare-word', title: 'Strikes by whose word it is', layout: WORDS, show: STRIKES },
    {
      id: 'rare-map',
      title: 'Strikes on Yemen on the map',
      layout: { kind: 'map', map: 'yemen' },
      show: { from: FROM, to: TO },
    },
    {
      id: 'rare-23-april',
      title: 'Strikes reported on 23 April 2025',
      layout: { kind: 'map', map: 'yemen' },
      show: { from: FROM, to: TO },
      focus: { ids: ['2025-04-23-gov-ye-al-hudaydah-1', '2025-04-23-gov-ye-marib-1', '2025-04-23-gov-ye-saada-1'] },
    },
    {
      id: 'rare-deadliest',
      title: 'Ras Isa and Saada, April 2025',
      layout: SPRING,
      focus: { ids: ['2025-04-17-ras-isa-1', '2025-04-28-saada-1'] },
      notes: [
        { at: '2025-04-17-ras-isa-1', text: 'Ras Isa' },
        { at: '2025-04-28-saada-1', text: 'Saada' },
      ],
    },
    {
      id: 'rare-reapers',
      title: 'MQ-9 drones, by day',
      layout: SPRING,
      focus: { kinds: ['shootdown'] },
      notes: [{ at: '2025-04-22-gov-ye-hajjah-1', text: 'Hajjah, 22 April' }],
    },
    {
      id: 'rare-haifa',
      title: 'The missile towards Haifa, 23 April 2025',
      layout: SPRING,
      focus: { attacks: true, fronts: ['israel'] },
      notes: [{ at: '2025-04-23-haifa-1', text: 'Towards Haifa' }],
    },
    {
      id: 'rare-airport',
      title: 'Ben Gurion and Hodeidah, May 2025',
      layout: SPRING,
      focus: { ids: ['2025-05-04-ben-gurion-1', '2025-05-05-hodeidah-port-1', '2025-05-06-sanaa-airport-1'] },
      notes: [{ at: '2025-05-04-ben-gurion-1', text: 'Ben Gurion' }],
    },
    { id: 'rare-truce', title: 'The ceasefire of 6 May 2025', layout: SPRING },
    {
      id: 'rare-after',
      title: 'After, to the end of 2025',
      layout: AFTER,
      focus: { from: '2025-05-07' },
      notes: [{ at: '2025-07-07-eternity-c-1', text: 'Eternity C' }],
    },
  ],
}
