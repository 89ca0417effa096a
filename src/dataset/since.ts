/**
 * What changed since a published version, and whether each change is told.
 *
 * 1. A record that was published keeps its id: a file that is gone is an error.
 * 2. A record that changed carries at least one new note in `revisions`, behind those that were there, which stay as they were.
 * 3. A change of layout, or of `$schema`, is no change.
 */
import { diffRecords, type Difference } from './diff.ts'
import { CommandError, type Effects } from './effects.ts'
import { readJson } from './json.ts'
import type { Problem } from './problem.ts'
import type { Draft } from './record.ts'

/** The problems of records that changed since a version that git knows, by the rules above. */
export function checkSince(dir: string, ref: string, effects: Pick<Effects, 'disk' | 'git'>): Problem[] {
  const git = (...args: string[]): string | null => effects.git(['-C', dir, ...args])
  if (git('rev-parse', '--git-dir') === null)
    throw new CommandError(`${dir} is not in a git repository, so nothing is known of its earlier versions.`, 2)
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)?.trim()
  if (commit === undefined || commit === '')
    throw new CommandError(`git knows no version ${JSON.stringify(ref)}. Name a tag, a branch or a commit.`, 2)
  const changed = git('diff', '--name-status', '--no-renames', '--relative', '-z', commit, '--', 'incidents')
  if (changed === null) throw new CommandError(`git cannot compare with ${JSON.stringify(ref)}.`)
  const parts = changed.split('\0')
  const problems: Problem[] = []
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [status = '', path = ''] = [parts[index], parts[index + 1]]
    if (!path.endsWith('.json') || status === 'A') continue
    const file = `${dir.replaceAll('\\', '/').replace(/\/+$/, '')}/${path}`
    if (status === 'D') {
      problems.push({
        ...noPlace(file),
        code: 'record-gone',
        message: `The record was published as of ${ref} and is gone. Restore it: its address stays. What was wrong in it goes into a revision.`,
      })
      continue
    }
    const old = git('show', `${commit}:./${path}`)
    const before = old === null ? null : objectOf(new TextEncoder().encode(old))
    const after = objectOf(effects.disk.read(file))
    if (before === null || after === null) continue
    const problem = untold(before, after)
    if (problem !== null) problems.push({ ...noPlace(file), field: 'revisions', ...problem })
  }
  return problems
}

const noPlace = (file: string): Omit<Problem, 'code' | 'message'> => ({
  level: 'error',
  file,
  line: null,
  column: null,
  field: null,
})

function objectOf(bytes: Uint8Array): Draft | null {
  const { value } = readJson(bytes)
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Draft) : null
}

/** What is wrong with how a change from one version to another is told; null where all is well. */
export function untold(before: Draft, after: Draft): Pick<Problem, 'code' | 'message'> | null {
  const changed = diffRecords(before, after).filter(({ field }) => field !== '$schema' && !/^revisions\b/.test(field))
  const old = Array.isArray(before['revisions']) ? before['revisions'] : []
  const now = Array.isArray(after['revisions']) ? after['revisions'] : []
  if (old.some((note, index) => JSON.stringify(note) !== JSON.stringify(now[index])))
    return {
      code: 'revision-changed',
      message: 'An earlier revision note was changed or removed. Put it back as it was, and add a new one behind it.',
    }
  if (changed.length === 0 || now.length > old.length) return null
  return {
    code: 'no-revision',
    message: `The published record changed (${fieldsOf(changed)}) and has no new revision note. Add one to "revisions": the date, what changed, and why.`,
  }
}

function fieldsOf(changed: readonly Difference[]): string {
  const names = changed.map(({ field }) => field)
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${String(names.length - 3)} more`
}
