/**
 * The stage in the browser: reads where the reader is, shows that scene, answers the pointer, the finger and the keyboard.
 *
 * 1. What is shown is a function of the state {step, progress} alone (../state.ts), and that of positions alone.
 * 2. Nothing is fetched before the reader moves: the opening stands in the page as a drawing, and the canvas takes over its places.
 * 3. Where motion is reduced, marks are at their places at once.
 */
import type { SceneFile } from '../codec.ts'
import { stateOf, type ScrollState } from '../state.ts'
import { dots } from '../still.ts'
import { unpackNumbers, unpackRuns } from '../codec.ts'
import { createBrowse } from './browse.ts'
import { createCard } from './card.ts'
import { createField, type Field } from './field.ts'
import { showLinks } from './links.ts'

/** The window at which the text stands beside the stage; the style sheet says the same. */
const BESIDE = '(min-width: 56rem), (orientation: landscape) and (max-height: 33rem) and (min-width: 40rem)'

const COLOURS = ['iraqi-factions', 'houthis', 'us-uk-coalition', 'israel', 'iran', 'other']

const get = <T extends Element = HTMLElement>(root: ParentNode, selector: string): T => {
  const found = root.querySelector<T>(selector)
  if (found === null) throw new Error(`The stage lacks ${selector}`)
  return found
}

/** Printing does not wait: where the reader prints before moving, the scenes are fetched while the browser holds still. */
function fetchNow(address: string): SceneFile | null {
  const request = new XMLHttpRequest()
  request.open('GET', address, false)
  try {
    request.send()
    return JSON.parse(request.responseText) as SceneFile
  } catch {
    return null
  }
}

