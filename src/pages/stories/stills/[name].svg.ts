/** Every scene as a still image, for readers without script. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { paintOf } from '../../../charts/palette.ts'
import { drawImage } from '../../../story/draw.ts'
import { SIZE_NAMES } from '../../../story/size.ts'
import { currentRoster, scenesOf, STORIES } from '../../../story/stories.ts'
import type { Scene } from '../../../story/scene.ts'

export const getStaticPaths: GetStaticPaths = () =>
  STORIES.flatMap((story) =>
    SIZE_NAMES.flatMap((size) =>
      scenesOf(story, size).map((scene) => ({ params: { name: `${scene.spec.id}-${size}` }, props: { scene } })),
    ),
  )

export const GET: APIRoute = ({ props }) =>
  new Response(drawImage((props as { scene: Scene }).scene, currentRoster(), paintOf('light')), {
    headers: { 'Content-Type': 'image/svg+xml' },
  })
