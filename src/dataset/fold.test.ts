import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldedWords } from './fold.ts'

describe('folded text', () => {
  it('lets Latin spellings find each other', () => {
    expect(fold("Sana'a")).toBe(fold('Sanaa'))
    expect(fold('Ain al-Asad')).toBe(fold('ain al Asad'))
    expect(fold('Ḥizbullāh')).toBe('hizbullah')
  })

  it('lets Arabic and Persian spellings find each other', () => {
    expect(fold('كتائب حزب الله')).toBe(fold('كتایب حزب‌الله'.replace('\u200c', ' ')))
    expect(fold('أنصار الله')).toBe(fold('انصار اللّٰه'))
    expect(fold('الحديدة')).toBe(fold('الحديده'))
    expect(fold('عَيْن الأسَد')).toBe(fold('عين الاسد'))
    expect(fold('مـأرب')).toBe(fold('مارب'))
  })

  it('keeps different names apart', () => {
    expect(fold('حزب')).not.toBe(fold('حرب'))
    expect(fold('Erbil')).not.toBe(fold('Arbil'))
  })

  it('folds folded text to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)))
  })

  it('has no words where there is no text', () => {
    expect(foldedWords(' – ')).toEqual([])
  })
})
