/**
 * The feed: new and corrected records, newest first.
 *
 * 1. A record is an entry on the day it entered the dataset; each revision is an entry on its day.
 * 2. Ids are tag URIs made of the record's id alone, so that they outlive any host.
 * 3. The feed holds the newest entries only; the corrections page holds all.
 */
import type { Dataset, Incident } from './dataset.ts'
import { formatSpan } from './dates.ts'
import { evidenceSentence, leadOf } from './lead.ts'

export interface FeedEntry {
  /** A tag URI. */
  readonly id: string
  readonly title: string
  /** Path of its page. */
  readonly path: string
  /** YYYY-MM-DD. */
  readonly date: string
  readonly text: string
}

const TAG = 'tag:since-october-17,2023-10-17'

/** How many entries a feed holds. */
export const FEED_LENGTH = 100

const entriesOf = (incident: Incident, dataset: Dataset): FeedEntry[] => [
  {
    id: `${TAG}:incidents/${incident.id}`,
    title: incident.title,
    path: `/incidents/${incident.id}/`,
    date: incident.recorded,
    text: `${formatSpan(incident.date)}. ${evidenceSentence(incident, dataset)} ${leadOf(incident, dataset)}`,
  },
  ...incident.revisions.map((revision, index) => ({
    id: `${TAG}:incidents/${incident.id}/revisions/${String(index + 1)}`,
    title: `Corrected: ${incident.title}`,
    path: `/incidents/${incident.id}/#changes`,
    date: revision.date,
    text: `${revision.what} ${revision.why}`,
  })),
]

/** The entries of the feed. Of one day, corrections come first, then the latest events. */
export function feedEntries(dataset: Dataset, length = FEED_LENGTH): FeedEntry[] {
  const order = new Map(dataset.incidents.map((incident, index) => [incident.id, index]))
  return dataset.incidents
    .flatMap((incident) =>
      entriesOf(incident, dataset).map((entry, index) => ({ entry, index, at: order.get(incident.id) ?? 0 })),
    )
    .sort(
      (a, b) =>
        (a.entry.date < b.entry.date ? 1 : a.entry.date > b.entry.date ? -1 : 0) ||
        Math.sign(b.index) - Math.sign(a.index) ||
        b.at - a.at ||
        b.index - a.index,
    )
    .slice(0, length)
    .map(({ entry }) => entry)
}

// What XML 1.0 cannot hold, escaped or not.
const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const xml = (text: string): string =>
  text
    .replace(ILLEGAL, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const time = (day: string): string => `${day}T00:00:00Z`

/** The feed as Atom. `absolute` turns a path of the site into an address. */
export function atomFeed(dataset: Dataset, absolute: (path: string) => string): string {
  const { card } = dataset
  const entries = feedEntries(dataset)
  const item = (entry: FeedEntry): string =>
    `  <entry>
    <id>${xml(entry.id)}</id>
    <title>${xml(entry.title)}</title>
    <link rel="alternate" type="text/html" href="${xml(absolute(entry.path))}"/>
    <updated>${time(entry.date)}</updated>
    <summary type="text">${xml(entry.text)}</summary>
  </entry>`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${TAG}:feed</id>
  <title>${xml(card.title)}: new and corrected records</title>
  <subtitle>${xml(card.description)}</subtitle>
  <link rel="self" type="application/atom+xml" href="${xml(absolute('/feed.xml'))}"/>
  <link rel="alternate" type="text/html" href="${xml(absolute('/corrections/'))}"/>
  <author><name>${xml(card.byline)}</name></author>
  <rights>${xml(card.licences.data)}</rights>
  <updated>${time(entries[0]?.date ?? card.asOf)}</updated>
${entries.map(item).join('\n')}
</feed>
`
}

/** The feed as JSON Feed 1.1. */
export function jsonFeed(dataset: Dataset, absolute: (path: string) => string): string {
  const { card } = dataset
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: `${card.title}: new and corrected records`,
      description: card.description,
      home_page_url: absolute('/'),
      feed_url: absolute('/feed.json'),
      language: 'en',
      authors: [{ name: card.byline }],
      items: feedEntries(dataset).map((entry) => ({
        id: entry.id,
        url: absolute(entry.path),
        title: entry.title,
        content_text: entry.text,
        date_published: time(entry.date),
      })),
    },
    null,
    1,
  )}\n`
}
