/**
 * Two builds of one commit are the same, byte for byte, whatever the time zone, the locale and the folder. Compares the site that the
 * tests were built from with one more, built elsewhere. Exit code 1, and the files, where they differ.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUILT, SITE } from '../tests/built.ts'
import { buildSite } from './site-build.ts'

/** Every file of a folder with a digest of its content. */
function digests(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  )
}

const { root, base } = BUILT.root
if (!existsSync(join(root, 'index.html'))) {
  console.error('There is nothing to compare with. Build for the tests first: npm run test:built')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'same-output-'))
try {
  const code = await buildSite({
    outDir: join(folder, 'elsewhere'),
    env: {
      ...process.env,
      SITE_URL: SITE,
      BASE_PATH: base,
      TZ: 'Pacific/Kiritimati',
      LANG: 'ar_EG.UTF-8',
      LC_ALL: 'ar_EG.UTF-8',
    },
  })
  if (code !== 0) process.exit(code)
  const one = digests(root)
  const other = digests(join(folder, 'elsewhere'))
  const differ = [...new Set([...one.keys(), ...other.keys()])]
    .filter((file) => one.get(file) !== other.get(file))
    .sort()
  for (const file of differ.slice(0, 20)) console.error(`differs: ${file}`)
  console.log(
    differ.length === 0
      ? `Two builds in different time zones, locales and folders: ${String(one.size)} files, all the same.`
      : `${String(differ.length)} of ${String(one.size)} files differ between two builds of one commit.`,
  )
  process.exitCode = differ.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
