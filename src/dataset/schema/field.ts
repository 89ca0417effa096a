/** The fields of a schema as a person reads them: what each means, what it takes, an example. Feeds messages and the codebook. */
import type { z } from 'zod'
import * as vocabulary from '../vocabulary.ts'
import type { Term } from '../vocabulary.ts'

export type FieldType = 'text' | 'number' | 'boolean' | 'choice' | 'list' | 'group' | 'other'

export interface Field {
  readonly type: FieldType
  /** Whether null is allowed: nothing is known. */
  readonly nullable: boolean
  /** Whether the field may be absent. */
  readonly optional: boolean
  /** What it takes, in words; null where its type says it all. */
  readonly takes: string | null
  readonly description: string | null
  readonly examples: readonly unknown[]
  /** For a choice: the values, in written order. */
  readonly values: readonly string[]
  /** For a group: its fields, in written order. */
  readonly fields: ReadonlyMap<string, Field>
  /** For a list: what its items are. */
  readonly item: Field | null
}

interface Meta {
  description?: string
  takes?: string
  examples?: readonly unknown[]
}

const TYPES: Readonly<Record<string, FieldType>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  enum: 'choice',
  array: 'list',
  object: 'group',
}

const cache = new WeakMap<z.core.$ZodType, Field>()

/** What a schema takes. */
export function fieldOf(schema: z.core.$ZodType): Field {
  const known = cache.get(schema)
  if (known !== undefined) return known
  let inner = schema
  let nullable = false
  let optional = false
  let meta: Meta = {}
  for (;;) {
    const own = ((inner as z.ZodType).meta() ?? {}) as Meta
    meta = { ...own, ...meta }
    const def = inner._zod.def as { type: string; innerType?: z.core.$ZodType }
    if (def.innerType === undefined) break
    if (def.type === 'nullable') nullable = true
    if (def.type === 'optional') optional = true
    inner = def.innerType
  }
  const def = inner._zod.def as {
    type: string
    shape?: Readonly<Record<string, z.core.$ZodType>>
    element?: z.core.$ZodType
    entries?: Readonly<Record<string, string>>
  }
  const field: Field = {
    type: TYPES[def.type] ?? 'other',
    nullable,
    optional,
    takes: meta.takes ?? null,
    description: meta.description ?? null,
    examples: meta.examples ?? [],
    values: Object.values(def.entries ?? {}),
    fields: new Map(Object.entries(def.shape ?? {}).map(([name, child]) => [name, fieldOf(child)])),
    item: def.element === undefined ? null : fieldOf(def.element),
  }
  cache.set(schema, field)
  return field
}

/** The field at a path; null where the schema has none there. */
export function fieldAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): Field | null {
  let field: Field | null = fieldOf(schema)
  for (const step of path) {
    if (field === null) return null
    field = typeof step === 'number' ? field.item : (field.fields.get(String(step)) ?? null)
  }
  return field
}

/** The vocabulary that holds exactly these values, with labels and meanings; null where there is none. */
export function termsOf(values: readonly string[]): Readonly<Record<string, Term>> | null {
  const wanted = values.join()
  for (const terms of Object.values(vocabulary) as unknown[]) {
    if (terms === null || typeof terms !== 'object' || Array.isArray(terms)) continue
    if (Object.keys(terms).join() === wanted) return terms as Readonly<Record<string, Term>>
  }
  return null
}
