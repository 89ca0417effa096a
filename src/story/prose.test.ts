import { describe, expect, it } from 'vitest'
import { bareFigures, plainOf, sourceOf, stepsOf, wordsOf } from './prose.ts'
import { STORIES } from './stories.ts'

describe('the check of prose', () => {
  it('finds figures that should be queries, and lets components and names pass', () => {
    expect(bareFigures('By then <Count attacks to="2023-11-07" /> attacks, an MQ-9 and two drones.')).toEqual([])
    expect(bareFigures('By then 40 attacks.')).toEqual(['40'])
    expect(bareFigures('In 2023 about forty ships, 1,300 raids.')).toEqual(['2023', 'forty', '1,300'])
    expect(bareFigures('<Day date="2024-01-28" /> at <Name place="tower-22" />, {/* 99 */}')).toEqual([])
  })

  it('counts the words a reader reads', () => {
    expect(wordsOf('<Step scene="a">\n\nBy then <Count attacks /> attacks.\n\n</Step>')).toBe(4)
    expect(plainOf('<Share part={{ a: ["b"] }} whole={{}} /> of them')).toBe(' ¤  of them')
  })
})

describe.each(STORIES.map((story) => [story.slug, story] as const))('%s', (slug, story) => {
  const source = sourceOf(slug)
  const steps = stepsOf(source)

  it('holds no bare figure', () => {
    expect(bareFigures(source)).toEqual([])
  })

  it('has a step for every scene but the cover, in order', () => {
    expect(steps.map((step) => step.scene)).toEqual(story.scenes.slice(1).map((scene) => scene.id))
  })

  it('keeps each step within sixty words', () => {
    for (const step of steps) expect(wordsOf(step.text), `${step.scene}: ${step.text}`).toBeLessThanOrEqual(60)
  })

  it('has its chapters, in order', () => {
    expect([...source.matchAll(/<Chapter id="([^"]+)"/g)].map(([, id]) => id)).toEqual(
      story.chapters.map(({ id }) => id),
    )
  })
})

it('the main story has at least fourteen steps', () => {
  expect(STORIES[0]?.scenes.length).toBeGreaterThanOrEqual(15)
})
