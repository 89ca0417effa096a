/** The scene files, one a story and size. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { href } from '../../../site.ts'
import { sceneFile } from '../../../story/file.ts'
import { SIZE_NAMES, SIZES, type SizeName } from '../../../story/size.ts'
import { currentRoster, exploreOf, scenesOf, STORIES, type Story } from '../../../story/stories.ts'

export const getStaticPaths: GetStaticPaths = () =>
  STORIES.flatMap((story) =>
    SIZE_NAMES.map((size) => ({ params: { name: `${story.slug}-${size}` }, props: { story, size } })),
  )

export const GET: APIRoute = ({ props }) => {
  const { story, size } = props as { story: Story; size: SizeName }
  const file = sceneFile(scenesOf(story, size), currentRoster(), SIZES[size], (scene) =>
    exploreOf(scene).map(([label, path]) => [label, href(path)]),
  )
  return new Response(JSON.stringify(file), { headers: { 'Content-Type': 'application/json' } })
}
