import { describe, expect, it } from 'vitest'
import { explorePath, paramsOfQuery, queryOfParams } from './address.ts'
import type { Query } from './query.ts'

describe('a query as an address', () => {
  it('comes back as it went', () => {
    const query: Query = {
      from: '2024-01-01',
      to: '2024-02-29',
      kinds: ['attack', 'interception'],
      fronts: ['sea'],
      evidence: ['claimed', 'disputed'],
      actors: ['ansar-allah-houthis'],
      countries: ['Saudi Arabia'],
      outcomes: ['hit', 'none'],
      attacks: true,
    }
    expect(queryOfParams(paramsOfQuery(query))).toEqual(query)
    expect(queryOfParams(new URLSearchParams(explorePath(query).split('?')[1]))).toEqual(query)
  })

  it('leaves out what is not in the vocabulary', () => {
    const params = new URLSearchParams('from=2024-02-30&kinds=dron,attack&actors=<script>&utm=x&evidence=')
    expect(queryOfParams(params)).toEqual({ kinds: ['attack'] })
  })

  it('takes repeated fields as lists', () => {
    expect(queryOfParams(new URLSearchParams('fronts=sea&fronts=israel,sea'))).toEqual({ fronts: ['sea', 'israel'] })
  })

  it('is empty for an empty query', () => {
    expect(explorePath({})).toBe('/explore/')
  })
})
