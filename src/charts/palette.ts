/**
 * Colours. Colour says who acted, never how sure we are. Each pair of hues is at least 20 apart (CIEDE2000) in normal vision and
 * under protanopia, deuteranopia and tritanopia, and at least 3:1 against the page; a test holds that.
 */
import { COLOURS, keysOf, type Colour } from '../dataset/vocabulary.ts'

export type Theme = 'light' | 'dark'

/** The colours that are not actors: page, text, lines, map. */
export interface Ground {
  /** The page. */
  readonly paper: string
  /** A card or panel that lies on the page. */
  readonly card: string
  readonly ink: string
  /** Secondary text: 4.5:1 and better on paper. */
  readonly quiet: string
  /** Axis lines and rules. */
  readonly line: string
  /** Faint grid. */
  readonly grid: string
  readonly land: string
  readonly sea: string
  readonly coast: string
  readonly focus: string
}

export const GROUND: Readonly<Record<Theme, Ground>> = {
  light: {
    paper: '#fbf9f4',
    card: '#ffffff',
    ink: '#1d1a14',
    quiet: '#625d52',
    line: '#a8a294',
    grid: '#e6e1d5',
    land: '#f3efe4',
    sea: '#e4ebec',
    coast: '#8f9a9b',
    focus: '#0056b8',
  },
  dark: {
    paper: '#14161a',
    card: '#1d2026',
    ink: '#ece7db',
    quiet: '#a9a497',
    line: '#5d5f63',
    grid: '#2a2d33',
    land: '#22252b',
    sea: '#171b22',
    coast: '#59636c',
    focus: '#8cc2ff',
  },
}

export const HUES: Readonly<Record<Theme, Readonly<Record<Colour, string>>>> = {
  light: {
    'iraqi-factions': '#cb5a00',
    houthis: '#106453',
    'us-uk-coalition': '#0087e0',
    israel: '#6e0071',
    iran: '#1a160b',
    other: '#8e8e8d',
  },
  dark: {
    'iraqi-factions': '#fc9e47',
    houthis: '#55a6a2',
    'us-uk-coalition': '#cbe1ff',
    israel: '#b73aa7',
    iran: '#fbf5e6',
    other: '#77715e',
  },
}

/** What a drawing paints with: literal colours in images, `var(--…)` on pages so that one drawing serves both themes. */
export interface Paint extends Ground {
  readonly hue: Readonly<Record<Colour, string>>
}

/** Literal colours, for images. */
export const paintOf = (theme: Theme): Paint => ({ ...GROUND[theme], hue: HUES[theme] })

/** Custom properties, for pages. The properties stand in src/styles/tokens.css. */
export const PAGE_PAINT: Paint = {
  ...(Object.fromEntries(Object.keys(GROUND.light).map((name) => [name, `var(--${name})`])) as unknown as Ground),
  hue: Object.fromEntries(keysOf(COLOURS).map((name) => [name, `var(--hue-${name})`])) as Record<Colour, string>,
}

/** The custom properties of a theme, as lines of CSS. */
export function tokensOf(theme: Theme): string {
  const ground = Object.entries(GROUND[theme]).map(([name, value]) => `--${name}: ${value};`)
  const hues = Object.entries(HUES[theme]).map(([name, value]) => `--hue-${name}: ${value};`)
  return [...ground, ...hues].join('\n')
}
