/** The editor's commands: `npm run data -- --help`. */
import { createEffects } from '../src/dataset/effects.ts'
import { runData } from '../src/dataset/commands/data.ts'

process.exitCode = await runData(
  process.argv.slice(2),
  createEffects(),
  { charts: async () => (await import('../src/charts/registry.ts')).charts },
  process.env['DATA_DIR'] ?? 'data',
)
// A question that was asked keeps the input open.
process.stdin.pause()
