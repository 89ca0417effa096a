/**
 * `node scripts/pictures.ts FOLDER`: draws every picture of the site into a folder. The build runs it beside the pages, which then
 * leave pictures out. Of DATA_DIR, or data.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { pictures } from '../src/pictures.ts'

const [into] = process.argv.slice(2)
if (into === undefined) {
  console.error('Say where the pictures go: node scripts/pictures.ts FOLDER')
  process.exit(2)
}

const waiting = [...pictures().values()]
const count = waiting.length
/** Draws one picture after the other until none is left. */
async function draw(): Promise<void> {
  for (let picture = waiting.shift(); picture !== undefined; picture = waiting.shift()) {
    const file = join(into ?? '', picture.path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, await picture.draw())
  }
}

try {
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, draw))
  console.log(`${String(count)} pictures drawn.`)
} catch (error) {
  console.error(`The pictures could not be drawn: ${(error as Error).message}`)
  process.exitCode = 1
}
