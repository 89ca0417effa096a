/**
 * The marks of a scene as a list box, for the keyboard and for assistive technology. Left and Right move, Home and End jump, Enter
 * opens the card, Escape gives the focus back to the button. Up and Down are left to the page.
 */
import { fetchList } from './card.ts'

/** Options kept in the page at once, around the current one. */
const AROUND = 3

export interface Browse {
  /** The scene's marks, in time order. */
  set(marks: readonly number[]): void
  close(): void
}

export function createBrowse(
  root: HTMLElement,
  titles: string,
  moved: (mark: number) => void,
  opened: (mark: number) => void,
): Browse {
  const button = root.querySelector<HTMLButtonElement>('button')
  const panel = root.querySelector<HTMLElement>('.browse-panel')
  const list = root.querySelector<HTMLElement>('[role=listbox]')
  let marks: readonly number[] = []
  let captions: readonly string[] = []
  let current = 0

  const render = (): void => {
    if (list === null) return
    const first = Math.max(0, current - AROUND)
    const last = Math.min(marks.length - 1, current + AROUND)
    const options: HTMLElement[] = []
    for (let i = first; i <= last; i++) {
      const option = document.createElement('li')
      option.id = `mark-${String(i)}`
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', String(i === current))
      option.setAttribute('aria-setsize', String(marks.length))
      option.setAttribute('aria-posinset', String(i + 1))
      option.textContent = captions[marks[i] ?? -1] ?? ''
      option.addEventListener('click', () => {
        current = i
        render()
        opened(marks[i] ?? -1)
      })
      options.push(option)
    }
    list.replaceChildren(...options)
    if (options.length > 0) list.setAttribute('aria-activedescendant', `mark-${String(current)}`)
    else list.removeAttribute('aria-activedescendant')
    const where = root.querySelector('.where')
    if (where !== null) where.textContent = `${String(marks.length === 0 ? 0 : current + 1)} of ${String(marks.length)}`
    if (marks.length > 0) moved(marks[current] ?? -1)
  }

  const close = (): void => {
    if (panel !== null) panel.hidden = true
    button?.setAttribute('aria-expanded', 'false')
  }

  button?.addEventListener('click', () => {
    if (panel === null || list === null) return
    if (!panel.hidden) {
      close()
      moved(-1)
      return
    }
    panel.hidden = false
    button.setAttribute('aria-expanded', 'true')
    list.focus({ preventScroll: true })
    void fetchList(titles).then((all) => {
      captions = all
      render()
    })
  })
  panel?.addEventListener('keydown', (event) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }
    const step = steps[event.key]
    if (step !== undefined) {
      current = Math.min(marks.length - 1, Math.max(0, current + step))
      render()
      event.preventDefault()
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (marks.length > 0) opened(marks[current] ?? -1)
      event.preventDefault()
    } else if (event.key === 'Escape') {
      close()
      moved(-1)
      button?.focus({ preventScroll: true })
    }
  })
  return {
    set(next) {
      marks = next
      current = 0
      if (panel !== null && !panel.hidden) render()
    },
    close,
  }
}
