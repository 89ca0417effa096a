/** Search in the gazetteer, in any spelling. */
import { fold, foldedWords } from './fold.ts'
import type { Place } from './schema/place.ts'

/** How well a place answers: 0 is its name or id, 4 is spelt nearly so; null is not at all. */
function rankOf(place: Place, words: readonly string[], whole: string): number | null {
  const names = [place.name, place.nameAr ?? '', ...place.aliases, place.id].map(fold).filter((name) => name !== '')
  if (names.includes(whole)) return 0
  if (names.some((name) => name.startsWith(whole))) return 1
  if (names.some((name) => words.every((word) => foldedWords(name).some((own) => own.startsWith(word))))) return 2
  const about = fold([...names, place.country ?? '', place.admin1 ?? '', place.kind].join(' '))
  return words.every((word) => about.includes(word)) ? 3 : null
}

const compact = (text: string): string => fold(text).replace(/\b(al|ar|as|ad|an|ash|at|az|el)\b|[\saeiouyh]/g, '')

/**
 * The places that answer a search, best first. Every word must be found in the names, the other spellings, the province, the
 * country or the kind; accents, hyphens, apostrophes and the forms of Arabic letters do not matter. Where nothing answers, places
 * whose consonants agree do: "Hudaydah" finds Hodeidah.
 */
export function searchPlaces(places: Iterable<Place>, search: string): Place[] {
  const words = foldedWords(search)
  const all = [...places]
  if (words.length === 0) return all
  const whole = words.join(' ')
  const ranked = all.flatMap((place) => {
    const rank = rankOf(place, words, whole)
    return rank === null ? [] : [{ place, rank }]
  })
  if (ranked.length === 0) {
    const bones = compact(search)
    if (bones.length < 2) return []
    return all.filter((place) => [place.name, ...place.aliases].some((name) => compact(name) === bones))
  }
  return ranked.sort((a, b) => a.rank - b.rank || (a.place.id < b.place.id ? -1 : 1)).map(({ place }) => place)
}
