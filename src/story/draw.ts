/** Draws a scene as one SVG, for the page, for readers without script, and for tests. */
import type { Incident } from '../dataset/dataset.ts'
import { EVIDENCE_ORDER } from '../dataset/vocabulary.ts'
import type { Paint } from '../charts/palette.ts'
import { el, text } from '../charts/svg.ts'
import { KIND_ORDER } from './file.ts'
import { FAINT, HIDDEN, type Scene } from './scene.ts'
import { weightOf } from './roster.ts'
import { dots } from './still.ts'

/** The marks of a scene as markup. */
export const drawMarks = (scene: Scene, roster: readonly Incident[], paint: Paint): string =>
  dots(
    roster.flatMap((incident, i) =>
      scene.state[i] === HIDDEN
        ? []
        : [
            {
              x: scene.layout.x[i] ?? 0,
              y: scene.layout.y[i] ?? 0,
              r: scene.layout.r[i] ?? 0,
              hue: paint.hue[incident.colour],
              form: EVIDENCE_ORDER.indexOf(incident.evidence.level),
              faint: scene.state[i] === FAINT,
              kind: KIND_ORDER.indexOf(incident.kind),
              many: weightOf(incident),
            },
          ],
    ),
    paint.paper,
  )

/** A whole scene as an image file: literal colours, its own ground, fonts that every system has. */
export function drawImage(scene: Scene, roster: readonly Incident[], paint: Paint): string {
  const { width, height } = scene.layout.size
  const literal = (markup: string): string =>
    markup
      .replace(/var\(--hue-([a-z-]+)\)/g, (_, name: string) => paint.hue[name as keyof Paint['hue']])
      .replace(/var\(--(sans|serif)\)/g, (_, name: string) =>
        name === 'serif' ? 'Georgia, serif' : 'Arial, Helvetica, sans-serif',
      )
      .replace(/var\(--([a-z]+)\)/g, (_, name: string) => paint[name as Exclude<keyof Paint, 'hue'>])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      width,
      height,
      role: 'img',
    },
    el('title', {}, text(scene.spec.title)),
    el('rect', { width, height, fill: paint.paper }),
    literal(scene.under),
    literal(drawMarks(scene, roster, paint)),
    literal(scene.over),
  )}\n`
}
