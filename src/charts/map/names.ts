/** Names of countries and seas: where on the map there is room for them. */
import type { LabelBox } from '../chart.ts'
import { collide, measure } from '../text.ts'
import type { Frame } from './projection.ts'
import { WATER, type Raster } from './raster.ts'

type Box = Pick<LabelBox, 'x' | 'y' | 'width' | 'height'>

// Areas of the atlas that are not named: bases, buffer zones, and areas whose status is disputed.
const UNNAMED = new Set(['Akrotiri', 'Dhekelia', 'Cyprus U.N. Buffer Zone', 'N. Cyprus', 'Somaliland'])

/** A name of a country set in spaced capitals. */
export interface CountryName {
  readonly lines: readonly string[]
  /** Middle of the first baseline. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly spacing: number
  readonly box: Box
}

const STEP = 9

/** Names of countries, largest first, each at the free spot nearest to the middle of what the frame shows of it. */
export function countryNames(raster: Raster, frame: Frame, size: number, taken: readonly Box[]): CountryName[] {
  const spacing = size * 0.2
  const occupied = [...taken]
  const order = raster.names
    .map((name, index) => ({ name, index, area: raster.area[index] ?? 0 }))
    .filter(({ name, area }) => area > 0 && !UNNAMED.has(name))
    .sort((a, b) => b.area - a.area || (a.name < b.name ? -1 : 1))
  const names: CountryName[] = []
  for (const { name, index } of order) {
    const words = name.toUpperCase().split(' ')
    const wraps = words.length > 1 ? [[words.join(' ')], words] : [words]
    for (const lines of wraps) {
      const box = roomFor(lines, size, spacing, index, raster, frame, occupied)
      if (box === null) continue
      occupied.push(box)
      names.push({ lines, x: box.x + box.width / 2, y: box.y + size * 0.98, size, spacing, box })
      break
    }
  }
  return names
}

function roomFor(
  lines: readonly string[],
  size: number,
  spacing: number,
  country: number,
  raster: Raster,
  frame: Frame,
  occupied: readonly Box[],
): Box | null {
  const width = Math.max(...lines.map((line) => measure(line, size) + spacing * line.length))
  const height = size * 1.25 * lines.length
  const [middleX, middleY] = raster.middle(country)
  let best: Box | null = null
  let distance = Infinity
  for (let y = STEP; y + height < frame.height - 4; y += STEP) {
    for (let x = STEP; x + width < frame.width - 4; x += STEP) {
      const away = Math.hypot(x + width / 2 - middleX, y + height / 2 - middleY)
      if (away >= distance) continue
      const land = [0, 0.2, 0.4, 0.6, 0.8, 1].every((part) =>
        [0, 0.5, 1].every((down) => raster.at(x + part * width, y + down * height) === country),
      )
      if (!land) continue
      const grown = { x: x - 4, y: y - 3, width: width + 8, height: height + 6 }
      if (occupied.some((other) => collide(grown, other))) continue
      best = { x, y, width, height }
      distance = away
    }
  }
  return best
}

/** The name of a sea along its axis. */
export interface SeaName {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Degrees, clockwise; never upside down. */
  readonly angle: number
  readonly size: number
  readonly spacing: number
  /** A box for each letter: the box of the whole would take the coasts with it. */
  readonly boxes: readonly LabelBox[]
}

/** A sea and the ends of its axis. */
export interface SeaAxis {
  readonly text: string
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

interface Axis {
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
  readonly length: number
}

/** Names of seas where every letter stands on water and on nothing else; a name without such a spot is left out. */
export function seaNames(
  seas: readonly SeaAxis[],
  raster: Raster,
  frame: Frame,
  size: number,
  taken: readonly Box[],
): SeaName[] {
  const occupied = [...taken]
  const names: SeaName[] = []
  for (const { text, from, to } of seas) {
    const a = frame.projection([from[0], from[1]])
    const b = frame.projection([to[0], to[1]])
    if (a === null || b === null) continue
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (length === 0) continue
    let direction = Math.atan2(b[1] - a[1], b[0] - a[0])
    if (direction > Math.PI / 2) direction -= Math.PI
    if (direction <= -Math.PI / 2) direction += Math.PI
    for (const [turn, spacing] of TRIES) {
      const name = nameAlong(text, direction * turn, size, spacing * size, { a, b, length }, raster, frame, occupied)
      if (name === null) continue
      occupied.push(...name.boxes)
      names.push(name)
      break
    }
  }
  return names
}

// Share of the axis' slope, and letter-spacing in ems: wide along the axis first, then tighter, then flatter.
const TRIES = [1, 0.6, 0.3, 0].flatMap((turn) => [0.42, 0.3, 0.2].map((spacing) => [turn, spacing] as const))

// Pixels to either side of the axis.
const ACROSS = [0, 8, -8, 16, -16, 26, -26, 40, -40, 60, -60]

function nameAlong(
  text: string,
  angle: number,
  size: number,
  spacing: number,
  { a, b, length }: Axis,
  raster: Raster,
  frame: Frame,
  occupied: readonly Box[],
): SeaName | null {
  const letters = [...text]
  const advances = letters.map((letter) => measure(letter, size, 'serif-400') + spacing)
  const width = advances.reduce((sum, advance) => sum + advance, 0) - spacing
  const steps: (readonly [number, number])[] = []
  for (let along = -0.4; along <= 1.4; along += 8 / length) for (const across of ACROSS) steps.push([along, across])
  const cost = ([along, across]: readonly [number, number]) => Math.abs(along - 0.5) * length + Math.abs(across) * 2
  steps.sort((p, q) => cost(p) - cost(q))
  for (const [along, across] of steps) {
    const x = a[0] + (b[0] - a[0]) * along - ((b[1] - a[1]) / length) * across
    const y = a[1] + (b[1] - a[1]) * along + ((b[0] - a[0]) / length) * across
    let at = -width / 2
    const boxes = letters.map((letter, i): LabelBox => {
      const advance = advances[i] ?? 0
      const middle = at + (advance - spacing) / 2
      at += advance
      // Small enough that neighbours' boxes stay apart at any slope.
      const side = Math.min(size * 0.5, advance * 0.68)
      return {
        text: letter,
        x: x + Math.cos(angle) * middle - side / 2,
        y: y + Math.sin(angle) * middle - side / 2,
        width: side,
        height: side,
        size,
      }
    })
    if (boxes.every((box) => isFreeWater(box, raster, frame, occupied)))
      return {
        text,
        x,
        y,
        angle: (angle * 180) / Math.PI,
        size,
        spacing,
        boxes: boxes.filter((box) => box.text !== ' '),
      }
  }
  return null
}

function isFreeWater(box: Box, raster: Raster, frame: Frame, occupied: readonly Box[]): boolean {
  const x = box.x - 5
  const y = box.y - 5
  const width = box.width + 10
  const height = box.height + 10
  if (x < 2 || y < 2 || x + width > frame.width - 2 || y + height > frame.height - 2) return false
  const water = [0, 0.5, 1].every((part) =>
    [0, 0.5, 1].every((down) => raster.at(x + part * width, y + down * height) === WATER),
  )
  return water && !occupied.some((other) => collide({ x, y, width, height }, other))
}
