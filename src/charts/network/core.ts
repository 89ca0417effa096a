/** The core of the network for where there is little room: the actors with the most attacks, strikes and ties. */
import { layoutNetwork } from './layout.ts'
import type { NetworkModel } from './model.ts'

/** A model without the actors that are not listed, and without the lines that end at them. */
function among(model: NetworkModel, kept: ReadonlySet<string>): NetworkModel {
  const nodes = model.nodes.filter((node) => kept.has(node.id))
  const frames = model.frames
    .map((frame) => ({ ...frame, members: frame.members.filter((id) => kept.has(id)) }))
    .filter((frame) => frame.members.length > 0)
  const ends = new Set([...nodes.map(({ id }) => id), ...frames.map(({ id }) => id)])
  const inside = ({ from, to }: { readonly from: string; readonly to: string }) => ends.has(from) && ends.has(to)
  return {
    ...model,
    nodes,
    frames,
    ties: model.ties.filter((tie) => tie.ask === null && inside(tie)),
    links: model.links.filter((link) => link.first && inside(link)),
  }
}

type Ends = { readonly from: string; readonly to: string }

/**
 * A core whose layout at a width is no higher than the room. The umbrella of the finding comes first, then the actors by the
 * attacks and strikes of their lines and by their ties at first sight, ties in rank by id; one that finds no room is passed over.
 * A member of a frame counts by its own ties: the lines of the frame need one of them only.
 */
export function coreOf(model: NetworkModel, width: number, room: number): NetworkModel {
  const touches = ({ from, to }: Ends, id: string) => from === id || to === id
  const weight = (id: string): number => {
    if (id === model.finding?.umbrella) return Infinity
    const ties = model.ties.filter((tie) => tie.ask === null && touches(tie, id)).length
    const links = model.links.filter((link) => link.first && touches(link, id))
    return links.reduce((sum, link) => sum + link.count, 0) + ties
  }
  const ranked = model.nodes
    .filter((node) => node.first)
    .map(({ id }) => ({ id, weight: weight(id) }))
    .sort((a, b) => (a.weight === b.weight ? (a.id < b.id ? -1 : 1) : b.weight - a.weight))
  const frames = model.frames.flatMap((frame) => ranked.find(({ id }) => frame.members.includes(id))?.id ?? [])
  const kept = new Set(frames)
  let core = among(model, kept)
  for (const { id } of ranked) {
    const wider = among(model, new Set([...kept, id]))
    if (layoutNetwork(wider, width).height > room) continue
    kept.add(id)
    core = wider
  }
  return core
}
