import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { currentDataset } from '../dataset/current.ts'
import { placesInUse } from '../dataset/connections.ts'
import { currentRoster, scenesOf, STORIES } from '../story/stories.ts'
import { pictures } from '../pictures.ts'
import { actorCard, composeActorCard, composePlaceCard, composeStoryCard, placeCard, storyCard } from './share-card.ts'

const dataset = currentDataset()

/** Every number that a drawing says before one of the words of evidence. */
const counted = (svg: string): number[] =>
  [...svg.matchAll(/([\d,]+) (?:confirmed|reported|claimed|disputed)/g)].map(([, number]) =>
    Number((number ?? '').replaceAll(',', '')),
  )
const literal = (svg: string) => expect(svg).not.toContain('var(--')

test('every story, actor and used place has its card, and nothing else has one', () => {
  const cards = [...pictures().keys()].filter((path) => path.startsWith('/cards/'))
  expect(cards.sort()).toEqual(
    [
      ...STORIES.map(({ slug }) => storyCard(slug)),
      ...[...dataset.actors.keys()].map(actorCard),
      ...placesInUse(dataset).map(placeCard),
    ].sort(),
  )
})

test('the numbers on an actor’s card add up to its records', () => {
  for (const actor of dataset.actors.values()) {
    const by = dataset.incidents.filter((incident) => incident.attackers.includes(actor.id)).length
    const against = dataset.incidents.filter((incident) => incident.target.actors.includes(actor.id)).length
    const svg = composeActorCard(actor, dataset)
    const sentence = /<desc>(.*?)<\/desc>/.exec(svg)?.[1] ?? ''
    expect(counted(sentence).reduce((sum, each) => sum + each, 0)).toBe(by > 0 ? by : against)
    literal(svg)
  }
})

test('a place’s card names it in its own script too, and stands within its frame', () => {
  const place = dataset.places.get('ain-al-asad')
  if (place === undefined) throw new Error('no such place')
  const svg = composePlaceCard(place, dataset)
  expect(svg).toContain(place.name)
  expect(svg).toContain(place.nameAr)
  expect(svg).toContain('viewBox="0 0 1200 630"')
  literal(svg)
})

test('a story’s card draws the marks of its opening', () => {
  const [story] = STORIES
  if (story === undefined) throw new Error('no story')
  const [scene] = scenesOf(story, 'desktop')
  if (scene === undefined) throw new Error('no scene')
  const svg = composeStoryCard(story, scene, currentRoster(), dataset)
  expect((svg.match(/h0/g) ?? []).length).toBeGreaterThan(1000)
  literal(svg)
})

test('no name is too long for its card', () => {
  const [place] = [...dataset.places.values()]
  if (place === undefined) throw new Error('no place')
  const svg = composePlaceCard(
    { ...place, name: 'A name of sixty letters that somebody gave a place one day, ok' },
    dataset,
  )
  expect(svg).toContain('A name of sixty')
})

test('pages name cards by the same addresses', () => {
  for (const page of ['actors/[id].astro', 'places/[id].astro', 'incidents/[id].astro'])
    expect(readFileSync(`src/pages/${page}`, 'utf8')).toMatch(/image=\{.*(actor|place)Card\(/)
})
