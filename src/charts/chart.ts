/** What a chart is: the contract between a chart's folder and everything that shows it. */
import type { Dataset } from '../dataset/dataset.ts'
import type { Query } from '../dataset/query.ts'
import type { Paint } from './palette.ts'

/** Where a drawing goes. */
export interface Canvas {
  /** Width in CSS pixels; the height follows from the drawing. */
  readonly width: number
  readonly paint: Paint
  /** Begins every id in the drawing, so that two drawings on a page never collide. */
  readonly prefix: string
  /** Turns a path of the site ("/incidents/…/") into an address; null in images, which have no links. */
  readonly href: ((path: string) => string) | null
  /** The text sizes etc. may differ in an image that carries title and source itself. */
  readonly standalone: boolean
  /**
   * On a share card, the height that there is: of its parts the drawing then shows those that fit, whole, the most telling first.
   * What is taller all the same is made smaller, never cut. No limit where absent.
   */
  readonly room?: number
  /**
   * For embeds, which hold several drawings and must be light. Outlines of maps may lose detail, and are drawn as they are at the
   * smallest width that shows the same extent, then scaled: the path data of several widths is then the same, and sent once.
   */
  readonly light?: boolean
}

/** One row a mark, for the table, the CSV and independent checks. */
export interface Table {
  readonly caption: string
  readonly columns: readonly { readonly key: string; readonly label: string; readonly numeric?: boolean }[]
  readonly rows: readonly Readonly<Record<string, string | number | null>>[]
  /** The key of a column whose value is an incident's id, to link rows; null otherwise. */
  readonly idColumn?: string | null
}

export interface Drawing {
  /** The whole `<svg>` element with viewBox, width and height; `role="group"` where marks answer, `role="img"` in images. */
  readonly svg: string
  readonly width: number
  readonly height: number
  /** The boxes of all labels drawn, for the test that none overlap: x, y, width, height, size in px, text. */
  readonly labels: readonly LabelBox[]
}

export interface LabelBox {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly size: number
}

/** A chart. `M` is its model: plain, serialisable, computed from the dataset alone; editions store it as it stands. */
export interface Chart<M = unknown> {
  readonly id: string
  /** Raised when `M` changes its shape, so that editions kept in the older one are told apart; 1 where absent. */
  readonly modelVersion?: number
  /** Short name for menus: "Attacks by week". */
  readonly name: string
  /** Widths drawn for pages, narrow to wide, in CSS pixels of the drawing. */
  readonly widths: readonly number[]
  readonly model: (dataset: Dataset) => M
  /** The finding, as a sentence, computed. */
  readonly title: (model: M) => string
  /** What is shown, and in which unit. */
  readonly subtitle: (model: M) => string
  /** Text alternative: two to five sentences with the figures that matter. */
  readonly describe: (model: M) => string
  /** How it was made and what it does not show: paragraphs of plain text. */
  readonly method: (model: M) => readonly string[]
  readonly table: (model: M) => Table
  readonly draw: (model: M, canvas: Canvas) => Drawing
  /** Width of the drawing on the share card: the smaller, the larger its letters there. 800 where absent. */
  readonly cardWidth?: number
  /** The records behind it, for the link to Explore. */
  readonly query: Query
}

/** Widths at which every chart is drawn and tested: for windows of 390, 768 and 1280 px. */
export const WIDTHS = [358, 704, 1040] as const

/** Keeps a chart's model type inside its own folder. */
export function defineChart<M>(chart: Chart<M>): Chart {
  return chart as unknown as Chart
}
