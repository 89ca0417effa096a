/**
 * Every picture of the site: its address and how it is drawn. Routes serve them one by one; a build draws them in a process of its own
 * beside the pages (scripts/pictures.ts).
 */
import { frozenCharts, frozenSource } from './charts/frozen.ts'
import { composeCard, composeImage } from './charts/image/compose.ts'
import { toOutlines, toPng } from './charts/image/render.ts'
import { charts } from './charts/registry.ts'
import {
  actorCard,
  composeActorCard,
  composePlaceCard,
  composeStoryCard,
  placeCard,
  storyCard,
} from './components/share-card.ts'
import { placesInUse } from './dataset/connections.ts'
import { currentDataset } from './dataset/current.ts'
import { currentRoster, scenesOf, STORIES } from './story/stories.ts'

export interface Picture {
  /** Its address on the site, from the root: `/charts/frequency@2x.png`. */
  readonly path: string
  /** The bytes of the file. */
  readonly draw: () => Promise<Uint8Array>
}

const THEMES = [
  ['light', ''],
  ['dark', '-dark'],
] as const

/** The pictures of one chart, live or kept: SVG and PNG in both themes, PNG also twice as large, and the share card. */
function picturesOf(root: string, chart: (typeof charts)[number], source?: string): Picture[] {
  const name = `${root}/charts/${chart.id}`
  const prefix = name.slice(1).replaceAll('/', '-')
  const image = (theme: 'light' | 'dark') => composeImage(chart, currentDataset(), theme, source).svg
  return [
    ...THEMES.flatMap(([theme, suffix]): Picture[] => [
      { path: `${name}${suffix}.svg`, draw: () => Promise.resolve(toOutlines(image(theme), `${prefix}-${theme}`)) },
      { path: `${name}${suffix}.png`, draw: () => toPng(image(theme)) },
      { path: `${name}${suffix}@2x.png`, draw: () => toPng(image(theme), 2) },
    ]),
    { path: `${name}-card.png`, draw: () => toPng(composeCard(chart, currentDataset(), source)) },
  ]
}

/** Share cards of what is no chart: stories, actors, and places that records use. Pages of incidents show that of their place. */
function cards(): Picture[] {
  const dataset = currentDataset()
  return [
    ...STORIES.map((story): Picture => ({
      path: storyCard(story.slug),
      draw: () => {
        const [scene] = scenesOf(story, 'desktop')
        if (scene === undefined) throw new Error(`The story "${story.slug}" has no scene.`)
        return toPng(composeStoryCard(story, scene, currentRoster(), dataset))
      },
    })),
    ...[...dataset.actors.values()].map((actor): Picture => ({
      path: actorCard(actor.id),
      draw: () => toPng(composeActorCard(actor, dataset)),
    })),
    ...placesInUse(dataset).flatMap((id): Picture[] => {
      const place = dataset.places.get(id)
      return place === undefined ? [] : [{ path: placeCard(id), draw: () => toPng(composePlaceCard(place, dataset)) }]
    }),
  ]
}

let known: ReadonlyMap<string, Picture> | null = null
let knownFor: unknown = null

/** All pictures by address. */
export function pictures(): ReadonlyMap<string, Picture> {
  const dataset = currentDataset()
  if (known === null || knownFor !== dataset) {
    const all = [
      ...charts.flatMap((chart) => picturesOf('', chart)),
      ...frozenCharts().flatMap((frozen) => picturesOf(frozen.root, frozen.chart, frozenSource(frozen))),
      ...cards(),
    ]
    known = new Map(all.map((picture) => [picture.path, picture]))
    knownFor = dataset
  }
  return known
}

/**
 * What a route with the address `pattern` serves: its parameters, by name, and the path of the picture. Nothing where a build draws
 * pictures apart (PICTURES=apart).
 */
export function pictureRoutes(pattern: RegExp): { params: Record<string, string>; props: { path: string } }[] {
  if (process.env['PICTURES'] === 'apart') return []
  return [...pictures().keys()].flatMap((path) => {
    const groups = pattern.exec(path)?.groups
    return groups === undefined ? [] : [{ params: { ...groups }, props: { path } }]
  })
}

const TYPES: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png' }

/** A picture as a response; 404 for an address that has none. */
export async function servePicture(path: string): Promise<Response> {
  const picture = pictures().get(path)
  if (picture === undefined) return new Response(null, { status: 404 })
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
  return new Response(Buffer.from(await picture.draw()), { headers: { 'Content-Type': type } })
}
