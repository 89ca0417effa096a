/** In the dev server: a change in the data folder is checked, shows on the open page, or stands in its overlay with all its problems. */
import { resolve, sep } from 'node:path'
import { isRunnableDevEnvironment, type Plugin } from 'vite'
import type { Problem } from '../../src/dataset/problem.ts'

/** The module that holds the dataset in memory. */
const HOLDER = resolve('src/dataset/current.ts')

type Holder = typeof import('../../src/dataset/current.ts')

/** What the plugin needs of the dev server. */
export interface Pages {
  /** Reads the data anew where pages are rendered; throws what is wrong with it. */
  readonly reread: () => Promise<void>
  readonly reload: () => void
  readonly fail: (
    message: string,
    at: { readonly file: string; readonly line: number; readonly column: number } | null,
  ) => void
}

/** Reads the data anew and tells the open pages. */
export async function dataChanged(pages: Pages): Promise<void> {
  try {
    await pages.reread()
    pages.reload()
  } catch (error) {
    // The error comes from where the pages are rendered, so its class is another than ours.
    const { message, problems } = error as Error & { readonly problems?: readonly Problem[] }
    const first = problems?.find((problem) => problem.level === 'error')
    pages.fail(
      message,
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
      let filesCameOrWent = false
      const client = server.environments['client']
      const pages: Pages = {
        reread: async () => {
          for (const environment of Object.values(server.environments)) {
            // Which pages there are is remembered with the modules; what they say is not.
            if (filesCameOrWent) environment.moduleGraph.invalidateAll()
            if (!isRunnableDevEnvironment(environment)) continue
            if (environment.moduleGraph.getModuleById(HOLDER) === undefined) continue
            const holder: Holder = await environment.runner.import(HOLDER)
            holder.forgetDataset()
            holder.currentDataset()
          }
          filesCameOrWent = false
        },
        reload: () => client?.hot.send({ type: 'full-reload', path: '*' }),
        fail: (message, at) =>
          client?.hot.send({
            type: 'error',
            err: { message, stack: '', plugin: 'data', ...(at === null ? {} : { id: at.file, loc: at }) },
          }),
      }
      // Editors write a file in several steps, and an import writes many: wait until it is quiet.
      let timer: NodeJS.Timeout | undefined
      server.watcher.on('all', (event, file) => {
        if (!resolve(file).startsWith(folder + sep) || !file.endsWith('.json')) return
        filesCameOrWent ||= event !== 'change'
        clearTimeout(timer)
        timer = setTimeout(() => void dataChanged(pages), 40)
      })
    },
  }
}
