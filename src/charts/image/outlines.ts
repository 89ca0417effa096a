/**
 * Letters as outlines, each outline written once. A renderer turns every line of text into one long path; here its shapes become
 * definitions that are placed wherever they recur, and every number is written as short as it can be.
 *
 * 1. A path of letters is one that has quadratic curves: the faces are TrueType, and no chart draws such curves itself.
 * 2. Its contours are grouped as they follow one another: those whose boxes meet belong to one shape (a letter and its counter).
 * 3. A line with a halo is drawn twice: all halos, then all letters.
 * 4. Shapes that are alike to a twentieth of a pixel are one definition, placed by its first point.
 */
import { num } from '../svg.ts'

interface Command {
  readonly letter: string
  /** Absolute pairs of coordinates. */
  readonly numbers: readonly number[]
}

interface Shape {
  readonly commands: readonly Command[]
  readonly x: number
  readonly y: number
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

function commandsOf(d: string): Command[] {
  return [...d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)].map(([, letter = '', rest = '']) => ({
    letter,
    numbers:
      rest.trim() === ''
        ? []
        : rest
            .trim()
            .split(/[\s,]+/)
            .map(Number),
  }))
}

/** Contours of a path, each from its M on. */
function contoursOf(commands: readonly Command[]): Command[][] {
  const contours: Command[][] = []
  for (const command of commands) {
    if (command.letter === 'M') contours.push([])
    contours.at(-1)?.push(command)
  }
  return contours
}

function boxOf(contour: readonly Command[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { numbers } of contour)
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const [x = 0, y = 0] = [numbers[i], numbers[i + 1]]
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  return box
}

const meet = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom

/** The shapes of a path of letters, in its order. */
function shapesOf(commands: readonly Command[]): Shape[] {
  const groups: { commands: Command[]; box: Box }[] = []
  for (const contour of contoursOf(commands)) {
    const box = boxOf(contour)
    const last = groups.at(-1)
    if (last === undefined || !meet(last.box, box)) {
      groups.push({ commands: contour, box })
      continue
    }
    last.commands.push(...contour)
    last.box = {
      left: Math.min(last.box.left, box.left),
      top: Math.min(last.box.top, box.top),
      right: Math.max(last.box.right, box.right),
      bottom: Math.max(last.box.bottom, box.bottom),
    }
  }
  return groups.map(({ commands: own }) => ({
    commands: own,
    x: own[0]?.numbers[0] ?? 0,
    y: own[0]?.numbers[1] ?? 0,
  }))
}

/** Numbers side by side, with a blank only where two would run together. */
const join = (numbers: readonly number[]): string =>
  numbers.map((value, i) => (i > 0 && value >= 0 ? ` ${num(value)}` : num(value))).join('')

const hundredths = (value: number): number => Math.round(value * 100) / 100

/** A path in relative commands, seen from a point; hundredths of a pixel, rounded so that errors do not add up. */
function relative(commands: readonly Command[], fromX = 0, fromY = 0): string {
  let [x, y] = [0, 0]
  let [startX, startY] = [0, 0]
  let before = ''
  return commands
    .map(({ letter, numbers }, index) => {
      if (letter === 'Z') {
        ;[x, y] = [startX, startY]
        before = 'z'
        return 'z'
      }
      const [px, py] = [x, y]
      const written = numbers.map((value, i) => {
        const at = hundredths(value - (i % 2 === 0 ? fromX : fromY))
        if (i % 2 === 0) x = at
        else y = at
        return hundredths(at - (i % 2 === 0 ? px : py))
      })
      if (letter === 'M') [startX, startY] = [x, y]
      // A path begins where it begins; a repeated letter is left out.
      const sign = index === 0 ? 'M' : letter.toLowerCase()
      const shown = sign === before && sign !== 'm' ? '' : sign
      before = sign
      const text = join(written)
      return shown === '' && (written[0] ?? 0) >= 0 ? ` ${text}` : shown + text
    })
    .join('')
}

/** What two shapes that are alike have in common. */
const likeness = ({ commands, x, y }: Shape): string =>
  commands
    .map(
      ({ letter, numbers }) =>
        letter + numbers.map((value, i) => Math.round((value - (i % 2 === 0 ? x : y)) * 20)).join(' '),
    )
    .join('')

/**
 * The same drawing, smaller: `svg` as a renderer wrote it, with paths of absolute commands. Ids of what it defines begin with
 * `prefix`, so that two files can stand in one page.
 */
export function shareOutlines(svg: string, prefix: string): string {
  const definitions = new Map<string, { id: string; d: string }>()
  const place = (shape: Shape): string => {
    const key = likeness(shape)
    let definition = definitions.get(key)
    if (definition === undefined) {
      definition = { id: `${prefix}-${definitions.size.toString(36)}`, d: relative(shape.commands, shape.x, shape.y) }
      definitions.set(key, definition)
    }
    return `<use xlink:href="#${definition.id}" x="${num(shape.x)}" y="${num(shape.y)}"/>`
  }
  const drawn = svg
    .replace(/(\sid=")([^"]+")/g, `$1${prefix}-$2`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replace(/<path([^>]*?) d="([^"]*)"([^>]*)\/>/g, (_, before: string, d: string, after: string) => {
      const commands = commandsOf(d)
      const attributes = `${before}${after}`.replace(' stroke="none"', '')
      if (!commands.some(({ letter }) => letter === 'Q')) return `<path${attributes} d="${relative(commands)}"/>`
      const letters = shapesOf(commands).map(place).join('')
      if (!attributes.includes(' paint-order="stroke"')) return `<g${attributes}>${letters}</g>`
      // A halo lies under the whole line: letter by letter, each would nibble at the one before.
      const halo = attributes.replace(/ fill="[^"]*"/, ' fill="none"').replace(' paint-order="stroke"', '')
      const plain = attributes.replace(/ (?:stroke(?:-[a-z]+)?|paint-order)="[^"]*"/g, '')
      return `<g${halo}>${letters}</g><g${plain}>${letters}</g>`
    })
    .replace(/>\s+</g, '><')
  const paths = [...definitions.values()].map(({ id, d }) => `<path id="${id}" d="${d}"/>`).join('')
  return drawn.replace(
    /(<svg[^>]*)>/,
    `$1 xmlns:xlink="http://www.w3.org/1999/xlink">${paths === '' ? '' : `<defs>${paths}</defs>`}`,
  )
}
