/**
 * The drawings of an embed. A frame is anything from 280 px to a wide page: the chart is drawn for several widths, so that lettering
 * is shown at its size or somewhat larger, and the style sheet shows one of them. Four things keep them within an embed's budget:
 *
 * 1. Marks say their words once, in one drawing. In the others a mark is a bare `<a>`; the embed's script gives it the address and
 *    words of its twin (src/embed/twins.ts). Where no script runs, the drawing for a column of text has links, the others have none.
 * 2. Long lines, such as coasts, are there once: drawings of several widths refer to them.
 * 3. Positions are rounded to a tenth of a pixel, or to a half or a whole one where that is needed.
 * 4. What would still weigh too much stays at home: the larger phone first, then the wide page. Never the smallest, which alone is
 *    legible in a narrow frame, nor the column's.
 */
import { gzipSync } from 'node:zlib'
import type { Chart, Drawing, Table } from './chart.ts'
import { PAGE_PAINT } from './palette.ts'

/**
 * Widths drawn, in CSS pixels, narrow to wide. Each is shown from a figure of its own width on, so that no letter shrinks. The style
 * sheet knows them.
 */
export const EMBED_WIDTHS = [280, 356, 560, 900] as const

/** A phone's drawing without a larger one beside it grows to this width and no further, in CSS pixels. */
export const MOST_OF_SMALLEST = 400

/** The column's drawing: its marks keep their words in the page. */
const TALKING = 560

/** One drawing of an embed, and the widths of the figure at which it is shown. */
export interface EmbedDrawing extends Pick<Drawing, 'svg' | 'width' | 'height'> {
  /** Whether its marks say their address and words; else their twins do. */
  readonly talks: boolean
  readonly from: number
  /** Up to, not including, this width; null: as wide as it gets. */
  readonly to: number | null
}

// What typefaces, style sheet, script and the rest of the page leave of an embed's budget, gzipped.
const BYTES = 36_900

interface Effort {
  readonly widths: readonly number[]
  /** Pixels to which positions are rounded. */
  readonly grain: 0.1 | 0.5 | 1
}

// The first that fits is taken.
const EFFORTS: readonly Effort[] = [
  { widths: EMBED_WIDTHS, grain: 0.1 },
  { widths: EMBED_WIDTHS, grain: 0.5 },
  { widths: [280, 560, 900], grain: 0.1 },
  { widths: [280, 560, 900], grain: 0.5 },
  { widths: [280, 560, 900], grain: 1 },
  { widths: [280, 560], grain: 0.5 },
]

// A line of the ground that is long enough to be worth a reference, in characters.
const LONG = 400

const MARK = /<a ([^>]*)>/g

const roundNumbers = (text: string, grain: number): string =>
  text.replace(/\d*\.\d+/g, (digits) => String(Math.round(Math.round(Number(digits) / grain) * grain * 10) / 10))

/**
 * Positions to the grain, radii to a tenth; sizes of letters and whatever stands in words and addresses stay. So do coasts, whose steps
 * would add up to an error, and rows of dots, which are dashed lines exact to the last dot.
 */
export const roundTo = (svg: string, grain: number): string =>
  svg.replace(/<[a-z]+ [^>]*>/g, (tag) => {
    if (tag.startsWith('<a ')) return tag
    if (tag.startsWith('<text')) return roundPlaces(tag, 0.1)
    if (tag.startsWith('<path d="m') || tag.includes(' stroke-dasharray=".01')) return tag
    // Relative steps add up, and an arc whose ends are moved is another arc: only straight lines bear a whole pixel.
    const d = tag.startsWith('<path') ? (/ d="([^"]*)"/.exec(tag)?.[1] ?? '') : ''
    const own = /[a-gi-uw-y]/.test(d) ? 0.1 : /[ACQST]/.test(d) ? Math.min(grain, 0.5) : grain
    return roundPlaces(tag, own).replace(/ r="[^"]*"/, (radius) => roundNumbers(radius, 0.1))
  })

const roundPlaces = (tag: string, grain: number): string =>
  tag.replace(/ (?:d|x|y|x1|y1|x2|y2|cx|cy|width|height|points)="[^"]*"| transform="[^s"]*"/g, (attribute) =>
    roundNumbers(attribute, grain),
  )

/** Marks of a drawing without what their twins say: `<a>` where the twin follows the last one's, else `<a data-twin="N">`. */
function silence(svg: string, twins: ReadonlyMap<string, number>): string {
  let last = -1
  return svg.replace(MARK, (whole, attributes: string) => {
    const twin = twins.get(attributes)
    if (twin === undefined) return whole
    const bare = twin === last + 1 ? '<a>' : `<a data-twin="${String(twin)}">`
    last = twin
    return bare
  })
}

