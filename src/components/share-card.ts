/** Share cards of stories, actors and places: 1200 by 630, the name large, what the record holds, and a picture of it. */
import { CARD, cardFrame } from '../charts/image/compose.ts'
import { locatorMap } from '../charts/map/locator.ts'
import { paintOf } from '../charts/palette.ts'
import { el, escapeXml, num } from '../charts/svg.ts'
import { Lettering, measure, wrap } from '../charts/text.ts'
import { recordsAgainst, recordsBy, recordsWithin } from '../dataset/connections.ts'
import type { Dataset, Incident } from '../dataset/dataset.ts'
import type { Actor } from '../dataset/schema/actor.ts'
import type { Place } from '../dataset/schema/place.ts'
import { ACTOR_KINDS, EVIDENCE, EVIDENCE_ORDER, type Colour } from '../dataset/vocabulary.ts'
import { capital, countWords, figure, listWords } from '../dataset/words.ts'
import { drawImage } from '../story/draw.ts'
import { SIZES } from '../story/size.ts'
import type { Scene } from '../story/scene.ts'
import { locatedPlace } from './record/located.ts'
import { drawMonths } from './record/months.ts'

/** Addresses of the cards. */
export const storyCard = (slug: string): string => `/cards/story-${slug}.png`
export const actorCard = (id: string): string => `/cards/actor-${id}.png`
export const placeCard = (id: string): string => `/cards/place-${id}.png`

const PAD = 48
const WIDE = CARD.width - 2 * PAD
const paint = paintOf('light')

/** A drawing at a place, as wide as said. Nothing in it lies outside its box, so it is not clipped. */
const placed = (svg: string, x: number, y: number, width: number): string =>
  svg
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replace(
      /^<svg([^>]*?) width="([\d.]+)" height="([\d.]+)"/,
      (_, rest: string, w: string, h: string) =>
        `<svg overflow="visible"${rest} x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num((width * Number(h)) / Number(w))}"`,
    )

/** The largest size, and the lines, at which a title fills at most `most` lines. */
function fitted(title: string, width: number, limit: number, least: number, most: number) {
  for (let size = limit; ; size -= 2) {
    const lines = wrap(title, width, size, 'serif-600')
    if ((lines.length <= most && lines.every((line) => measure(line, size, 'serif-600') <= width)) || size <= least)
      return { size, lines: lines.slice(0, most) }
  }
}

interface RecordCard {
  readonly kicker: string
  readonly name: string
  readonly nameOther: string | null
  readonly sentence: string
  readonly records: readonly Incident[]
  readonly colour: Colour
  /** A small map as SVG, 280 by about 200. */
  readonly map: string | null
}

function recordCard(spec: RecordCard, dataset: Dataset): string {
  const lettering = new Lettering(paint.ink)
  const mapWidth = 400
  const room = spec.map === null ? WIDE : WIDE - mapWidth - 36
  const { size, lines } = fitted(spec.name, room, 66, 34, 2)
  let y = PAD + 22
  let out = lettering.line({ text: spec.kicker, x: PAD, y, size: 22, fill: paint.quiet })
  y += size * 0.72 + 26
  out += lettering.block(lines, { x: PAD, y, size, face: 'serif-600' }, 1.1)
  y += (lines.length - 1) * size * 1.1
  if (spec.nameOther !== null) {
    y += 50
    out += el(
      'text',
      { x: PAD, y, 'font-size': 32, 'font-family': 'var(--arabic)', fill: paint.quiet },
      escapeXml(spec.nameOther),
    )
  }
  out += lettering.block(wrap(spec.sentence, room, 25), { x: PAD, y: y + 48, size: 25 }, 1.3)
  if (spec.map !== null) out += placed(spec.map, CARD.width - PAD - mapWidth, PAD, mapWidth)
  if (spec.records.length > 0) {
    const width = 720
    const months = drawMonths(spec.records, dataset, { width, colour: spec.colour, prefix: 'card', paint })
    const top = CARD.height - 62 - (118 * WIDE) / width
    out += lettering.line({
      text: 'Records by month. Solid: confirmed; hatched: reported; hollow: claimed; slashed: disputed.',
      x: PAD,
      y: top - 6,
      size: 17,
      fill: paint.quiet,
    })
    out += placed(months.svg, PAD, top, WIDE)
  }
  return cardFrame(spec.name, spec.sentence, dataset, out)
}

