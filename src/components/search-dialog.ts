/** The search: a dialog with one field and a list of links. */
import MiniSearch from 'minisearch'
import { SEARCH_OPTIONS } from './search-options.ts'

let dialog: HTMLDialogElement | null = null
const MOST = 20

/** Opens the search; the link that was used says where the index and the site are. */
export async function openSearch(link: HTMLAnchorElement): Promise<void> {
  dialog ??= await makeDialog(link.dataset['index'] ?? '', link.dataset['root'] ?? '/')
  dialog.showModal()
}

async function makeDialog(address: string, root: string): Promise<HTMLDialogElement> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error('The index could not be loaded.')
  const index = MiniSearch.loadJSON(await answer.text(), SEARCH_OPTIONS)
  const made = document.createElement('dialog')
  made.className = 'search'
  made.setAttribute('aria-label', 'Search')
  const form = document.createElement('form')
  form.method = 'dialog'
  const label = document.createElement('label')
  label.textContent = 'Search records, actors and places'
  const input = document.createElement('input')
  input.type = 'search'
  input.autocomplete = 'off'
  label.append(input)
  const close = document.createElement('button')
  close.type = 'submit'
  close.textContent = 'Close'
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  status.className = 'quiet small'
  const list = document.createElement('ul')
  form.append(label, close)
  made.append(form, status, list)
  form.addEventListener('keydown', (event) => {
    // A field of this type takes the first Escape to empty itself; here it closes, as it does everywhere else in the dialog.
    if (event.key === 'Escape') {
      event.preventDefault()
      made.close()
    }
    if (event.key !== 'Enter' || event.target !== input) return
    event.preventDefault()
    list.querySelector('a')?.click()
  })
  input.addEventListener('input', () => {
    const found = index.search(input.value)
    status.textContent =
      input.value.trim() === ''
        ? ''
        : found.length === 0
          ? 'Nothing found.'
          : `${String(found.length)} found${found.length > MOST ? `, the first ${String(MOST)} shown` : ''}.`
    list.replaceChildren(
      ...found.slice(0, MOST).map((entry) => {
        const item = document.createElement('li')
        const to = document.createElement('a')
        to.href = root + String(entry['path']).replace(/^\//, '')
        to.textContent = String(entry['title'])
        const note = document.createElement('span')
        note.className = 'quiet small'
        note.textContent = String(entry['note'])
        item.append(to, ' ', note)
        return item
      }),
    )
  })
  document.body.append(made)
  return made
}
