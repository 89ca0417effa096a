import { describe, expect, it } from 'vitest'
import { boundsWords, countWords, figure, listWords, numberWords, weaponWords, whenWords } from './words.ts'

describe('words of the record', () => {
  it('joins lists', () => {
    expect(listWords([])).toBe('')
    expect(listWords(['a'])).toBe('a')
    expect(listWords(['a', 'b', 'c'])).toBe('a, b and c')
  })

  it('writes numbers under ten in words and thousands with commas', () => {
    expect(numberWords(9)).toBe('nine')
    expect(numberWords(10)).toBe('10')
    expect(figure(1234567)).toBe('1,234,567')
    expect(countWords(1, 'record')).toBe('one record')
    expect(countWords(0, 'record')).toBe('no records')
  })

  it('keeps a minimum a minimum', () => {
    expect(boundsWords({ low: 40, high: null })).toBe('at least 40')
    expect(boundsWords({ low: 2, high: 3 })).toBe('two or three')
    expect(boundsWords({ low: 13, high: 20 })).toBe('13–20')
    expect(boundsWords({ low: 0, high: 2 })).toBe('up to two')
  })

  it('does not turn an unknown number of weapons into one', () => {
    expect(weaponWords({ weapons: ['rocket'], munitions: null })).toBe('one or more rockets or mortar rounds')
    expect(weaponWords({ weapons: ['anti-ship-missile'], munitions: { low: 1, high: 1 } })).toBe('an anti-ship missile')
    expect(weaponWords({ weapons: ['one-way-drone'], munitions: { low: 1, high: 1 } })).toBe('a one-way drone')
    expect(weaponWords({ weapons: ['usv', 'small-boat'], munitions: { low: 1, high: 1 } })).toBe(
      'one weapon: drone boat or small boat',
    )
    expect(weaponWords({ weapons: ['unknown'], munitions: null })).toBeNull()
  })

  it('says when with its precision', () => {
    const date = { assumed: false, timeNote: null, dateNote: null }
    expect(whenWords({ ...date, start: '2023-11-07', end: '2023-11-07', precision: 'day' })).toBe('on 7 November 2023')
    expect(whenWords({ ...date, start: '2023-11-30', end: '2023-12-01', precision: 'range' })).toBe(
      'between 30 November 2023 and 1 December 2023',
    )
    expect(whenWords({ ...date, start: '2023-11-01', end: '2023-11-30', precision: 'month' })).toBe('in November 2023')
  })
})
