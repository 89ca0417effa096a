/** The way from a scene into Explore: a link, or a list of them that opens. */
import type { ExploreLink } from '../codec.ts'

const WORDS = 'Open in Explore'

function link(label: string, address: string): HTMLAnchorElement {
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.textContent = label
  return anchor
}

/** Puts a scene's links into an element, as src/components/story/Story.astro writes those of the first. */
export function showLinks(element: HTMLElement, links: readonly ExploreLink[]): void {
  const [first] = links
  if (links.length === 1 && first !== undefined) {
    element.replaceChildren(link(WORDS, first[1]))
    return
  }
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  summary.textContent = WORDS
  const list = document.createElement('ul')
  list.className = 'explore-list'
  for (const [label, address] of links) {
    const item = document.createElement('li')
    item.append(link(label, address))
    list.append(item)
  }
  details.append(summary, list)
  element.replaceChildren(details)
}
