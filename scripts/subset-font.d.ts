/** The part of subset-font that scripts/fonts.ts uses; the package brings no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: 'woff2' | 'sfnt'; readonly keepFeatures?: readonly string[] },
  ): Promise<Buffer>
}
