import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { overlapping } from '../charts/labels.ts'
import { currentDataset } from '../dataset/current.ts'
import { createDataset, type Contents, type Dataset } from '../dataset/dataset.ts'
import { unpackNumbers, unpackRuns } from './codec.ts'
import { sceneFile } from './file.ts'
import { pile } from './layouts/pile.ts'
import { growth, rosterOf } from './roster.ts'
import { buildScenes, FULL, HIDDEN } from './scene.ts'
import { SIZE_NAMES, SIZES } from './size.ts'
import { STORIES } from './stories.ts'

const dataset = currentDataset()
const roster = rosterOf(dataset)
const built = STORIES.flatMap((story) =>
  SIZE_NAMES.map((size) => ({
    story,
    size: SIZES[size],
    scenes: buildScenes(story.scenes, dataset, roster, SIZES[size]),
  })),
)

const contents = (set: Dataset): Contents => ({
  card: set.card,
  incidents: set.incidents,
  actors: [...set.actors.values()],
  relations: set.relations,
  places: [...set.places.values()],
  parties: [...set.parties.values()],
  tallies: { series: [...set.series.values()], points: set.points },
  borders: set.borders,
})

describe('scenes', () => {
  it('hold one mark a record that is no event', () => {
    expect(roster.length).toBe(
      dataset.incidents.filter((incident) => incident.kind !== 'event' && !incident.context).length,
    )
    for (const { scenes } of built) for (const scene of scenes) expect(scene.state.length).toBe(roster.length)
  })

  it('come out the same whatever the order of the files', () => {
    const shuffled = createDataset({ ...contents(dataset), incidents: [...dataset.incidents].reverse() })
    const story = STORIES[1]
    if (story === undefined) throw new Error('no story')
    const again = buildScenes(story.scenes, shuffled, rosterOf(shuffled), SIZES.phone)
    const first = built.find((each) => each.story === story && each.size === SIZES.phone)
    expect(JSON.stringify(again.map(({ layout, state }) => [layout.x, layout.y, state]))).toBe(
      JSON.stringify(first?.scenes.map(({ layout, state }) => [layout.x, layout.y, state])),
    )
  })

  it.each(built.map(({ story, size, scenes }) => [story.slug, size.name, scenes] as const))(
    '%s, %s: every mark that shows lies in the field, and something shows',
    (_, size, scenes) => {
      const { width, height } = SIZES[size]
      for (const scene of scenes) {
        expect(
          scene.state.some((state) => state === FULL),
          scene.spec.id,
        ).toBe(true)
        scene.state.forEach((state, i) => {
          if (state === HIDDEN) return
          const where = `${scene.spec.id} ${roster[i]?.id ?? ''}`
          expect(scene.layout.x[i], where).toBeGreaterThan(-1)
          expect(scene.layout.x[i], where).toBeLessThan(width + 1)
          expect(scene.layout.y[i], where).toBeGreaterThan(-1)
          expect(scene.layout.y[i], where).toBeLessThan(height + 1)
        })
      }
    },
  )

  it.each(built.map(({ story, size, scenes }) => [story.slug, size.name, scenes] as const))(
    '%s, %s: no label lies on another, and none is under 11 px in a window 320 px wide',
    (_, size, scenes) => {
      const scale = size === 'phone' ? 320 / SIZES.phone.width : 1
      for (const scene of scenes) {
        expect(
          overlapping(scene.labels).map(([a, b]) => `${a.text} / ${b.text}`),
          scene.spec.id,
        ).toEqual([])
        for (const label of scene.labels) expect(label.size * scale, label.text).toBeGreaterThanOrEqual(11)
      }
    },
  )

  it('survive the scene file: places to a quarter of a unit, states exactly', () => {
    for (const { scenes, size } of built) {
      const file = sceneFile(scenes, roster, size, () => [['', '/explore/']])
      scenes.forEach((scene, n) => {
        const entry = file.scenes[n]
        const layout = file.layouts[entry?.layout ?? -1]
        if (entry === undefined || layout === undefined) throw new Error(scene.spec.id)
        expect([...unpackRuns(entry.state)]).toEqual([...scene.state])
        const x = unpackNumbers(layout.x)
        scene.state.forEach((state, i) => {
          if (state !== HIDDEN) expect(Math.abs((x[i] ?? 0) - (scene.layout.x[i] ?? 0))).toBeLessThanOrEqual(0.26)
        })
      })
    }
  })

  it('have ids of their own among all stories', () => {
    const ids = STORIES.flatMap((story) => story.scenes.map((scene) => scene.id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a batch', () => {
  it('has an area that grows with the root of its number, as the key says', () => {
    for (const attacks of [1, 4, 9, 68]) expect(growth(attacks) ** 2).toBeCloseTo(Math.sqrt(attacks), 10)
    expect(readFileSync('src/components/story/Key.astro', 'utf8').replace(/\s+/g, ' ')).toContain(
      'its area grows with the square root',
    )
  })
})

describe('piles', () => {
  it.each([false, true])('never overlap, and every mark covers its own x (stepping aside: %s)', (aside) => {
    const grains = roster.slice(0, 300).map((_, index) => ({ index, x: (index * 7) % 90, r: 2 + (index % 3) }))
    const { at, top } = pile(grains, 0.5, aside)
    const placed = grains.map(({ index, x, r }) => ({ x, r, at: at.get(index) ?? { x: NaN, y: NaN } }))
    placed.forEach((a, i) => {
      expect(Math.abs(a.at.x - a.x)).toBeLessThan(aside ? a.r : 1e-9)
      for (const b of placed.slice(i + 1))
        expect(Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y)).toBeGreaterThanOrEqual(a.r + b.r + 0.5 - 1e-6)
    })
    if (aside) expect(top).toBeLessThan(pile(grains, 0.5).top)
  })
})
