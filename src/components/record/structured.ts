/** Structured data of the record's pages (schema.org). A record is a report on an event, never the event itself. */
import type { Dataset, Incident } from '../../dataset/dataset.ts'
import { formatMonth } from '../../dataset/dates.ts'
import { evidenceSentence } from '../../dataset/lead.ts'
import { absolute } from '../../site.ts'

const licence = 'https://creativecommons.org/licenses/by/4.0/'

/** A trail of pages, from the outermost. */
export const crumbsJsonLd = (trail: readonly { readonly name: string; readonly path: string }[]): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: absolute(path),
  })),
})

/** The structured data of a record's page. */
export function recordJsonLd(incident: Incident, dataset: Dataset): object {
  const { id, date, title, place, sources } = incident
  const known = place.id === null ? undefined : dataset.places.get(place.id)
  const month = date.start.slice(0, 7)
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Report',
        '@id': absolute(`/incidents/${id}/`),
        identifier: id,
        headline: title,
        abstract: evidenceSentence(incident, dataset),
        temporalCoverage: date.start === date.end ? date.start : `${date.start}/${date.end}`,
        ...(known === undefined ? {} : { contentLocation: { '@type': 'Place', name: known.name } }),
        datePublished: incident.recorded,
        dateModified: incident.revisions.at(-1)?.date ?? incident.recorded,
        license: licence,
        author: { '@type': 'Organization', name: dataset.card.byline },
        isPartOf: { '@type': 'Dataset', name: dataset.card.title, url: absolute('/data/') },
        citation: [...new Set(sources.map(({ url }) => url))],
      },
      crumbsJsonLd([
        { name: 'Explore', path: '/explore/' },
        { name: formatMonth(month), path: `/explore/${month}/` },
        { name: title, path: `/incidents/${id}/` },
      ]),
    ],
  }
}
