/** `/oembed/<chart>.json` and `/oembed/<type>-<id>.json`: how other sites turn a link into a frame. */
import type { APIRoute } from 'astro'
import { modelOf } from '../../charts/model.ts'
import { charts } from '../../charts/registry.ts'
import { actorCard, placeCard } from '../../components/share-card.ts'
import { currentDataset } from '../../dataset/current.ts'
import { usedPlaces } from '../../dataset/connections.ts'
import { COLUMNS, embedHeight } from '../../embed/height.ts'
import { CARD_HEIGHT, oembed } from '../../embed/oembed.ts'
import { absolute } from '../../site.ts'

interface Entry {
  readonly title: string
  readonly embed: string
  readonly height: number
  readonly image: string | null
}

function entries(): Map<string, Entry> {
  const dataset = currentDataset()
  const found = new Map<string, Entry>()
  for (const chart of charts) {
    const model = modelOf(chart, dataset)
    found.set(chart.id, {
      title: chart.title(model),
      embed: `/embed/${chart.id}/`,
      height: embedHeight(chart, model, COLUMNS.column),
      image: `/charts/${chart.id}-card.png`,
    })
  }
  const card = (type: string, id: string, title: string, image: string | null) =>
    found.set(`${type}-${id}`, { title, embed: `/embed/${type}/${id}/`, height: CARD_HEIGHT, image })
  for (const { id, title, place } of dataset.incidents)
    card('incident', id, title, place.id === null ? null : placeCard(place.id))
  for (const { id, name } of dataset.actors.values()) card('actor', id, name, actorCard(id))
  for (const { id, name } of usedPlaces(dataset)) card('place', id, name, placeCard(id))
  return found
}

export const getStaticPaths = () => [...entries()].map(([name, entry]) => ({ params: { name }, props: entry }))

export const GET: APIRoute<Entry & Record<string, unknown>> = ({ props }) =>
  new Response(
    JSON.stringify(
      oembed({
        title: props.title,
        embedUrl: absolute(props.embed),
        siteUrl: absolute('/'),
        siteName: currentDataset().card.title,
        width: COLUMNS.column,
        height: props.height,
        thumbnailUrl: props.image === null ? null : absolute(props.image),
      }),
    ),
    { headers: { 'Content-Type': 'application/json' } },
  )
