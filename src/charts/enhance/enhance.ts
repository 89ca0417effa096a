/**
 * Brings a finished drawing to life: detail on hover, touch and focus, arrow keys between neighbours, filters, a view that can be
 * linked. The drawing is complete without it. Works on any number of figures in a page; no library.
 *
 * A mark is a link or a button with an `aria-label`; marks of single records carry `data-id`, `data-evidence`, `data-front`,
 * `data-actor`; parts of bars and cells carry some of the last three. This is the one place that moves the focus within a drawing.
 */

/** Marks answer to a pointer this near, in CSS pixels: a target of 24. */
const REACH = 12

type Mark = SVGAElement

const MARK = ':is(a,[role=button])[aria-label]'

const marksOf = (svg: SVGSVGElement): Mark[] => [...svg.querySelectorAll<Mark>(`${MARK}:not(.off)`)]

const middleOf = (mark: Mark): { x: number; y: number } => {
  const box = mark.getBoundingClientRect()
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}

/** The mark under a point, else the nearest whose box comes within reach. */
function pick(svg: SVGSVGElement, x: number, y: number, under: EventTarget | null): Mark | null {
  const direct = under instanceof Element ? under.closest<Mark>(`${MARK}:not(.off)`) : null
  if (direct !== null) return direct
  let best: Mark | null = null
  let least = REACH
  for (const mark of marksOf(svg)) {
    const box = mark.getBoundingClientRect()
    const dx = Math.max(box.left - x, 0, x - box.right)
    const dy = Math.max(box.top - y, 0, y - box.bottom)
    const distance = Math.hypot(dx, dy)
    if (distance < least) {
      least = distance
      best = mark
    }
  }
  return best
}

/** The neighbour in a direction: near along it, and little to the side. */
function neighbour(mark: Mark, marks: readonly Mark[], dx: number, dy: number): Mark | null {
  const from = middleOf(mark)
  let best: Mark | null = null
  let least = Infinity
  for (const other of marks) {
    if (other === mark) continue
    const to = middleOf(other)
    const along = (to.x - from.x) * dx + (to.y - from.y) * dy
    const aside = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx)
    if (along <= 0.5) continue
    const cost = along + 3 * aside
    if (cost < least) {
      least = cost
      best = other
    }
  }
  return best
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** The card with a mark's words. One for the whole page; assistive technology hears the mark itself. */
function createCard(): { show: (mark: Mark, open: boolean) => void; hide: () => void } {
  const card = document.createElement('div')
  card.className = 'mark-card'
  card.hidden = true
  card.setAttribute('aria-hidden', 'true')
  const words = document.createElement('p')
  const link = document.createElement('a')
  link.tabIndex = -1
  card.append(words, link)
  document.body.append(card)
  return {
    show(mark, open) {
      words.textContent = mark.getAttribute('aria-label')
      const to = mark.getAttribute('href')
      link.href = to ?? ''
      link.target = mark.getAttribute('target') ?? ''
      link.rel = 'noopener'
      link.textContent = mark.dataset['id'] === undefined ? 'Open' : 'Open the record'
      link.hidden = !open || to === null
      card.hidden = false
      const box = mark.getBoundingClientRect()
      const own = card.getBoundingClientRect()
      const left = Math.max(8, Math.min(box.left + box.width / 2 - own.width / 2, innerWidth - own.width - 8))
      const above = box.top - own.height - 10
      card.style.left = `${String(left + scrollX)}px`
      card.style.top = `${String((above < 8 ? box.bottom + 10 : above) + scrollY)}px`
    },
    hide() {
      card.hidden = true
    },
  }
}

/** Goes where a mark leads: in an embed, to a page of its own. */
function follow(to: string, target: string | null): void {
  if (target === null) location.assign(to)
  else open(to, target, 'noopener')
}

/** Writes a value of a view to the address, without a new entry in the history; null takes it out. */
function remember(name: string, value: string | null): void {
  const url = new URL(location.href)
  if (value === null) url.searchParams.delete(name)
  else url.searchParams.set(name, value)
  try {
    history.replaceState(history.state, '', url)
  } catch {
    // A frame without an origin may not write its address; the view works all the same.
  }
}

