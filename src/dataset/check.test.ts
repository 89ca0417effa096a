import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { baseFiles, cases, filesOfCase, FIXTURES } from './check.fixtures.ts'
import { checkData } from './check.ts'
import { memoryFiles } from './load-files.ts'
import { loadDataset } from './load.ts'
import { DataError, formatProblems, type Problem } from './problem.ts'

const shown = (problems: readonly Problem[]): string => {
  const part = (level: Problem['level']): string =>
    formatProblems(problems.filter((problem) => problem.level === level))
  const errors = part('error')
  const warnings = part('warning')
  return `${errors}${errors === '' ? '' : '\n'}${warnings === '' ? '' : `warnings:\n${warnings}\n`}`
}

describe('broken data is named, with file, line, column, field, and what would be right', () => {
  it('has at least forty ways of breaking', () => {
    expect(cases().length).toBeGreaterThan(40)
  })

  it.each(cases())('%s', (name) => {
    const said = shown(checkData('data', { files: filesOfCase(name) }).problems)
    const expectedFile = join(FIXTURES, name, 'expected.txt')
    const actualFile = join(FIXTURES, name, 'actual.txt')
    const expected = existsSync(expectedFile) ? readFileSync(expectedFile, 'utf8') : ''
    if (said === expected) rmSync(actualFile, { force: true })
    else writeFileSync(actualFile, said)
    expect(said).not.toBe('')
    expect(said).toBe(expected)
  })
})

describe('the checker', () => {
  it('finds nothing in sound data', () => {
    const result = checkData('data', { files: memoryFiles(baseFiles()) })
    expect(result.problems).toEqual([])
    expect(result.contents?.incidents).toHaveLength(4)
  })

  it('finds no error in the real record', () => {
    const { problems } = checkData('data')
    expect(formatProblems(problems.filter((problem) => problem.level === 'error'))).toBe('')
  })

  it('refuses a file of more than 50 MB without reading it', () => {
    const files = memoryFiles(baseFiles())
    const large = 'data/incidents/2023/2023-11-07-erbil-air-base-1.json'
    const reads: string[] = []
    const { problems } = checkData('data', {
      files: {
        ...files,
        size: (file) => (file === large ? 60 * 1024 * 1024 : files.size(file)),
        read: (file) => {
          reads.push(file)
          return files.read(file)
        },
      },
    })
    expect(formatProblems(problems)).toBe(
      `${large}\n  The file has 60 MB. At most 50 MB are read; a record has a few kilobytes.`,
    )
    expect(reads).not.toContain(large)
  })

  it('names a file that cannot be read, and goes on', () => {
    const files = memoryFiles(baseFiles())
    const locked = 'data/incidents/2023/2023-11-07-erbil-air-base-1.json'
    const { problems, counts } = checkData('data', {
      files: {
        ...files,
        read: (file) => {
          if (file === locked) throw Object.assign(new Error('no'), { code: 'EACCES' })
          return files.read(file)
        },
      },
    })
    expect(formatProblems(problems)).toBe(`${locked}\n  The file cannot be read (EACCES). Are its rights right?`)
    expect(counts.incidents).toBe(3)
  })

  it('names a folder that does not exist', () => {
    const { problems, contents } = checkData('dta')
    expect(formatProblems(problems)).toBe('dta\n  The folder does not exist. Is --data right?')
    expect(contents).toBeNull()
  })

  it('finds the same whatever the order of the files', () => {
    const name = 'many-at-once'
    const files = filesOfCase(name)
    const reversed = { ...files, list: (folder: string) => files.list(folder).reverse() }
    expect(checkData('data', { files: reversed }).problems).toEqual(checkData('data', { files }).problems)
  })
})

describe('loading', () => {
  it('gives a dataset from sound data, without the fields that only editors need', () => {
    const dataset = loadDataset('data', memoryFiles(baseFiles()))
    expect([...dataset.byId.keys()]).toContain('2023-11-19-galaxy-1')
    expect(Object.keys(dataset.incidents[0] ?? {})).not.toContain('$schema')
    expect(Object.keys(dataset.card)).not.toContain('$schema')
  })

  it('refuses broken data with every problem at once', () => {
    let refused: unknown = null
    try {
      loadDataset('data', filesOfCase('many-at-once'))
    } catch (error) {
      refused = error
    }
    expect(refused).toBeInstanceOf(DataError)
    expect((refused as DataError).problems.length).toBeGreaterThan(6)
    expect((refused as DataError).exitCode).toBe(1)
  })
})
