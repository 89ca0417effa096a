/** Crowds: marks that belong at points of a map, spread around them until none overlaps. */
import { forceCollide, forceSimulation, forceX, forceY } from 'd3'

/** A mark and the point it belongs at, in pixels. */
export interface Member {
  readonly x: number
  readonly y: number
  readonly r: number
}

/** Forces settle within so many rounds, since marks start about where they end. */
const ROUNDS = 60

/** A larger crowd than this gets fewer rounds: the time of a round grows with the marks, and their overlaps show less. */
const LARGE = 1500

// Golden angle: successive marks of a spiral never line up (Vogel, A better way to construct the sunflower head, 1979).
const TURN = Math.PI * (3 - Math.sqrt(5))

// Discs that lie as close as they can cover nine tenths of a plane (pi / sqrt(12)); a spiral is a little looser.
const LOOSE = 1.2

/**
 * Where marks stand: those of one point in a sunflower around it, in the order given; then neighbours push each other off until
 * `gap` pixels lie between them. Deterministic.
 */
export function spreadCrowd(members: readonly Member[], gap: number): { x: number; y: number }[] {
  const areas = new Map<string, { count: number; area: number }>()
  const nodes = members.map(({ x, y, r }) => {
    const key = `${String(x)} ${String(y)}`
    const crowd = areas.get(key) ?? { count: 0, area: 0 }
    areas.set(key, crowd)
    // The spiral's area holds all marks before this one.
    const away = Math.sqrt(crowd.area * LOOSE)
    const turn = crowd.count * TURN
    crowd.count += 1
    crowd.area += (r + gap / 2) ** 2
    return { r, homeX: x, homeY: y, x: x + away * Math.cos(turn), y: y + away * Math.sin(turn) }
  })
  type Node = (typeof nodes)[number]
  const rounds = Math.max(12, Math.round(ROUNDS * Math.min(1, LARGE / nodes.length)))
  forceSimulation(nodes)
    .alphaDecay(1 - 0.001 ** (1 / rounds))
    .force('x', forceX<Node>((node) => node.homeX).strength(0.25))
    .force('y', forceY<Node>((node) => node.homeY).strength(0.25))
    .force('collide', forceCollide<Node>((node) => node.r + gap / 2).iterations(4))
    .stop()
    .tick(rounds)
  return nodes.map(({ x, y }) => ({ x, y }))
}