function start(root: HTMLElement): void {
  const stage = get(root, '.stage')
  const canvas = get<HTMLCanvasElement>(root, 'canvas')
  const under = get<SVGSVGElement>(root, '.under')
  const over = get<SVGSVGElement>(root, '.over')
  const explore = get(root, '.explore')
  const steps = [...root.querySelectorAll<HTMLElement>('.step')]
  const segments = [...root.querySelectorAll<HTMLAnchorElement>('.progress a')]
  const chapters = [...root.querySelectorAll<HTMLElement>('.chapter')]
  const beside = matchMedia(BESIDE)
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const files = new Map<string, Promise<SceneFile>>()
  const scenesOf = steps.map((step) => step.dataset['scene'] ?? '')
  let field: Field | null = null
  let file: SceneFile | null = null
  let state: ScrollState = { step: 0, progress: 0 }
  let scene = -1
  let asked = ''

  const ground = () => {
    const style = getComputedStyle(root)
    const value = (name: string) => style.getPropertyValue(name).trim()
    return { paper: value('--paper'), ink: value('--ink'), hues: COLOURS.map((name) => value(`--hue-${name}`)) }
  }

  const card = createCard(get(root, '.record-card'), root.dataset['cards'] ?? '', () => {
    field?.choose(-1)
    get<HTMLButtonElement>(root, '.browse button').focus({ preventScroll: true })
  })
  const open = (mark: number, focus: boolean): void => {
    if (field === null || mark < 0) return
    field.choose(mark)
    card.open(mark, { ...field.at(mark), width: canvas.clientWidth, height: canvas.clientHeight }, focus)
  }
  const browse = createBrowse(
    get(root, '.browse'),
    root.dataset['titles'] ?? '',
    (mark) => field?.choose(mark),
    (mark) => {
      open(mark, true)
    },
  )

  const load = (size: string): Promise<SceneFile> => {
    let promise = files.get(size)
    if (promise === undefined) {
      promise = fetch(`${root.dataset['scenes'] ?? ''}${size}.json`).then((answer) => {
        if (!answer.ok) throw new Error(`The scenes: ${String(answer.status)}`)
        return answer.json() as Promise<SceneFile>
      })
      promise.catch(() => files.delete(size))
      files.set(size, promise)
    }
    return promise
  }

  /** Take over from the drawing in the page, or change to the other size. */
  const take = async (): Promise<void> => {
    const size = beside.matches ? 'desktop' : 'phone'
    // Without a canvas the drawing in the page is all there is, and stays.
    if (asked === size || canvas.getContext('2d') === null) return
    asked = size
    try {
      const next = await load(size)
      if (asked !== size) return
      file = next
    } catch {
      // The drawing in the page and the text stay; the next move tries again.
      asked = ''
      return
    }
    const box = `0 0 ${String(file.width)} ${String(file.height)}`
    under.setAttribute('viewBox', box)
    over.setAttribute('viewBox', box)
    field = createField(canvas, get(root, '.ring'), file, ground, () => {
      stage.dataset['settled'] = 'true'
    })
    scene = -1
    stage.dataset['size'] = size
    show(false)
    field.fit()
    for (const drawing of root.querySelectorAll('.opening')) drawing.remove()
  }

  const show = (travel: boolean): void => {
    if (file === null || field === null) return
    const id = scenesOf[state.step] ?? ''
    const next = file.scenes.findIndex((entry) => entry.id === id)
    const entry = file.scenes[next]
    if (entry === undefined || next === scene) return
    const before = file.scenes[scene]
    scene = next
    const layout = file.layouts[entry.layout]
    if (before?.layout !== entry.layout) under.innerHTML = layout?.under ?? ''
    over.innerHTML = (layout?.over ?? '') + entry.notes
    for (const drawing of before === undefined || still.matches
      ? []
      : before.layout === entry.layout
        ? [over]
        : [under, over]) {
      drawing.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 500, easing: 'ease-in' })
    }
    showLinks(explore, entry.explore)
    stage.dataset['scene'] = id
    stage.dataset['settled'] = 'false'
    card.close()
    browse.close()
    field.choose(-1)
    field.show(next, travel && !still.matches)
    browse.set(field.marksOf(next))
  }

  const read = (): void => {
    const line = innerHeight * (beside.matches ? 0.62 : 0.82)
    const tops = steps.map((step) => step.getBoundingClientRect().top)
    state = stateOf(tops, steps.at(-1)?.getBoundingClientRect().bottom ?? 0, line)
    stage.dataset['step'] = steps[state.step]?.id ?? ''
    const chapter = steps[state.step]?.closest<HTMLElement>('.chapter') ?? null
    segments.forEach((segment, i) => {
      const own = chapters[i]
      const inside = steps.filter((step) => own?.contains(step))
      const first = steps.indexOf(inside[0] as HTMLElement)
      const done = Math.min(1, Math.max(0, (state.step + state.progress - first) / Math.max(1, inside.length)))
      get(segment, '.fill').style.transform = `scaleX(${done.toFixed(3)})`
      if (own === chapter) segment.setAttribute('aria-current', 'step')
      else segment.removeAttribute('aria-current')
    })
    show(true)
  }

  let waiting = false
  const moved = (): void => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      void take()
      read()
    })
  }
  const resized = (): void => {
    field?.fit()
    read()
    if (field !== null) void take()
  }

  addEventListener('scroll', moved, { passive: true })
  for (const wake of ['pointerdown', 'keydown', 'touchstart', 'wheel', 'hashchange'] as const)
    addEventListener(wake, moved, { passive: true })
  new ResizeObserver(resized).observe(canvas)
  beside.addEventListener('change', () => {
    if (field !== null) void take()
  })
  const repaint = (): void => field?.fit()
  dark.addEventListener('change', repaint)
  new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ['data-theme'] })

  const target = get(root, '.field')
  const spot = (event: MouseEvent): number => {
    const box = canvas.getBoundingClientRect()
    return field?.pick(event.clientX - box.left, event.clientY - box.top) ?? -1
  }
  target.addEventListener('click', (event) => {
    const mark = spot(event)
    if (mark >= 0) open(mark, false)
    else {
      card.close()
      field?.choose(-1)
    }
  })
  target.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse' || card.shown) return
    const mark = spot(event)
    field?.choose(mark)
    target.classList.toggle('near', mark >= 0)
  })
  target.addEventListener('pointerleave', () => {
    if (!card.shown) field?.choose(-1)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !card.shown) return
    card.close()
    field?.choose(-1)
  })

  // Print: every step with its own still, drawn from the same numbers.
  addEventListener('beforeprint', () => {
    file ??= fetchNow(`${root.dataset['scenes'] ?? ''}desktop.json`)
    if (file === null) return
    const { look, kind, width, height, layouts, scenes } = file
    for (const step of steps) {
      const entry = scenes.find((each) => each.id === step.dataset['scene'])
      const layout = layouts[entry?.layout ?? -1]
      if (entry === undefined || layout === undefined) continue
      const xs = unpackNumbers(layout.x)
      const ys = unpackNumbers(layout.y)
      const strengths = unpackRuns(entry.state)
      const shares = layout.s === undefined ? null : unpackRuns(layout.s)
      const many = new Map<number, number>()
      for (let i = 0; i < file.many.length; i += 2) many.set(file.many[i] ?? 0, file.many[i + 1] ?? 1)
      const list = [...look].flatMap((digit, i) => {
        const code = parseInt(digit, 36)
        if (strengths[i] === 0) return []
        const r = (layout.r / 10) * (many.get(i) ?? 1) ** 0.25 * ((shares?.[i] ?? 100) / 100)
        return [
          {
            x: xs[i] ?? 0,
            y: ys[i] ?? 0,
            r,
            hue: `var(--hue-${COLOURS[code >> 2] ?? 'other'})`,
            form: code & 3,
            faint: strengths[i] === 1,
            kind: Number(kind[i]),
            many: many.get(i) ?? 1,
          },
        ]
      })
      const figure = get(step, '.print-still')
      figure.innerHTML = `<svg viewBox="0 0 ${String(width)} ${String(height)}">${layout.under}${dots(list, 'var(--paper)')}${layout.over}${entry.notes}</svg>`
    }
  })
  addEventListener('afterprint', () => {
    for (const figure of root.querySelectorAll('.print-still')) figure.replaceChildren()
  })

  read()
  // A reader who comes back to the middle, or by a link to a step, sees its scene at once.
  if (scrollY > 40 || location.hash.length > 1) moved()
}

for (const root of document.querySelectorAll<HTMLElement>('.scrolly')) start(root)
