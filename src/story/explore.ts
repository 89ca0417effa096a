/**
 * Where a scene leads in Explore: to exactly the marks that it shows at full strength.
 *
 * 1. What a scene shows, what it sets off and what its layout has room for are joined into one query, where that finds the same records.
 * 2. Where no such query does (a list of queries, days that are uncertain), the address names the records, if they are few.
 * 3. Where they are many, each row of the layout has a link of its own, found in the same way.
 */
import { explorePath } from '../dataset/address.ts'
import type { Dataset, Incident } from '../dataset/dataset.ts'
import { select, type Query } from '../dataset/query.ts'
import { KINDS, keysOf } from '../dataset/vocabulary.ts'
import { frontsOf } from './layouts/map.ts'
import type { ExploreLink } from './codec.ts'
import type { Group } from './layout.ts'
import { matching } from './roster.ts'
import { FULL, type Scene } from './scene.ts'

/** An address may name so many records and is still short enough for every browser and server. */
const NAMED = 60

const listOf = (query: Query | readonly Query[] | undefined): readonly Query[] =>
  query === undefined ? [{}] : Array.isArray(query) ? (query as readonly Query[]) : [query as Query]

/** Records that match both queries: lists are cut with one another, days are narrowed. */
export function joined(a: Query, b: Query): Query {
  const out: Record<string, unknown> = { ...a }
  for (const [field, value] of Object.entries(b) as [keyof Query, Query[keyof Query]][]) {
    const own = a[field]
    if (own === undefined || value === undefined) out[field] = own ?? value
    else if (field === 'from') out[field] = String(own) > String(value) ? own : value
    else if (field === 'to') out[field] = String(own) < String(value) ? own : value
    else if (Array.isArray(own))
      out[field] = (own as string[]).filter((each) => (value as readonly string[]).includes(each))
  }
  return out as Query
}

// Marks are no events.
const MARKS: Query = { kinds: keysOf(KINDS).filter((kind) => kind !== 'event') }

function roomOf({ layout }: Scene): Query {
  const { spec } = layout
  if (spec.kind === 'map') return { fronts: frontsOf(spec.map) }
  return spec.kind === 'timeline' ? { from: spec.from, to: spec.to } : {}
}

// The query of a scene that finds these records and no others, if there is one; then their names, if they are few; else null.
function queryFor(
  scene: Scene,
  wanted: ReadonlySet<string>,
  shows: readonly Query[],
  dataset: Dataset,
  named = NAMED,
): Query | null {
  const tried = shows.flatMap((show) =>
    listOf(scene.spec.focus).flatMap((focus) => {
      const plain = joined(show, focus)
      return [plain, joined(plain, roomOf(scene)), joined(plain, MARKS), joined(joined(plain, roomOf(scene)), MARKS)]
    }),
  )
  const exact = tried.find((query) => {
    const found = select(dataset, query)
    return found.length === wanted.size && found.every(({ id }) => wanted.has(id))
  })
  return exact ?? (wanted.size <= named ? { ids: [...wanted] } : null)
}

/** The queries of a scene in Explore: one, or one a row of its layout, which then has a label. */
export function queriesOf(
  scene: Scene,
  roster: readonly Incident[],
  dataset: Dataset,
): readonly { readonly label: string; readonly query: Query }[] {
  const full = roster.flatMap((incident, i) => (scene.state[i] === FULL ? [{ incident, i }] : []))
  const shows = listOf(scene.spec.show)
  const whole = queryFor(scene, new Set(full.map(({ incident }) => incident.id)), shows, dataset)
  if (whole !== null) return [{ label: '', query: whole }]
  const { spec } = scene.layout
  const groups: readonly Group[] =
    spec.kind === 'bands' ? spec.groups : spec.kind === 'timeline' ? (spec.lanes ?? []) : []
  const members = groups.map((group) => matching(roster, group.query, dataset))
  return groups.flatMap((group, k) => {
    // A mark stands in the first row that it matches.
    const own = full.filter(({ i }) => members.findIndex((list) => list[i] === true) === k)
    if (own.length === 0) return []
    const rows = shows.flatMap((show) => listOf(group.query).map((query) => joined(show, query)))
    const query = queryFor(scene, new Set(own.map(({ incident }) => incident.id)), rows, dataset, Infinity)
    return query === null ? [] : [{ label: group.label, query }]
  })
}

/** The links of a scene into Explore: label, empty for a link to all of its marks, and path. */
export const linksOf = (scene: Scene, roster: readonly Incident[], dataset: Dataset): readonly ExploreLink[] =>
  queriesOf(scene, roster, dataset).map(({ label, query }) => [label, explorePath(query)])
