/** The one script of an embed page: sets theme and plainness from the address, and tells the parent its height. */
import { enhanceFigures } from '../charts/enhance/enhance.ts'
import { asksHeight, asksTheme, childIdOf, heightMessages, themeOf, type EmbedTheme } from './protocol.ts'
import { giveTwins } from './twins.ts'

const root = document.documentElement
const query = new URLSearchParams(location.search)
const childId = childIdOf(query.get('childId'))

const setTheme = (theme: EmbedTheme): void => {
  if (theme === 'auto') delete root.dataset['theme']
  else root.dataset['theme'] = theme
}

// Before the first paint, so that nothing flashes.
setTheme(themeOf(query.get('theme')) ?? 'auto')
if (query.get('plain') === '1') root.classList.add('plain')
root.classList.add('scripted')

const start = (): void => {
  giveTwins(document)
  enhanceFigures(document)
  const box = document.getElementById('embed')
  if (box === null || window.parent === window) return
  let last = -1
  const tell = (again: boolean): void => {
    const height = Math.ceil(box.getBoundingClientRect().height)
    // A hidden frame measures nothing; it tells its height when it is shown.
    if (height === 0 || (height === last && !again)) return
    last = height
    // A height is no secret, and the parent's origin is not known: hence any target.
    for (const message of heightMessages(height, childId)) window.parent.postMessage(message, '*')
  }
  new ResizeObserver(() => tell(false)).observe(box)
  addEventListener('load', () => tell(true))
  addEventListener('resize', () => tell(false))
  document.addEventListener('toggle', () => tell(false), true)
  void document.fonts.ready.then(() => tell(false))
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent) return
    const theme = asksTheme(event.data)
    if (theme !== null) setTheme(theme)
    if (asksHeight(event.data, childId)) tell(true)
  })
  tell(true)
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
else start()
