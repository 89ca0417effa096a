import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { currentDataset } from '../dataset/current.ts'
import { searchIndex } from './search-index.ts'
import { SEARCH_OPTIONS } from './search-options.ts'

const index = MiniSearch.loadJSON(searchIndex(currentDataset()), SEARCH_OPTIONS)
const paths = (text: string): unknown[] => index.search(text).map((found) => found['path'] as unknown)

describe('the search', () => {
  it('finds actors and places by their Arabic names, however they are spelt', () => {
    expect(paths('كتايب حزب الله')).toContain('/actors/kataib-hezbollah/')
    expect(paths('عين الاسد')).toContain('/places/ain-al-asad/')
  })

  it('finds records by ship and by parts of words', () => {
    expect(paths('galaxy lead')).toContain('/incidents/2023-11-19-galaxy-leader-1/')
  })

  it('finds nothing where there is nothing', () => {
    expect(paths('zzzzqqqq')).toEqual([])
  })
})
