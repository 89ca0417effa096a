/** The stories: their addresses, titles, chapters and scenes. The words stand in src/content/stories/<slug>.mdx. */
import { currentDataset } from '../dataset/current.ts'
import type { Dataset, Incident } from '../dataset/dataset.ts'
import type { ExploreLink } from './codec.ts'
import { linksOf } from './explore.ts'
import { rosterOf } from './roster.ts'
import { buildScenes, type Scene, type SceneSpec } from './scene.ts'
import { SIZES, type SizeName } from './size.ts'
import { A_RARE_TARGET } from './stories/a-rare-target.ts'
import { MESSAGE_TO_TEHRAN } from './stories/message-to-tehran.ts'
import { SINCE_OCTOBER_17 } from './stories/since-october-17.ts'

export interface Story {
  readonly slug: string
  /** Its page. */
  readonly path: string
  readonly title: string
  readonly deck: string
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  /** The first is the cover's. */
  readonly scenes: readonly SceneSpec[]
}

export const STORIES: readonly Story[] = [SINCE_OCTOBER_17, MESSAGE_TO_TEHRAN, A_RARE_TARGET]

/** The story that a scene belongs to; scene ids are unique among all stories. */
export function storyOfScene(id: string): Story | null {
  return STORIES.find((story) => story.scenes.some((scene) => scene.id === id)) ?? null
}

let memory: { dataset: Dataset; roster: readonly Incident[]; built: Map<string, Scene[]> } | null = null

function remembered() {
  const dataset = currentDataset()
  if (memory?.dataset !== dataset) memory = { dataset, roster: rosterOf(dataset), built: new Map() }
  return memory
}

/** The marks of the stage. */
export const currentRoster = (): readonly Incident[] => remembered().roster

/** The scenes of a story at a size, laid out once. */
export function scenesOf(story: Story, size: SizeName): readonly Scene[] {
  const { dataset, roster, built } = remembered()
  const key = `${story.slug} ${size}`
  const scenes = built.get(key) ?? buildScenes(story.scenes, dataset, roster, SIZES[size])
  built.set(key, scenes)
  return scenes
}

/** The links of a scene of today's record into Explore. */
export const exploreOf = (scene: Scene): readonly ExploreLink[] => linksOf(scene, currentRoster(), currentDataset())
