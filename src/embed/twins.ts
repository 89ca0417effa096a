/**
 * Marks of an embed say their address and words in one of its drawings (src/charts/embedded.ts). In the others a mark is a bare `<a>`:
 * here it gets what its twin says. `data-twin` is the twin's number; without it the twin is the one after the last.
 */
export function giveTwins(root: ParentNode): void {
  for (const drawings of root.querySelectorAll('.drawings')) {
    const said = [...drawings.querySelectorAll('[data-talks] svg a')]
    for (const drawing of drawings.querySelectorAll('.drawing:not([data-talks])')) {
      let last = -1
      for (const mark of drawing.querySelectorAll('svg a:not([href])')) {
        const number = mark.getAttribute('data-twin')
        last = number === null ? last + 1 : Number(number)
        for (const { name, value } of said[last]?.attributes ?? []) mark.setAttribute(name, value)
        mark.removeAttribute('data-twin')
      }
    }
  }
}
