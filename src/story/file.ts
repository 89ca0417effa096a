/** Writes the scene file of a story at one size. */
import { KINDS, COLOURS, EVIDENCE_ORDER, keysOf } from '../dataset/vocabulary.ts'
import type { Incident } from '../dataset/dataset.ts'
import { packNumbers, packRuns, type ExploreLink, type LayoutFile, type SceneFile } from './codec.ts'
import type { Layout } from './layout.ts'
import { growth, weightOf } from './roster.ts'
import type { Scene } from './scene.ts'
import type { Size } from './size.ts'

export const COLOUR_ORDER = keysOf(COLOURS)
export const KIND_ORDER = keysOf(KINDS)

/** How far outside the field a mark may stand: enough to slide in from, no more bytes than that. */
const OUTSIDE = 60

/** The look of a mark, as one number: colour × 4 + form. */
export const lookOf = (incident: Pick<Incident, 'colour' | 'evidence'>): number =>
  COLOUR_ORDER.indexOf(incident.colour) * 4 + EVIDENCE_ORDER.indexOf(incident.evidence.level)

/** The scene file of scenes already laid out. */
export function sceneFile(
  scenes: readonly Scene[],
  roster: readonly Incident[],
  size: Size,
  exploreOf: (scene: Scene) => readonly ExploreLink[],
): SceneFile {
  const layouts: Layout[] = []
  for (const scene of scenes) if (!layouts.includes(scene.layout)) layouts.push(scene.layout)
  const clamp = (value: number, end: number) => Math.min(end + OUTSIDE, Math.max(-OUTSIDE, value))
  return {
    width: size.width,
    height: size.height,
    look: roster.map((incident) => lookOf(incident).toString(36)).join(''),
    kind: roster.map((incident) => String(KIND_ORDER.indexOf(incident.kind))).join(''),
    many: roster.flatMap((incident, i) => (weightOf(incident) > 1 ? [i, weightOf(incident)] : [])),
    layouts: layouts.map((layout): LayoutFile => ({
      ...smaller(layout, roster),
      r: Math.round(layout.radius * 10),
      x: packNumbers(layout.x.map((x) => clamp(x, size.width))),
      y: packNumbers(layout.y.map((y) => clamp(y, size.height))),
      under: layout.under,
      over: layout.over,
    })),
    scenes: scenes.map((scene) => ({
      id: scene.spec.id,
      layout: layouts.indexOf(scene.layout),
      state: packRuns(scene.state),
      notes: scene.over.slice(scene.layout.over.length),
      title: scene.spec.title,
      explore: exploreOf(scene),
    })),
  }
}

// Radii that are not the layout's own, as hundredths of it; nothing where all are.
function smaller(layout: Layout, roster: readonly Incident[]): { s?: number[] } {
  const shares = roster.map((incident, i) =>
    Math.round((100 * (layout.r[i] ?? 0)) / (layout.radius * growth(weightOf(incident)))),
  )
  return shares.every((share) => share === 100) ? {} : { s: packRuns(shares) }
}
