/**
 * The loader that publishers include: defines <since-october-17>, which holds one frame, sizes it and passes the theme on.
 * Safe to include twice, before or after its elements, and in pages that insert articles later.
 */
import { ASK, heightOf, THEME, themeOf, type EmbedTheme } from './protocol.ts'

const NAME = 'since-october-17'
const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''

const hostTheme = (element: Element): EmbedTheme => {
  const root = document.documentElement
  const named = root.dataset['theme'] ?? document.body.dataset['theme'] ?? ''
  if (/dark/.test(named) || root.classList.contains('dark') || document.body.classList.contains('dark')) return 'dark'
  if (/light/.test(named) || root.classList.contains('light') || document.body.classList.contains('light'))
    return 'light'
  const scheme = getComputedStyle(element).colorScheme
  return scheme === 'dark' || scheme === 'light' ? scheme : 'auto'
}

class SinceOctober17 extends HTMLElement {
  #frame: HTMLIFrameElement | null = null
  #origin = ''
  #theme: EmbedTheme | '' = ''
  #watch: MutationObserver | null = null

  connectedCallback(): void {
    addEventListener('message', this)
    const source = this.#source()
    if (source === null) return
    this.#origin = source.origin
    let frame = this.querySelector('iframe')
    if (frame === null) {
      frame = document.createElement('iframe')
      frame.loading = 'lazy'
      frame.src = source.href
      this.append(frame)
    }
    this.#frame = frame
    frame.title = this.getAttribute('title') ?? (frame.title || 'Chart: Since October 17')
    const height = Number(this.getAttribute('height'))
    this.style.display = 'block'
    for (const [property, value] of [
      ['width', '100%'],
      ['min-width', '0'],
      ['max-width', 'none'],
      ['border', '0'],
      ['display', 'block'],
    ] as const)
      frame.style.setProperty(property, value, 'important')
    // Room is kept before anything arrives, so that the article does not jump.
    this.#size(height > 0 ? height : frame.height === '' ? 480 : Number(frame.height))
    frame.addEventListener('load', () => {
      this.#say({ type: ASK })
      this.#theme = ''
      this.#follow()
    })
    this.#say({ type: ASK })
    if (this.getAttribute('theme') === 'host') {
      this.#watch = new MutationObserver(() => this.#follow())
      for (const node of [document.documentElement, document.body])
        this.#watch.observe(node, { attributes: true, attributeFilter: ['class', 'data-theme', 'style'] })
    }
  }

  disconnectedCallback(): void {
    removeEventListener('message', this)
    this.#watch?.disconnect()
  }

  handleEvent(event: MessageEvent<unknown>): void {
    if (this.#frame === null || event.source !== this.#frame.contentWindow) return
    // A frame that is sandboxed without an origin speaks as "null".
    if (event.origin !== this.#origin && event.origin !== 'null') return
    const height = heightOf(event.data)
    if (height !== null) this.#size(height)
  }

  // Host stylesheets say things like iframe{height:100%}: only an important inline height beats them.
  #size(height: number): void {
    this.#frame?.style.setProperty('height', `${String(height)}px`, 'important')
  }

  #say(message: object): void {
    this.#frame?.contentWindow?.postMessage(message, '*')
  }

  #follow(): void {
    if (this.getAttribute('theme') !== 'host') return
    const theme = hostTheme(this)
    if (theme === this.#theme) return
    this.#theme = theme
    this.#say({ type: THEME, theme })
  }

  /** The address of the embed page: from `src`, or from `chart` and the place that this script came from. */
  #source(): URL | null {
    const base = this.querySelector('iframe')?.src ?? this.getAttribute('src')
    const chart = this.getAttribute('chart')
    try {
      const url =
        base !== null && base !== ''
          ? new URL(base, location.href)
          : new URL(`embed/${encodeURIComponent(chart ?? '')}/`, here)
      if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
      const theme = themeOf(this.getAttribute('theme'))
      if (theme !== null && theme !== 'auto') url.searchParams.set('theme', theme)
      if (this.hasAttribute('plain')) url.searchParams.set('plain', '1')
      return url
    } catch {
      return null
    }
  }
}

if (customElements.get(NAME) === undefined) customElements.define(NAME, SinceOctober17)
