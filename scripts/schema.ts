/** Writes what follows from the schema: the JSON Schemas that are published, and the codebook. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codebook } from '../src/dataset/schema/codebook.ts'
import { jsonSchemas } from '../src/dataset/schema/json-schema.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'public', 'data', 'schema')
mkdirSync(folder, { recursive: true })
for (const [name, schema] of jsonSchemas())
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`)
writeFileSync(join(root, 'docs', 'codebook.md'), codebook())
console.log(`Wrote ${String(jsonSchemas().size)} schemas and docs/codebook.md.`)
