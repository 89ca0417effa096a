/** The letters that the typefaces are cut to. Letters outside of them are drawn in the reader's own typefaces. */

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')

/** Latin letters, figures and the punctuation of the house style; of letters with marks those of names in the record. */
export const LATIN = `${range(0x20, 0x7e)}\u00a0£§©«°·»×ÀÁÄÅÇÈÉÖØÜàáâäåæçèéêëíîïñóôöøúûü\u2009\u202f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2032\u2033\u2191\u2193\u2212`

/**
 * What embeds are set in: figures, letters and punctuation of English, and the letters with marks that names of the record bring. Signs
 * that no label needs are a sixth of the face.
 */
export const EMBED = `${range(0x20, 0x7e).replace(/[<>[\]{}^~\x60|\\_*@#]/g, '')}\u00a0·×áéîöü\u2009\u202f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2212`

/** Arabic letters, marks, punctuation and figures of names in Arabic and Persian. */
export const ARABIC = ` ()\u00a0\u060c\u061b\u061f${range(0x621, 0x63a)}${range(0x640, 0x652)}${range(0x660, 0x669)}\u067e\u0686\u0698\u06a9\u06af\u06cc${range(0x6f0, 0x6f9)}`
