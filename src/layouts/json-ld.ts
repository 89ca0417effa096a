/** JSON for a data block of a page: `<` never appears, so that no text of the data can close the block. */
export const jsonForPage = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
