/**
 * Finds a Chromium for the browser tests: CHROME_PATH, what the system has, what playwright-core has fetched; else installs one.
 * As a command it does so ahead of the tests and prints where the browser is.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

const runs = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser's file; null where none is installed. A CHROME_PATH that does not run is an error, never passed over. */
export function findChromium(): string | null {
  const chosen = process.env['CHROME_PATH']
  if (chosen !== undefined && chosen !== '') {
    if (!runs(chosen)) throw new Error(`CHROME_PATH is ${chosen}, which is not a program that can be run.`)
    return chosen
  }
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = NAMES.flatMap((name) => path.map((folder) => join(folder, name)))
  return [...onPath, ...PLACES, chromium.executablePath()].find(runs) ?? null
}

/** Installs a browser: Debian's where this is Debian and we may, else the one that playwright-core fetches. */
function install(): void {
  const run = (command: string, args: readonly string[]): boolean => {
    console.log(`No Chromium found. Running: ${command} ${args.join(' ')}`)
    return spawnSync(command, args, { stdio: 'inherit' }).status === 0
  }
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    if (run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])) return
  }
  run(process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'])
}

/** The browser's file, installed where it was missing. */
export function chromiumPath(): string {
  const found = findChromium()
  if (found !== null) return found
  install()
  const installed = findChromium()
  if (installed !== null) return installed
  throw new Error(
    'The browser tests need Chromium or Chrome, and none could be installed. Install one and run again, or say where it is: CHROME_PATH=/path/to/chrome npm test',
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const path = chromiumPath()
    console.log(`Chromium: ${path} (${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()})`)
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