/** "48 confirmed, 60 reported, 100 claimed": levels that no record has are left out. */
const split = (records: readonly Incident[]): string =>
  EVIDENCE_ORDER.map((level) => [level, records.filter(({ evidence }) => evidence.level === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${figure(count)} ${EVIDENCE[level].label.toLowerCase()}`)
    .join(', ')

const joined = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' · ')

/** The card of an actor. Records in which it acted, or else those in which it was the target. */
export function composeActorCard(actor: Actor, dataset: Dataset): string {
  const by = recordsBy(actor.id, dataset)
  const against = recordsAgainst(actor.id, dataset)
  const sentence =
    by.length > 0
      ? `In ${countWords(by.length, 'record')} as the one who acted: ${split(by)}.`
      : against.length > 0
        ? `In ${countWords(against.length, 'record')} as the one attacked: ${split(against)}.`
        : 'Who is said to stand behind whom, and who denies it.'
  return recordCard(
    {
      kicker: joined(ACTOR_KINDS[actor.kind].label, actor.country),
      name: actor.name,
      nameOther: actor.nameAr,
      sentence,
      records: by.length > 0 ? by : against,
      colour: by.length > 0 ? actor.colour : (against[0]?.colour ?? 'other'),
      map: null,
    },
    dataset,
  )
}

/** The card of a place: its records, and where it is. */
export function composePlaceCard(place: Place, dataset: Dataset): string {
  const records = recordsWithin(place.id, dataset)
  const colours = [...new Set(records.map(({ colour }) => colour))]
  const { located } = locatedPlace(place)
  return recordCard(
    {
      kicker: joined(capital(place.kind.replaceAll('-', ' ')), place.kind === 'country' ? null : place.country),
      name: place.name,
      nameOther: place.nameAr,
      sentence: `${capital(countWords(records.length, 'record'))}${
        place.kind === 'country' ? ` with no place in it but ${place.name} itself` : ''
      }: ${split(records)}.`,
      records,
      colour: colours.length === 1 ? (colours[0] ?? 'other') : 'other',
      map: located === null ? null : locatorMap(located, dataset, { paint, prefix: 'card-map' }).svg,
    },
    dataset,
  )
}

/** The card of a story: its title and deck beside its opening scene, drawn for a desktop. */
export function composeStoryCard(
  story: { readonly title: string; readonly deck: string },
  scene: Scene,
  roster: readonly Incident[],
  dataset: Dataset,
): string {
  const lettering = new Lettering(paint.ink)
  const drawn = 620
  const room = WIDE - drawn - 36
  const { size, lines } = fitted(story.title, room, 68, 40, 4)
  let y = PAD + size * 0.9
  let out = lettering.block(lines, { x: PAD, y, size, face: 'serif-600' }, 1.08)
  y += (lines.length - 1) * size * 1.08 + 52
  const deck = wrap(story.deck, room, 24, 'serif-400')
  const most = Math.floor((CARD.height - 70 - y) / (24 * 1.32)) + 1
  out += lettering.block(deck.slice(0, most), { x: PAD, y, size: 24, face: 'serif-400', fill: paint.quiet }, 1.32)
  const { width, height } = SIZES.desktop
  const top = (CARD.height - 58 - (drawn * height) / width) / 2 + 10
  const picture = drawImage(scene, roster, paint)
  return cardFrame(
    story.title,
    listWords([story.title, scene.words]),
    dataset,
    out + placed(picture, CARD.width - PAD - drawn, top, drawn),
  )
}
