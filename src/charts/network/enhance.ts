/**
 * Makes the finished drawing answer. Choosing an actor brings out its lines, shows what waited to be asked for of it, and opens
 * what the page already says of it in words. Nothing is fetched and nothing is laid out anew. Focus and arrow keys are the business
 * of the script of all figures (charts/enhance), which treats a name as it does any mark.
 *
 * The state is the address: `?actor=<id>&show=<kind>,<kind>`.
 */

interface State {
  readonly actor: string | null
  readonly asks: ReadonlySet<string>
}

/** The state that an address asks for; what the figure does not know is left out. */
export function stateOf(search: string, known: ReadonlySet<string>, askable: ReadonlySet<string>): State {
  const query = new URLSearchParams(search)
  const actor = query.get('actor')
  return {
    actor: actor !== null && known.has(actor) ? actor : null,
    asks: new Set((query.get('show') ?? '').split(',').filter((ask) => askable.has(ask))),
  }
}

/** The address of a state: other parameters stay. */
export function addressOf(search: string, { actor, asks }: State): string {
  const query = new URLSearchParams(search)
  query.delete('actor')
  query.delete('show')
  if (actor !== null) query.set('actor', actor)
  if (asks.size > 0) query.set('show', [...asks].sort().join(','))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** Brings a figure of the network to life. */
export function enhanceNetwork(figure: HTMLElement, window: Window): void {
  const panel = figure.querySelector<HTMLElement>('.network-panel')
  const words = figure.querySelector<HTMLElement>('.network-words')
  const status = figure.querySelector<HTMLElement>('.network-status')
  const asking = figure.querySelector<HTMLElement>('.network-asks')
  if (panel === null || words === null || asking === null) return
  const nodes = [...figure.querySelectorAll<SVGElement>('svg [data-node]')]
  const lines = [...figure.querySelectorAll<SVGElement>('svg [data-from]')]
  const drawings = [...figure.querySelectorAll<SVGElement>('svg .network')]
  const buttons = [...asking.querySelectorAll('button')]
  const cards = [...words.querySelectorAll<HTMLElement>('.network-card')]
  const items = [...words.querySelectorAll<HTMLElement>('li[data-from]')]
  const idOf = (node: Element): string => node.getAttribute('data-node') ?? ''
  const known = new Set(nodes.map(idOf))
  const askable = new Set(buttons.map((button) => button.dataset['ask'] ?? ''))
  // A member of a frame shares the lines of the frame.
  const frames = new Map(
    cards.map((card) => (card.dataset['actor'] ?? '').split(' ')).map(([id = '', frame]) => [id, frame] as const),
  )
  let state: State = { actor: null, asks: new Set() }
  let opener: SVGElement | null = null

  const touches = (line: Element, id: string): boolean => {
    const frame = frames.get(id)
    return ['data-from', 'data-to'].some((end) => {
      const value = line.getAttribute(end)
      return value === id || (frame !== undefined && value === frame)
    })
  }

  const show = (next: State): void => {
    state = next
    const { actor, asks } = state
    const near = new Set<string>()
    for (const line of lines) {
      const own = actor !== null && touches(line, actor)
      line.classList.toggle('near', own)
      const ask = line.getAttribute('data-ask')
      if (ask !== null) {
        if (own || asks.has(ask)) line.removeAttribute('display')
        else line.setAttribute('display', 'none')
      }
      if (own) for (const end of ['data-from', 'data-to']) near.add(line.getAttribute(end) ?? '')
    }
    for (const drawing of drawings) drawing.classList.toggle('choosing', actor !== null)
    for (const node of nodes) {
      const id = idOf(node)
      const frame = frames.get(id)
      node.classList.toggle('chosen', id === actor)
      node.classList.toggle('near', id === actor || near.has(id) || (frame !== undefined && near.has(frame)))
      node.setAttribute('aria-pressed', String(id === actor))
    }
    for (const button of buttons) button.setAttribute('aria-pressed', String(asks.has(button.dataset['ask'] ?? '')))
    fill(actor)
  }

  const fill = (actor: string | null): void => {
    panel.replaceChildren()
    panel.hidden = actor === null
    const card = cards.find((one) => (one.dataset['actor'] ?? '').split(' ')[0] === actor)
    if (actor === null || card === undefined) {
      if (status !== null) status.textContent = ''
      return
    }
    const close = panel.ownerDocument.createElement('button')
    close.type = 'button'
    close.className = 'network-close'
    close.textContent = 'Close'
    close.addEventListener('click', clear)
    const mine = items.filter((item) => touches(item, actor))
    const list = panel.ownerDocument.createElement('ul')
    list.append(...mine.map((item) => item.cloneNode(true)))
    panel.append(close, card.cloneNode(true), list)
    panel.scrollTop = 0
    if (status !== null)
      status.textContent = `${card.dataset['name'] ?? ''}: ${String(mine.length)} ${mine.length === 1 ? 'tie or count' : 'ties and counts'}, listed below the drawing. Escape clears.`
  }

  const go = (next: State): void => {
    show(next)
    const { pathname, search, hash } = window.location
    window.history.replaceState(window.history.state, '', pathname + addressOf(search, next) + hash)
  }

  const clear = (): void => {
    if (state.actor === null) return
    go({ ...state, actor: null })
    opener?.focus()
  }

  const choose = (node: SVGElement): void => {
    opener = node
    go({ ...state, actor: state.actor === idOf(node) ? null : idOf(node) })
  }

  for (const node of nodes) {
    node.setAttribute('role', 'button')
    // What is no link takes the focus too; where it moves is up to the script of all figures.
    if (!node.hasAttribute('tabindex')) node.setAttribute('tabindex', '-1')
    if (!node.hasAttribute('aria-label')) {
      const card = cards.find((one) => (one.dataset['actor'] ?? '').split(' ')[0] === idOf(node))
      node.setAttribute('aria-label', card?.dataset['name'] ?? idOf(node))
    }
    node.addEventListener('click', (event) => {
      // With a modifier a link opens as links do.
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      choose(node)
    })
    node.addEventListener('keydown', (event) => {
      if (event.key !== ' ' && (event.key !== 'Enter' || node.hasAttribute('href'))) return
      event.preventDefault()
      choose(node)
    })
  }
  for (const button of buttons)
    button.addEventListener('click', () => {
      const ask = button.dataset['ask'] ?? ''
      const asks = new Set(state.asks)
      if (!asks.delete(ask)) asks.add(ask)
      go({ ...state, asks })
    })
  figure.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') clear()
  })
  window.addEventListener('popstate', () => {
    show(stateOf(window.location.search, known, askable))
  })
  asking.hidden = false
  show(stateOf(window.location.search, known, askable))
}
