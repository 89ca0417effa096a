import { expect, test } from 'vitest'
import { networkModel } from './model.ts'
import { sampleDataset } from './golden/sample.ts'
import { sparkline } from './sparkline.ts'
import { afterLink, afterTie, denialOf } from './words.ts'

const model = networkModel(sampleDataset())

test('a tie says how sure it is and what it rests on; a denial says whose it is and when', () => {
  const tie = model.ties.find((one) => one.denial !== null)
  expect(tie === undefined ? '' : afterTie(tie)).toBe(': widely reported. Made up for a test.')
  expect(denialOf(tie?.denial ?? { who: null, text: '', date: null })).toBe(
    'Denied by The ministry, January 2024: The ministry says no.',
  )
})

test('a count says what of it is confirmed, and doubles only where there are any', () => {
  expect(afterLink({ confirmed: 3, possibleDoubles: 0 })).toBe('(3 confirmed).')
  expect(afterLink({ confirmed: 1200, possibleDoubles: 2 })).toBe('(1,200 confirmed, and up to two possible doubles).')
})

test('a sparkline has a bar for each month that counts, and says its peak', () => {
  const series = model.nodes.find((node) => node.id === 'common-name')?.activity[0]
  expect(series).toMatchObject({ total: 9, confirmed: 3, byMonth: [0, 9, 0] })
  const svg = series === undefined ? '' : sparkline(series, model.months, '#000')
  expect(svg.match(/<rect/g)).toHaveLength(1)
  expect(svg).toContain('most in February 2024 (9)')
})
