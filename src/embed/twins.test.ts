import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { embedded } from '../charts/embedded.ts'
import { modelOf } from '../charts/model.ts'
import { charts } from '../charts/registry.ts'
import { loadDataset } from '../dataset/load.ts'
import { giveTwins } from './twins.ts'

const real = loadDataset('data')

it.each(charts.map((chart) => [chart.id, chart] as const))(
  'in an embed of %s every mark of every drawing gets an address and a name',
  (_, chart) => {
    const { drawings } = embedded(chart, modelOf(chart, real), (path) => path)
    const { document } = parseHTML(
      `<html><body><div class="drawings">${drawings
        .map(({ svg, talks }) => `<div class="drawing"${talks ? ' data-talks' : ''}>${svg}</div>`)
        .join('')}</div></body></html>`,
    )
    const words = (root: Element | null | undefined): Set<string> =>
      new Set(
        [...(root?.querySelectorAll('svg a') ?? [])].map(
          (mark) => `${mark.getAttribute('href') ?? ''} ${mark.getAttribute('aria-label') ?? ''}`,
        ),
      )
    giveTwins(document as unknown as ParentNode)
    const talking = words(document.querySelector('[data-talks]') as unknown as Element)
    for (const drawing of document.querySelectorAll('.drawing')) {
      const own = words(drawing as unknown as Element)
      expect([...own].filter((mark) => mark.startsWith(' '))).toEqual([])
      // Another width may group marks otherwise, but hardly any.
      expect([...own].filter((mark) => !talking.has(mark)).length).toBeLessThanOrEqual(Math.max(8, 0.2 * talking.size))
      expect(drawing.querySelectorAll('[data-twin]')).toHaveLength(0)
    }
  },
)

it('a twin is found by its number, or follows the last', () => {
  const { document } = parseHTML(
    '<html><body><div class="drawings"><div class="drawing" data-talks><svg><a href="/1"></a><a href="/2"></a><a href="/3"></a></svg></div><div class="drawing"><svg><a data-twin="1"></a><a></a><a href="/own"></a><a data-twin="0"></a></svg></div></div></body></html>',
  )
  giveTwins(document as unknown as ParentNode)
  expect(
    [...document.querySelectorAll('.drawing:not([data-talks]) a')].map((mark) => mark.getAttribute('href')),
  ).toEqual(['/2', '/3', '/own', '/1'])
})
