/** Turns a TypeScript entry into one classic, self-contained script: module scripts do not run in a frame without an origin. */
import { build } from 'esbuild'

/** The minified text of an entry file, path from the project's root. The same input gives the same bytes. */
export async function classicScript(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  const file = result.outputFiles[0]
  if (file === undefined) throw new Error(`${entry}: nothing came out of the bundler.`)
  return file.text
}