/** Enlivens every figure under a root. */
export function enhanceFigures(root: ParentNode): void {
  const figures = [...root.querySelectorAll<HTMLElement>('figure[data-chart]')]
  if (figures.length === 0) return
  const card = createCard()
  let active: Mark | null = null
  const activate = (mark: Mark | null, open = false) => {
    active?.classList.remove('on')
    active = mark
    mark?.classList.add('on')
    if (mark === null) card.hide()
    else card.show(mark, open)
  }

  for (const figure of figures) {
    const chart = figure.dataset['chart'] ?? ''
    for (const svg of figure.querySelectorAll<SVGSVGElement>('svg.chart')) {
      // One stop of the Tab key for the whole drawing; arrows go on from there.
      const all = marksOf(svg)
      all.forEach((mark, i) => mark.setAttribute('tabindex', i === 0 ? '0' : '-1'))
      svg.addEventListener('pointermove', (event) => {
        if (event.pointerType !== 'touch') activate(pick(svg, event.clientX, event.clientY, event.target))
      })
      svg.addEventListener('pointerleave', (event) => {
        if (event.pointerType !== 'touch') activate(null)
      })
      let touched = false
      svg.addEventListener('pointerdown', (event) => {
        touched = event.pointerType === 'touch'
      })
      svg.addEventListener('click', (event) => {
        const mark = pick(svg, event.clientX, event.clientY, event.target)
        if (!touched) {
          // A click beside a small mark opens it, as one on it does.
          if (mark === null || (event.target instanceof Element && mark.contains(event.target))) return
          const to = mark.getAttribute('href')
          if (mark.dispatchEvent(new MouseEvent('click', { cancelable: true })) && to !== null)
            follow(to, mark.getAttribute('target'))
          return
        }
        // The first tap tells, the card's link opens.
        if (mark !== null) event.preventDefault()
        activate(mark, true)
        remember(`${chart}-mark`, mark?.dataset['id'] ?? null)
      })
      svg.addEventListener('focusin', (event) => {
        const mark = event.target instanceof Element ? event.target.closest<Mark>(MARK) : null
        if (mark === null) return
        for (const other of svg.querySelectorAll(`${MARK}[tabindex="0"]`)) other.setAttribute('tabindex', '-1')
        mark.setAttribute('tabindex', '0')
        if (!touched) activate(mark)
      })
      svg.addEventListener('focusout', () => {
        if (!touched) activate(null)
      })
      svg.addEventListener('keydown', (event) => {
        const mark = event.target instanceof Element ? event.target.closest<Mark>(MARK) : null
        if (mark === null) return
        const marks = marksOf(svg)
        const arrow = ARROWS[event.key]
        const next =
          event.key === 'Home'
            ? marks[0]
            : event.key === 'End'
              ? marks.at(-1)
              : arrow === undefined
                ? null
                : neighbour(mark, marks, arrow[0], arrow[1])
        if (event.key === 'Escape') activate(null)
        if (arrow !== undefined || next != null) event.preventDefault()
        next?.focus()
      })
    }

    // Filters: rendered hidden; they answer from here on.
    const filters = figure.querySelector<HTMLElement>('[data-filters]')
    if (filters !== null) {
      const buttons = [...filters.querySelectorAll<HTMLButtonElement>('button[data-field]')]
      const count = filters.querySelector('output')
      const apply = () => {
        const chosen = new Map<string, Set<string>>()
        for (const { dataset, ariaPressed } of buttons) {
          if (ariaPressed !== 'true') continue
          const field = dataset['field'] ?? ''
          chosen.set(field, (chosen.get(field) ?? new Set()).add(dataset['value'] ?? ''))
        }
        for (const svg of figure.querySelectorAll('svg.chart')) {
          let shown = 0
          let all = 0
          for (const mark of svg.querySelectorAll<SVGElement>('[data-actor]')) {
            const off = [...chosen].some(([field, values]) => !values.has(mark.dataset[field] ?? ''))
            mark.classList.toggle('off', off)
            // Parts of bars and cells are not counted: they stand for as many as they are large.
            if (mark.dataset['id'] === undefined) continue
            all++
            if (!off) shown++
          }
          if (count !== null && svg.getClientRects().length > 0)
            count.textContent = chosen.size === 0 || all === 0 ? '' : `${String(shown)} of ${String(all)} marks`
        }
        for (const field of new Set(buttons.map(({ dataset }) => dataset['field'] ?? '')))
          remember(`${chart}-${field}`, chosen.has(field) ? [...(chosen.get(field) ?? [])].join('.') : null)
      }
      const query = new URLSearchParams(location.search)
      for (const button of buttons) {
        const wanted = query.get(`${chart}-${button.dataset['field'] ?? ''}`)?.split('.') ?? []
        button.ariaPressed = String(wanted.includes(button.dataset['value'] ?? ''))
        button.addEventListener('click', () => {
          button.ariaPressed = String(button.ariaPressed !== 'true')
          apply()
        })
      }
      filters.hidden = false
      if (buttons.some(({ ariaPressed }) => ariaPressed === 'true')) apply()
    }
    const wanted = new URLSearchParams(location.search).get(`${chart}-mark`)
    if (wanted !== null)
      for (const mark of figure.querySelectorAll<Mark>('svg.chart a[data-id]'))
        if (mark.dataset['id'] === wanted && mark.getClientRects().length > 0) activate(mark, true)
  }
  addEventListener('resize', () => {
    activate(null)
  })
}
