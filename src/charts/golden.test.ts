import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { syntheticDataset } from './fixture.ts'
import { paintOf } from './palette.ts'
import { calendar } from './calendar/index.ts'
import { cumulative } from './cumulative/index.ts'
import { frequency } from './frequency/index.ts'
import { outcomes } from './outcomes/index.ts'
import { vessels } from './vessels/index.ts'

// A drawing that changed is written beside the expected one as .changed.svg, to be looked at; move it there if it is right.
const dir = join(import.meta.dirname, 'golden')
const dataset = syntheticDataset()

describe('drawings of the made-up dataset are as they were', () => {
  for (const chart of [frequency, cumulative, calendar, outcomes, vessels])
    for (const width of chart.widths)
      for (const theme of ['light', 'dark'] as const)
        it(`${chart.id}, ${String(width)}, ${theme}`, () => {
          const { svg } = chart.draw(chart.model(dataset), {
            width,
            paint: paintOf(theme),
            prefix: 'golden',
            href: (path) => path,
            standalone: false,
          })
          const actual = `${svg.replaceAll('><', '>\n<')}\n`
          const name = join(dir, `${chart.id}-${String(width)}-${theme}`)
          if (!existsSync(`${name}.svg`) && process.env['GOLDEN'] === 'new') {
            mkdirSync(dir, { recursive: true })
            writeFileSync(`${name}.svg`, actual)
          }
          const same = existsSync(`${name}.svg`) && readFileSync(`${name}.svg`, 'utf8') === actual
          if (same) rmSync(`${name}.changed.svg`, { force: true })
          else writeFileSync(`${name}.changed.svg`, actual)
          expect(same, `look at ${name}.changed.svg`).toBe(true)
        })
})
