import { describe, expect, it } from 'vitest'
import { currentDataset } from '../dataset/current.ts'
import { queryOfParams } from '../dataset/address.ts'
import { select } from '../dataset/query.ts'
import { joined, linksOf } from './explore.ts'
import { FULL } from './scene.ts'
import { currentRoster, scenesOf, STORIES } from './stories.ts'
import { SIZE_NAMES } from './size.ts'

const dataset = currentDataset()
const roster = currentRoster()

describe('the links of a scene into Explore', () => {
  it.each(STORIES.flatMap((story) => SIZE_NAMES.map((size) => [story.slug, size, story] as const)))(
    '%s, %s: find exactly the marks at full strength, each once',
    (_, size, story) => {
      for (const scene of scenesOf(story, size)) {
        const found = linksOf(scene, roster, dataset).flatMap(([, path]) =>
          select(dataset, queryOfParams(new URL(path, 'http://localhost').searchParams)).map(({ id }) => id),
        )
        const wanted = roster.filter((_, i) => scene.state[i] === FULL).map(({ id }) => id)
        expect(found.sort(), scene.spec.id).toEqual(wanted.sort())
      }
    },
  )

  it('are one, or one a row with its label', () => {
    for (const story of STORIES)
      for (const scene of scenesOf(story, 'phone')) {
        const labels = linksOf(scene, roster, dataset).map(([label]) => label)
        if (labels.length === 1) expect(labels).toEqual([''])
        else expect(labels).not.toContain('')
      }
  })

  it('join two queries by narrowing both', () => {
    expect(
      joined(
        { from: '2024-01-01', kinds: ['attack', 'strike'] },
        { from: '2023-12-01', to: '2024-02-01', kinds: ['strike'] },
      ),
    ).toEqual({ from: '2024-01-01', to: '2024-02-01', kinds: ['strike'] })
  })
})
