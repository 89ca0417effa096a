/**
 * `npm run test:interop`: other people's tools read what the build wrote. A tool that is not installed is named as "not run"; it never
 * fails the run, and it never counts as passed. OUT_DIR says which site (dist).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const site = process.env['OUT_DIR'] ?? 'dist'

interface Check {
  readonly name: string
  /** What must be installed: a command whose success says that the tool is there. */
  readonly needs: readonly [string, ...string[]]
  /** Files of the site that it reads. */
  readonly files: readonly string[]
  readonly run: readonly [string, ...string[]]
}

const at = (path: string): string => join(site, path)
const python = (code: string): readonly [string, ...string[]] => ['python3', '-c', code]

/** The Nu checker: VNU_JAR, or where the package `vnu-jar` or a system keeps it. */
const jar =
  [process.env['VNU_JAR'], 'node_modules/vnu-jar/build/dist/vnu.jar', '/usr/share/java/vnu.jar'].find(
    (file) => file !== undefined && existsSync(file),
  ) ?? 'vnu.jar'

/** Of folders that hold many pages of one kind, this many stand for all. */
const OF_A_KIND = 12

/** The first pages below a folder of the site, or its drawings. */
const below = (folder: string, ending = '/index.html'): string[] =>
  existsSync(at(folder))
    ? readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
        .filter((file) => file.endsWith(ending))
        .sort()
        .slice(0, OF_A_KIND)
    : []

const PAGES = [
  'index.html',
  '404.html',
  'methodology/index.html',
  'corrections/index.html',
  'data/index.html',
  'data/codebook/index.html',
  'embed/index.html',
  ...['stories', 'explore', 'charts', 'incidents', 'actors', 'places', 'embed', 'embed/incident', 'editions'].flatMap(
    (folder) => below(folder),
  ),
  ...below('charts', '.svg'),
  ...below('stories', '.svg'),
]

const CHECKS: readonly Check[] = [
  {
    name: 'GDAL reads the GeoJSON',
    needs: ['ogrinfo', '--version'],
    files: ['data/incidents.geojson'],
    run: ['ogrinfo', '-ro', '-so', '-al', at('data/incidents.geojson')],
  },
  {
    name: 'feedparser reads the Atom feed',
    needs: python('import feedparser'),
    files: ['feed.xml'],
    run: python(
      `import feedparser; f = feedparser.parse(open(${JSON.stringify(at('feed.xml'))}, 'rb').read()); assert not f.bozo, f.bozo_exception; assert f.version == 'atom10' and f.entries and all(e.id and e.title and e.updated for e in f.entries)`,
    ),
  },
  {
    name: 'xmllint reads the feed and the sitemap',
    needs: ['xmllint', '--version'],
    files: ['feed.xml', 'sitemap.xml'],
    run: ['xmllint', '--noout', at('feed.xml'), at('sitemap.xml')],
  },
  {
    name: 'Python reads the tables as they were written',
    needs: python('import csv, json'),
    files: ['data/incidents.csv', 'data/incidents.json'],
    run: python(
      `import csv, json; rows = list(csv.DictReader(open(${JSON.stringify(at('data/incidents.csv'))}, encoding='utf-8-sig', newline=''))); records = json.load(open(${JSON.stringify(at('data/incidents.json'))}, encoding='utf-8'))['incidents']; assert [r['id'] for r in rows] == [r['id'] for r in records], 'the ids differ'; assert all(None not in r and None not in r.values() for r in rows), 'a row is too long or too short'`,
    ),
  },
  {
    name: 'jsonschema (Python) accepts the published schema',
    needs: python('from jsonschema import Draft202012Validator'),
    files: ['data/schema/incident.schema.json'],
    run: python(
      `import json; from jsonschema import Draft202012Validator as V; V.check_schema(json.load(open(${JSON.stringify(at('data/schema/incident.schema.json'))}, encoding='utf-8')))`,
    ),
  },
  {
    name: 'the Nu checker accepts every kind of page, and the drawings',
    // Its package would bring a Java of its own when it is installed, so it is not among the dependencies.
    needs: ['java', '-jar', jar, '--version'],
    files: PAGES,
    run: ['java', '-jar', jar, '--errors-only', '--also-check-svg', ...PAGES.map(at)],
  },
]

if (!existsSync(at('index.html'))) {
  console.error(`There is no built site in ${site}/. Build it first: npm run build`)
  process.exit(1)
}

let failed = 0
for (const { name, needs, files, run } of CHECKS) {
  const missing = files.filter((file) => !existsSync(at(file)))
  if (missing.length > 0) {
    console.log(`failed   ${name}: the build wrote no ${missing.join(', ')}`)
    failed++
  } else if (spawnSync(needs[0], needs.slice(1), { stdio: 'ignore' }).status !== 0) {
    console.log(`not run  ${name}: not installed here`)
  } else {
    const { status, stderr } = spawnSync(run[0], run.slice(1), { encoding: 'utf8', maxBuffer: 1 << 28 })
    console.log(`${status === 0 ? 'passed' : 'failed'}   ${name}`)
    if (status !== 0) {
      console.log(stderr.trim())
      failed++
    }
  }
}
process.exitCode = failed === 0 ? 0 : 1
