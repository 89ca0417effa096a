/** The two sizes that scenes are laid out for, in units of their own that the stage scales to the window. */

export type SizeName = 'phone' | 'desktop'

export interface Size {
  readonly name: SizeName
  /** The field: its centre is the stage's; what lies outside is cut. */
  readonly width: number
  readonly height: number
  /** Radius of a record in a scene of the whole record; zoomed scenes draw larger. */
  readonly radius: number
  /** Type on the stage. At the least scale (a window 320 wide) a label is still 11 px. */
  readonly text: number
  readonly small: number
}

export const SIZES: Readonly<Record<SizeName, Size>> = {
  phone: { name: 'phone', width: 360, height: 372, radius: 2.6, text: 13, small: 12.4 },
  desktop: { name: 'desktop', width: 800, height: 660, radius: 3.6, text: 15, small: 13 },
}

export const SIZE_NAMES = ['phone', 'desktop'] as const
