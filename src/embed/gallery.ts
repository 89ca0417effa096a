/** The snippet builder of the gallery: choices in, preview and snippets out. Without it the page lists every snippet as it is. */
import { snippets } from './oembed.ts'

type Way = 'loader' | 'iframe' | 'image' | 'link'
const WAYS: readonly Way[] = ['loader', 'iframe', 'image', 'link']

const form = document.querySelector<HTMLFormElement>('#builder')
const frame = document.querySelector<HTMLIFrameElement>('#preview')

const themes = ['auto', 'light', 'dark', 'host'] as const
type Theme = (typeof themes)[number]
const asTheme = (value: string): Theme => themes.find((theme) => theme === value) ?? 'auto'

if (form !== null && frame !== null) {
  const value = (name: string): string => {
    const field = form.elements.namedItem(name)
    if (field instanceof RadioNodeList) return field.value
    return field instanceof HTMLSelectElement ? field.value : ''
  }
  const plain = (): boolean => {
    const field = form.elements.namedItem('plain')
    return field instanceof HTMLInputElement && field.checked
  }

  /** The title under which the chosen edition keeps a chart; null for the live chart. Editions that lack it cannot be chosen. */
  const keptBy = (chart: string): string | null => {
    const field = form.elements.namedItem('edition')
    if (!(field instanceof HTMLSelectElement)) return null
    let title: string | null = null
    for (const option of field.options) {
      if (option.value === '') continue
      const titles = JSON.parse(option.dataset['titles'] ?? '{}') as Readonly<Record<string, string>>
      option.disabled = titles[chart] === undefined
      if (option.selected) title = titles[chart] ?? null
    }
    if (title === null) field.value = ''
    return title
  }

  const update = (): void => {
    const option = form.querySelector<HTMLOptionElement>(`#chart option[value="${CSS.escape(value('chart'))}"]`)
    if (option === null) return
    const { page = '', embed = '', image = '', imageDark = '' } = option.dataset
    const width = Number(value('width'))
    const height = Number(option.dataset[`height${String(width)}`] ?? 480)
    const theme = asTheme(value('theme'))
    const kept = keptBy(option.value)
    const edition = kept === null ? '' : value('edition')
    // What an edition says of a chart is its own: the live title may have moved on.
    const title = kept ?? option.dataset['title'] ?? ''
    const within = (address: string): string => {
      if (edition === '') return address
      const url = new URL(address)
      const root = new URL(form.dataset['root'] ?? '/', url)
      return new URL(`editions/${edition}/${url.href.slice(root.href.length)}`, root).href
    }
    const made = snippets({
      embedUrl: within(embed),
      loaderUrl: form.dataset['loader'] ?? '',
      pageUrl: page,
      imageUrl: within(theme === 'dark' ? imageDark : image),
      title,
      credit: form.dataset['credit'] ?? '',
      height,
      theme,
      plain: plain(),
    })
    for (const way of WAYS) {
      const area = document.querySelector<HTMLTextAreaElement>(`#snippet-${way}`)
      if (area !== null) area.value = made[way]
    }
    // The preview lives where this page lives, whatever address the snippets name.
    const url = new URL(within(embed))
    const local = new URL(url.pathname, location.href)
    if (theme === 'light' || theme === 'dark') local.searchParams.set('theme', theme)
    if (plain()) local.searchParams.set('plain', '1')
    if (frame.src !== local.href) frame.src = local.href
    frame.title = `Preview: ${title}`
    frame.setAttribute('width', String(width))
    frame.setAttribute('height', String(height))
  }

  const fromHash = (): void => {
    const select = form.elements.namedItem('chart')
    const id = decodeURIComponent(location.hash.slice(1))
    if (select instanceof HTMLSelectElement && [...select.options].some((option) => option.value === id))
      select.value = id
    update()
  }

  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin) return
    const data = event.data as { type?: unknown; height?: unknown } | null
    if (data?.type === 'since-october-17:height' && typeof data.height === 'number')
      frame.setAttribute('height', String(Math.min(20_000, Math.ceil(data.height))))
  })
  form.addEventListener('input', update)
  form.addEventListener('submit', (event) => event.preventDefault())
  addEventListener('hashchange', fromHash)
  document.querySelector('#workbench')?.removeAttribute('hidden')
  fromHash()
}

const status = document.querySelector('#copied')
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', () => {
    const area = document.getElementById(button.dataset['copy'] ?? '')
    if (!(area instanceof HTMLTextAreaElement)) return
    const done = (): void => {
      button.textContent = 'Copied'
      if (status !== null) status.textContent = 'The snippet is copied.'
      setTimeout(() => {
        button.textContent = 'Copy'
      }, 2000)
    }
    const byHand = (): void => {
      area.focus()
      area.select()
      if (status !== null) status.textContent = 'The snippet is selected: copy it with your keyboard.'
    }
    // The clipboard may be denied; then the text is selected for the reader to copy.
    if ('clipboard' in navigator) navigator.clipboard.writeText(area.value).then(done, byHand)
    else byHand()
  })
}
