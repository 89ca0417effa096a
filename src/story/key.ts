/** The key: drawings and words of what a mark says. */
import { PAGE_PAINT } from '../charts/palette.ts'
import { el } from '../charts/svg.ts'
import { mark, patterns, type MarkSpec } from '../charts/marks.ts'
import { COLOURS, EVIDENCE, keysOf, KINDS } from '../dataset/vocabulary.ts'

const at = { x: 10, y: 10 }
const means = {
  confirmed: 'a state, a local authority, a ship’s operator or a maritime body not on the attacker’s side says so',
  reported: 'a monitor or reporters on the spot say so',
  claimed: 'one side alone says so, or it is only relayed',
  disputed: 'not confirmed, and denied by a body in a position to know',
}
const hue = 'iraqi-factions' as const

/** The parts of the key. The prefix begins every id in its drawings, so that two keys on a page never collide. */
export function keyOf(prefix: string) {
  const surface = { paint: PAGE_PAINT, prefix }
  const draw = (spec: MarkSpec, defs = ''): string =>
    el(
      'svg',
      { viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true' },
      el('defs', {}, defs),
      mark(spec, surface),
    )
  // Who acted.
  const colours = keysOf(COLOURS).map((colour) => ({
    svg: draw({ ...at, r: 5.5, evidence: 'confirmed', kind: 'attack', colour }),
    label: COLOURS[colour].label,
  }))
  // How it is known.
  const levels = keysOf(EVIDENCE).map((evidence) => ({
    svg: draw(
      { ...at, r: 7, evidence, kind: 'attack', colour: hue },
      evidence === 'reported' ? patterns([hue], surface) : '',
    ),
    label: EVIDENCE[evidence].label,
    meaning: means[evidence],
  }))
  // What it was.
  const kinds = keysOf(KINDS)
    .filter((kind) => kind !== 'event')
    .map((kind) => ({
      svg: draw({ ...at, r: 6.6, evidence: 'confirmed', kind, colour: 'us-uk-coalition' }),
      label: KINDS[kind].label,
    }))
  return { colours, levels, kinds }
}
