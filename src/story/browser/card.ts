/** The card of a mark: fetched in shards, shown beside the mark or from below, and put away again. */
import { SHARD } from '../shard.ts'

export interface Card {
  /** Show the card of a mark; `focus` moves the keyboard into it. */
  open(mark: number, beside: { x: number; y: number; width: number; height: number }, focus: boolean): void
  close(): void
  readonly shown: boolean
}

const shards = new Map<string, Promise<readonly string[]>>()

/** Something of a list that the site serves, fetched once. */
export function fetchList(address: string): Promise<readonly string[]> {
  let list = shards.get(address)
  if (list === undefined) {
    list = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${String(answer.status)}`)
      return answer.json() as Promise<readonly string[]>
    })
    // A failed fetch is tried again the next time.
    list.catch(() => shards.delete(address))
    shards.set(address, list)
  }
  return list
}

/** A card in an element of the page. `closed` hears when the reader puts it away. */
export function createCard(element: HTMLElement, base: string, closed: () => void): Card {
  const body = element.querySelector<HTMLElement>('.card-body')
  const button = element.querySelector<HTMLButtonElement>('.close')
  let asked = -1
  const close = (): void => {
    asked = -1
    element.hidden = true
  }
  button?.addEventListener('click', () => {
    close()
    closed()
  })
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    close()
    closed()
  })
  return {
    open(mark, { x, width }, focus) {
      if (body === null) return
      asked = mark
      void fetchList(`${base}${String(Math.floor(mark / SHARD))}.json`)
        .then((cards) => cards[mark % SHARD] ?? '')
        .catch(() => '<p>This record could not be fetched. Try again when the connection is back.</p>')
        .then((markup) => {
          if (asked !== mark) return
          body.innerHTML = markup
          element.classList.toggle('left', x > width / 2)
          element.hidden = false
          element.scrollTop = 0
          if (focus) element.focus({ preventScroll: true })
        })
    },
    close,
    get shown() {
      return !element.hidden
    },
  }
}
