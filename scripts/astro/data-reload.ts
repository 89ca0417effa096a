/** In the dev server: a change in the data folder is checked, shows on the open page, or stands in its overlay with all its problems. */
import { resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import { loadDataset } from '../../src/dataset/load.ts'
import { DataError } from '../../src/dataset/problem.ts'

/** What the plugin needs of the dev server. */
export interface Pages {
  /** Forget everything read from the data, so that the next page reads it again. */
  readonly forget: () => void
  readonly reload: () => void
  readonly fail: (
    message: string,
    at: { readonly file: string; readonly line: number; readonly column: number } | null,
  ) => void
}

/** Checks the data and tells the open pages. */
export function dataChanged(pages: Pages, dir: string, load: (dir: string) => unknown = loadDataset): void {
  pages.forget()
  try {
    load(dir)
    pages.reload()
  } catch (error) {
    const first = error instanceof DataError ? error.problems.find((problem) => problem.level === 'error') : undefined
    pages.fail(
      (error as Error).message,
      first === undefined ? null : { file: resolve(first.file), line: first.line ?? 1, column: first.column ?? 1 },
    )
  }
}

/** `dir` is the data folder. */
export function dataReload(dir: string): Plugin {
  return {
    name: 'data-reload',
    apply: 'serve',
    configureServer(server) {
      const folder = resolve(dir)
      server.watcher.add(folder)
      const client = server.environments['client']
      const pages: Pages = {
        forget: () => {
          for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll()
        },
        reload: () => client?.hot.send({ type: 'full-reload', path: '*' }),
        fail: (message, at) =>
          client?.hot.send({
            type: 'error',
            err: {
              message,
              stack: '',
              plugin: 'data',
              ...(at === null ? {} : { id: at.file, loc: at }),
            },
          }),
      }
      // Editors write a file in several steps, and an import writes many: wait until it is quiet.
      let timer: NodeJS.Timeout | undefined
      server.watcher.on('all', (_event, file) => {
        if (!resolve(file).startsWith(folder + sep) || !file.endsWith('.json')) return
        clearTimeout(timer)
        timer = setTimeout(() => dataChanged(pages, dir), 60)
      })
    },
  }
}
