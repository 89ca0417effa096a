/** Explore in the browser: reads the filters, keeps the address, draws the table, the weeks and the map. */
import { paramsOfQuery, queryOfParams } from '../../../dataset/address.ts'
import { formatDay, formatSpan, weekStart } from '../../../dataset/dates.ts'
import type { Query } from '../../../dataset/query.ts'
import { download, type Format } from './download.ts'
import { drawMap, drawWeeks, markOf } from './draw.ts'
import type { Pack } from './pack.ts'
import { recordsOf, unpack, weeksOf, type Loaded, type Row, type SortKey, type View } from './view.ts'
import { figure, mapWords, PAGE, resultWords, voiceWords, weeksWords } from './words.ts'

const SORTS: readonly string[] = ['date', 'title', 'who', 'place', 'evidence']

const root = document.querySelector<HTMLElement>('#explore')
if (root !== null) void start(root)

async function start(explore: HTMLElement): Promise<void> {
  const find = <E extends Element>(selector: string): E => {
    const found = explore.querySelector<E>(selector)
    if (found === null) throw new Error(`Explore lacks ${selector}.`)
    return found
  }
  const form = find<HTMLFormElement>('form')
  const body = find<HTMLTableSectionElement>('tbody')
  const result = find<HTMLElement>('.result')
  const answer = await fetch(explore.dataset['records'] ?? '')
  if (!answer.ok) {
    result.textContent = 'The filters could not be loaded. The tables by month below hold the whole record.'
    return
  }
  const loaded: Loaded = unpack((await answer.json()) as Pack)
  let view: View = viewOfAddress()
  let page = 0
  let shown: Row[] = []

  function viewOfAddress(): View {
    const params = new URLSearchParams(location.search)
    const sort = params.get('sort') ?? 'date'
    return {
      query: queryOfParams(params),
      text: (params.get('q') ?? '').slice(0, 200),
      sort: (SORTS.includes(sort) ? sort : 'date') as SortKey,
      down: params.get('order') === 'down',
    }
  }

  /** Fields of the query that no control of the form shows: kept, told, and cleared with the rest. */
  const hiddenFields = (query: Query): string[] => {
    const controls = new Set([...form.elements].map((element) => element.getAttribute('name')))
    return Object.keys(query).filter((name) => !controls.has(name))
  }

  function formOfView(): void {
    for (const input of form.querySelectorAll<HTMLInputElement>('input')) {
      if (input.name === 'q') input.value = view.text
      else if (input.name === 'from') input.value = view.query.from ?? ''
      else if (input.name === 'to') input.value = view.query.to ?? ''
      else if (input.name === 'attacks') input.checked = view.query.attacks === true
      else {
        const values = view.query[input.name as 'fronts'] as readonly string[] | undefined
        input.checked = values?.includes(input.value) ?? false
      }
    }
  }

  function viewOfForm(): View {
    const params = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') params.append(name, value)
    const query = queryOfParams(params)
    const kept = Object.fromEntries(hiddenFields(view.query).map((name) => [name, view.query[name as keyof Query]]))
    return { ...view, query: { ...kept, ...query } as Query, text: params.get('q') ?? '' }
  }

  function keepAddress(): void {
    const params = paramsOfQuery(view.query)
    if (view.text !== '') params.set('q', view.text)
    if (view.sort !== 'date') params.set('sort', view.sort)
    if (view.down) params.set('order', 'down')
    const search = params.toString().replaceAll('%2C', ',')
    history.replaceState(null, '', `${location.pathname}${search === '' ? '' : `?${search}`}${location.hash}`)
  }

  function drawTable(): void {
    const pages = Math.max(1, Math.ceil(shown.length / PAGE))
    page = Math.min(Math.max(0, page), pages - 1)
    body.replaceChildren(
      ...shown.slice(page * PAGE, (page + 1) * PAGE).map((row) => {
        const line = document.createElement('tr')
        const cell = (...content: (Node | string)[]) => {
          const made = document.createElement('td')
          made.append(...content)
          line.append(made)
          return made
        }
        cell(formatSpan(row.date)).className = 'nowrap'
        const link = document.createElement('a')
        link.href = `${explore.dataset['incidents'] ?? ''}${row.id}/`
        link.textContent = row.title
        cell(link)
        cell(row.actorNames === '' ? 'Nobody named' : row.actorNames)
        cell(row.placeName === '' ? 'Not published' : row.placeName)
        cell(markOf(row, 6, 6, 5), ` ${voiceWords(row)}`)
        return line
      }),
    )
    find('.page-of').textContent = `${figure(page + 1)} of ${figure(pages)}`
    find<HTMLButtonElement>('[data-page="-1"]').disabled = page === 0
    find<HTMLButtonElement>('[data-page="1"]').disabled = page >= pages - 1
    for (const button of explore.querySelectorAll<HTMLButtonElement>('[data-sort]')) {
      const own = button.dataset['sort'] === view.sort
      const head = button.closest('th')
      if (own) head?.setAttribute('aria-sort', view.down ? 'descending' : 'ascending')
      else head?.removeAttribute('aria-sort')
    }
  }

  function drawPictures(): void {
    const counted = weeksOf(shown, loaded.coverage)
    result.textContent = resultWords(shown, loaded.rows.length)
    const weeks = find<SVGSVGElement>('.weeks svg')
    const most = drawWeeks(weeks, counted)
    weeks.setAttribute(
      'aria-label',
      `Records by week. The most in a week: ${figure(most.count)}, from ${formatDay(weekStart(most.week))}.`,
    )
    find('.weeks figcaption').textContent = weeksWords(counted)
    drawMap(find<SVGSVGElement>('.map svg'), shown)
    const words = mapWords(shown)
    find('.map figcaption').textContent = words
    find('.map svg').setAttribute('aria-label', `Map. ${words}`)
  }

  function drawFilters(): void {
    for (const facet of form.querySelectorAll<HTMLElement>('[data-facet]')) {
      const count = facet.querySelectorAll('input:checked').length
      const chosen = facet.querySelector('.chosen')
      if (chosen !== null) chosen.textContent = count === 0 ? '' : String(count)
    }
    const more = find<HTMLElement>('.more-filters')
    const fields = hiddenFields(view.query)
    more.hidden = fields.length === 0
    more.textContent = fields
      .map((name) => `Also filtered by ${name}: ${String(view.query[name as keyof Query]).replaceAll(',', ', ')}`)
      .join('. ')
  }

  function show(): void {
    shown = recordsOf(loaded, view)
    page = 0
    drawFilters()
    drawTable()
    drawPictures()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
  })
  form.addEventListener('input', () => {
    view = viewOfForm()
    keepAddress()
    show()
  })
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    view = { ...view, query: {}, text: '' }
    formOfView()
    keepAddress()
    show()
  })
  addEventListener('popstate', () => {
    view = viewOfAddress()
    formOfView()
    show()
  })
  explore.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (button === null) return
    const { sort, page: step, format } = button.dataset
    if (sort !== undefined) {
      view = { ...view, sort: sort as SortKey, down: view.sort === sort && !view.down }
      keepAddress()
      shown = recordsOf(loaded, view)
      page = 0
      drawTable()
    } else if (step !== undefined) {
      page += Number(step)
      drawTable()
    } else if (format !== undefined) {
      button.disabled = true
      void download(
        shown.map(({ id }) => id),
        format as Format,
        explore.dataset['data'] ?? '',
      )
        .catch(() => {
          result.textContent = 'The download could not be made. The whole record is on the data page.'
        })
        .finally(() => {
          button.disabled = false
        })
    }
  })
  // A folded filter closes on Escape and gives the focus back to its name.
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !(event.target instanceof Element)) return
    const facet = event.target.closest('details')
    if (facet === null) return
    facet.open = false
    facet.querySelector('summary')?.focus()
  })
  form.addEventListener(
    'toggle',
    (event) => {
      if (!(event.target instanceof HTMLDetailsElement) || !event.target.open) return
      for (const other of form.querySelectorAll('details')) if (other !== event.target) other.open = false
    },
    true,
  )
  formOfView()
  show()
  for (const part of explore.querySelectorAll('[inert]')) part.removeAttribute('inert')
  explore.dataset['ready'] = 'true'
}
