/**
 * Folded text, so that spellings find each other.
 *
 * 1. Latin: lower case, no accents; hyphens and apostrophes join or part words the same way ("al-Asad", "al Asad", "Sana'a", "Sanaa").
 * 2. Arabic and Persian: no short vowels and no tatweel; the forms of alef, of yeh and of kaf are one; teh marbuta is heh; hamza goes.
 */
const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g

/** Text in its folded form. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/[\u0649\u06cc\u0626]/g, '\u064a')
    .replace(/\u0624/g, '\u0648')
    .replace(/\u06a9/g, '\u0643')
    .replace(/\u0629/g, '\u0647')
    .replace(/\u0621/g, '')
    .replace(/['’ʿʾ`´ʻ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a text, folded. */
export const foldedWords = (text: string): string[] => {
  const folded = fold(text)
  return folded === '' ? [] : folded.split(' ')
}