const LINE = new RegExp(`<path d="(m[^"]{${String(LONG)},})"((?: [\\w-]+="[^"]*")*)/>`, 'g')

/** Drawings in which a long line that came before, at whatever scale, is a reference to it. */
function shareLines(svgs: readonly string[], prefix: string): string[] {
  const ids = new Map<string, string>()
  return svgs.map((svg) =>
    svg.replace(LINE, (whole, d: string, rest: string) => {
      const transform = / transform="[^"]*"/.exec(rest)?.[0] ?? ''
      const key = d + rest.replace(transform, '')
      const id = ids.get(key)
      if (id !== undefined) return `<use href="#${id}"${transform}/>`
      if (transform !== '') return whole
      const own = `${prefix}-line-${String(ids.size)}`
      ids.set(key, own)
      return `<path id="${own}" d="${d}"${rest}/>`
    }),
  )
}

// A mark leads out of the frame, into a page of its own: the article around the frame stays. One `rel` is enough. Empty marks go.
const outward = (svg: string): string =>
  svg.replace(/<a [^>]*\/>/g, '').replace(MARK, (_, attributes: string) => {
    const own = attributes.replace(/ ?(?:rel|target)="[^"]*"/g, '').trim()
    return `<a target="_blank" rel="noopener" ${own}>`
  })

const widthsOf = (widths: readonly number[], index: number): Pick<EmbedDrawing, 'from' | 'to'> => ({
  from: index === 0 ? 0 : (widths[index] ?? 0),
  to: widths[index + 1] ?? null,
})

/** What an embed carries. */
export interface Embedded {
  /** Narrow to wide. */
  readonly drawings: readonly EmbedDrawing[]
  /** Whether the table goes with them; else the embed links to it. */
  readonly table: boolean
}

// Longer tables are for the chart's page.
const MOST_ROWS = 200

/** The table as it will weigh, or null where it is too long for an embed. */
function tableMarkup({ columns, rows }: Table): string | null {
  if (rows.length > MOST_ROWS) return null
  const cell = (value: string | number | null | undefined): string =>
    `<td class="number">${String(value ?? 'not known')}</td>`
  return rows.map((row) => `<tr>${columns.map(({ key }) => cell(row[key])).join('')}</tr>`).join('')
}

const known = new WeakMap<Chart, { readonly model: unknown; readonly embedded: Embedded }>()

/** What an embed of this model carries within its budget. */
export function embedded(chart: Chart, model: unknown, href: (path: string) => string): Embedded {
  const before = known.get(chart)
  if (before !== undefined && before.model === model) return before.embedded
  const made = new Map<number, Drawing>()
  const draw = (width: number): Drawing => {
    const prefix = `${chart.id}-${String(width)}`
    const drawn =
      made.get(width) ?? chart.draw(model, { width, paint: PAGE_PAINT, prefix, href, standalone: false, light: true })
    made.set(width, drawn)
    return drawn
  }
  const attempt = ({ widths, grain }: Effort): EmbedDrawing[] => {
    const drawn = shareLines(
      widths.map((width) => outward(roundTo(draw(width).svg, grain))),
      chart.id,
    )
    const talking = drawn[widths.indexOf(TALKING)] ?? ''
    const said = [...talking.matchAll(MARK)].map((match) => match[1] ?? '')
    const twins = new Map(said.map((words, index) => [words, index]))
    return drawn.map((svg, index) => {
      const { width, height } = draw(widths[index] ?? TALKING)
      const talks = svg === talking
      return { svg: talks ? svg : silence(svg, twins), talks, width, height, ...widthsOf(widths, index) }
    })
  }
  const weigh = (drawings: readonly EmbedDrawing[], more = ''): number =>
    gzipSync(drawings.map(({ svg }) => svg).join('') + more).length
  let drawings: readonly EmbedDrawing[] = []
  for (const effort of EFFORTS) {
    drawings = attempt(effort)
    if (weigh(drawings) <= BYTES) break
  }
  const table = tableMarkup(chart.table(model))
  const result = { drawings, table: table !== null && table !== '' && weigh(drawings, table) <= BYTES }
  known.set(chart, { model, embedded: result })
  return result
}

/** The drawing shown in a figure of that width. */
export function shownAt(drawings: readonly EmbedDrawing[], width: number): EmbedDrawing {
  const shown = drawings.find(({ from, to }) => width >= from && (to === null || width < to)) ?? drawings[0]
  if (shown === undefined) throw new Error('An embed has no drawing.')
  return shown
}

/** How wide that drawing is in a figure of that width, in CSS pixels. */
export const widthShown = ({ from, to }: EmbedDrawing, width: number): number =>
  from === 0 && to === TALKING ? Math.min(width, MOST_OF_SMALLEST) : width
