/** A layout: where every mark stands in a scene, and what is drawn under and over the marks. */
import type { Dataset, Incident } from '../dataset/dataset.ts'
import type { Query } from '../dataset/query.ts'
import type { LabelBox } from '../charts/chart.ts'
import type { Size } from './size.ts'

/** A row or lane of a layout, with its records. */
export interface Group {
  readonly label: string
  readonly query: Query | readonly Query[]
  /** Words for the unit of its count; records where absent. */
  readonly note?: string
}

/** Where the marks stand. */
export type LayoutSpec =
  | {
      /** Each mark above its day, piled from a baseline; one pile a lane. */
      readonly kind: 'timeline'
      readonly from: string
      readonly to: string
      readonly lanes?: readonly Group[]
    }
  | {
      /** Each mark at its place; what has none waits beside the map. */
      readonly kind: 'map'
      readonly map: 'region' | 'iraq-syria' | 'red-sea' | 'yemen'
    }
  | {
      /** Rows of marks, one a group, in time order. */
      readonly kind: 'bands'
      readonly groups: readonly Group[]
    }

export interface Layout {
  readonly spec: LayoutSpec
  readonly size: Size
  /** Radius of a mark that stands for one attack. */
  readonly radius: number
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** Radius of each mark. */
  readonly r: readonly number[]
  /** False for marks that this layout has no room for: outside its days, frame or groups. */
  readonly on: readonly boolean[]
  /** Markup below and above the marks. */
  readonly under: string
  readonly over: string
  /** Every label drawn. */
  readonly labels: readonly LabelBox[]
  /** Boxes that notes keep clear of, besides the marks. */
  readonly taken: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]
  /** What the layout shows, in words. */
  readonly words: string
}

export interface LayoutContext {
  readonly dataset: Dataset
  readonly roster: readonly Incident[]
  readonly size: Size
  /** Marks that the scene shows at all: piles and counts hold these alone. */
  readonly shown: readonly boolean[]
}
