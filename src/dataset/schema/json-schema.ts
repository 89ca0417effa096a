/** The schema as JSON Schema 2020-12: one document a file, each complete by itself. */
import { z } from 'zod'
import { EVIDENCE, FRONTS, keysOf } from '../vocabulary.ts'
import { FILES, incidentFile } from './file.ts'

type Json = Record<string, unknown>

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

// What stands in published records and follows from the others, so that one schema fits both a file and what is published.
const PUBLISHED = {
  id: {
    type: 'string',
    readOnly: true,
    description: 'In published files only: the id. In data/ it is the name of the file.',
    examples: ['2023-11-07-erbil-air-base-1'],
  },
  front: {
    type: 'string',
    enum: keysOf(FRONTS),
    readOnly: true,
    description: 'In published files only: the front, which follows from the theatre.',
  },
  evidence: {
    type: 'object',
    readOnly: true,
    description: 'In published files only: what the accounts add up to.',
    properties: {
      level: { type: 'string', enum: keysOf(EVIDENCE), description: 'The level.' },
      voice: {
        enum: ['attacker', 'target', 'relayed', null],
        description: 'For a claim or a dispute: whose side alone says so. Null otherwise.',
      },
      by: { type: 'array', items: { type: 'string' }, description: 'The parties that decide the level.' },
    },
    required: ['level', 'voice', 'by'],
    additionalProperties: false,
  },
} as const

// The rules of a record that tie one field to another.
const RULES_OF_RECORD = [
  {
    if: { properties: { kind: { const: 'event' } }, required: ['kind'] },
    then: { properties: { attacks: { const: 0 } } },
  },
  {
    if: { properties: { context: { const: true } }, required: ['context'] },
    then: { properties: { kind: { const: 'event' } } },
  },
]
const RULES_OF_ACCOUNT = [
  {
    if: { properties: { stance: { const: 'denies' } }, required: ['stance'] },
    then: { properties: { of: { not: { const: null } } } },
    else: { properties: { of: { const: null } } },
  },
]

function documentOf(name: string, schema: z.ZodType): Json {
  const whole = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      delete jsonSchema['takes']
    },
  }) as Json
  const { $ref, $defs, $schema: _dialect, ...rest } = whole
  const definitions = { ...($defs as Readonly<Record<string, Json>> | undefined) }
  let root = rest
  if (typeof $ref === 'string') {
    const key = $ref.replace('#/$defs/', '')
    root = { ...definitions[key] }
    delete definitions[key]
  }
  return {
    $schema: DIALECT,
    $id: `/data/schema/${name}.schema.json`,
    ...root,
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {}),
  }
}

function incidentDocument(): Json {
  const document = documentOf('incident', incidentFile)
  const properties = document['properties'] as Readonly<Record<string, Json>>
  const accounts = properties['accounts'] ?? {}
  return {
    ...document,
    properties: {
      ...properties,
      accounts: { ...accounts, items: { ...(accounts['items'] as Json), allOf: RULES_OF_ACCOUNT } },
      ...PUBLISHED,
    },
    allOf: RULES_OF_RECORD,
  }
}

/** Every schema, by the name of its file without `.schema.json`. */
export function jsonSchemas(): ReadonlyMap<string, Json> {
  return new Map([
    ['incident', incidentDocument()],
    ...Object.entries(FILES).map(([name, schema]): [string, Json] => [name, documentOf(name, schema)]),
  ])
}
