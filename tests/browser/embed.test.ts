/** The promises to publishers, in plain words, against the real libraries on a page of another origin. */
import type { BrowserContextOptions, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUILT } from '../built.ts'
import { pathsOf } from '../site/page.ts'
import { axe, visit, WINDOWS, type Visitor } from './browser.ts'
import { startPublisher, type Publisher } from './publisher.ts'

let visitor: Visitor
let publisher: Publisher
beforeAll(async () => {
  visitor = await visit(BUILT.root)
  publisher = await startPublisher()
})
afterAll(async () => {
  await visitor.close()
  await publisher.close()
})

const at = (path: string): string => new URL(path.replace(/^\//, ''), visitor.site.url).href
const loader = (): string => `<script async src="${at('/embed.js')}"></script>`
const element = (chart = 'frequency', attributes = ''): string =>
  `<since-october-17 title="A chart" height="400" ${attributes}><iframe src="${at(`/embed/${chart}/`)}" title="A chart" width="100%" height="400" frameborder="0" loading="lazy"></iframe></since-october-17>`

let serial = 0
/** Opens an article in a fresh context, watching where its requests go. */
async function article(
  body: string,
  options: BrowserContextOptions = {},
  head = '',
): Promise<{ page: Page; requests: string[]; close: () => Promise<void> }> {
  const url = publisher.publish(`/article-${String(++serial)}`, body, head)
  const { page, close } = await visitor.open('/robots.txt', { viewport: WINDOWS.desktop, ...options })
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(url, { waitUntil: 'load' })
  return { page, requests, close }
}

const embeds = (page: Page): Frame[] => page.frames().filter((frame) => frame.url().includes('/embed/'))

/** Waits until the frame is as tall as what it holds, within two pixels; says both numbers where it never is. */
async function fits(page: Page, selector = 'iframe', index = 0): Promise<number> {
  let seen = ''
  for (let attempt = 0; attempt < 60; attempt++) {
    const frame = embeds(page)[index]
    const outer = await page
      .locator(selector)
      .nth(index)
      .evaluate((node) => node.getBoundingClientRect().height)
    const inner =
      (await frame?.evaluate(() => document.getElementById('embed')?.getBoundingClientRect().height ?? 0)) ?? 0
    if (inner > 100 && Math.abs(outer - inner) <= 2) return outer
    seen = `frame ${String(outer)}, content ${String(inner)}`
    await page.waitForTimeout(100)
  }
  throw new Error(`The frame never fitted its content: ${seen}.`)
}

describe('height', () => {
  test('the loader gives the frame the height of its content, and the frame grows and shrinks', async () => {
    const { page, close } = await article(`<main>${element()}</main>${loader()}`)
    const wide = await fits(page)
    await page.setViewportSize(WINDOWS.phone)
    await page.waitForTimeout(200)
    const narrow = await fits(page)
    expect(narrow).not.toBe(wide)
    await page.setViewportSize(WINDOWS.desktop)
    await page.waitForTimeout(200)
    expect(Math.abs((await fits(page)) - wide)).toBeLessThanOrEqual(2)
    await close()
  })

  test('the loader works before its elements, twice, and on elements that come later', async () => {
    const { page, close } = await article(`<div id="late"></div>${element()}${loader()}`, {}, loader())
    await fits(page)
    await page.evaluate((html) => {
      const late = document.getElementById('late')
      if (late !== null) late.innerHTML = html
    }, element('frequency'))
    await page.locator('#late iframe').scrollIntoViewIfNeeded()
    await page.waitForTimeout(500)
    await fits(page, 'iframe', 0)
    expect(await page.locator('iframe').count()).toBe(2)
    await close()
  })

  test('an element without a frame makes one from its chart', async () => {
    const { page, close } = await article(
      `<since-october-17 chart="frequency" title="Attacks"></since-october-17>${loader()}`,
    )
    await fits(page)
    expect(await page.locator('iframe').getAttribute('title')).toBe('Attacks')
    await close()
  })

  test('the published pym.js sizes it', async () => {
    const { page, close } = await article(
      `<div id="box"></div><script src="/pym.js"></script><script>new pym.Parent('box', '${at('/embed/frequency/')}')</script>`,
    )
    await fits(page)
    await page.setViewportSize(WINDOWS.phone)
    await page.waitForTimeout(300)
    await fits(page)
    await close()
  })

  test('the published @newswire/frames sizes it', async () => {
    const { page, close } = await article(
      `<div data-frame-src="${at('/embed/frequency/')}"></div><script src="/frames.js"></script><script>newswireFrames.autoInitFrames()</script>`,
    )
    await fits(page)
    await close()
  })

  test('a host that speaks as AMP does, with a sandbox that allows scripts alone, gets a height', async () => {
    const { page, close } = await article(
      `<iframe sandbox="allow-scripts" frameborder="0" width="600" height="200" src="${at('/embed/frequency/')}"></iframe>
       <script>addEventListener('message', (event) => {
         const frame = document.querySelector('iframe')
         if (event.source === frame.contentWindow && event.data && event.data.sentinel === 'amp' && event.data.type === 'embed-size')
           frame.height = event.data.height
       })</script>`,
    )
    await fits(page)
    await close()
  })

  test('several frames on one page, one hidden and shown later, each take their own height', async () => {
    const { page, close } = await article(
      `${element('frequency')}<div id="tab" hidden>${element('frequency')}</div>${loader()}`,
    )
    await fits(page)
    await page.evaluate(() => document.getElementById('tab')?.removeAttribute('hidden'))
    await page.locator('#tab iframe').scrollIntoViewIfNeeded()
    await page.waitForTimeout(800)
    await fits(page, 'iframe', 1)
    await close()
  })
})

describe('height, when content opens and closes', () => {
  /** The table in the one frame of a page, opened and closed again: the frame follows both ways. */
  async function growsAndShrinks(page: Page): Promise<void> {
    const shut = await fits(page)
    const summary = page.frameLocator('iframe').locator('summary')
    await summary.click()
    await expect.poll(() => fits(page), { timeout: 5000 }).toBeGreaterThan(shut + 100)
    await summary.click()
    await expect.poll(async () => Math.abs((await fits(page)) - shut), { timeout: 5000 }).toBeLessThanOrEqual(2)
  }

  test.each(['/embed/outcomes/', '/editions/2023-11-08/embed/outcomes/'])(
    'the table of %s grows the frame, and closing it shrinks the frame again',
    async (path) => {
      const { page, close } = await article(
        `<since-october-17 height="400" src="${at(path)}" title="A chart"></since-october-17>${loader()}`,
      )
      await growsAndShrinks(page)
      await close()
    },
  )

  test('pym.js follows the table too', async () => {
    const { page, close } = await article(
      `<div id="box"></div><script src="/pym.js"></script><script>new pym.Parent('box', '${at('/embed/outcomes/')}')</script>`,
    )
    await growsAndShrinks(page)
    await close()
  })
})

describe('below the fold', () => {
  test('an embed loads when the reader comes near, and nothing jumps: its room is kept', async () => {
    const { page, requests, close } = await article(
      `<div id="before" style="height:12000px"></div>${element()}<p id="after">After</p>${loader()}`,
    )
    await page.waitForTimeout(500)
    expect(requests.filter((url) => url.includes('/embed/'))).toEqual([])
    expect(await page.locator('iframe').evaluate((node) => node.getBoundingClientRect().height)).toBe(400)
    await page.locator('iframe').scrollIntoViewIfNeeded()
    await fits(page)
    expect(requests.filter((url) => url.endsWith('/embed/frequency/'))).toHaveLength(1)
    await close()
  })
})

describe('without script', () => {
  test('the snippet is a frame of a fixed height with the whole chart in it', async () => {
    const { page, close } = await article(`${element()}${loader()}`, { javaScriptEnabled: false })
    const frame = page.frameLocator('iframe')
    await frame.locator('.drawing > svg:visible').first().waitFor({ state: 'visible' })
    expect((await page.locator('iframe').boundingBox())?.height).toBe(400)
    await close()
  })

  test('a sandbox that allows nothing still shows the chart', async () => {
    const { page, close } = await article(
      `<iframe sandbox width="600" height="600" src="${at('/embed/frequency/')}"></iframe>`,
    )
    await page.frameLocator('iframe').locator('.drawing > svg:visible').first().waitFor({ state: 'visible' })
    await close()
  })
})

describe('promises', () => {
  test('an embed asks nothing of any other server, sets no cookie and stores nothing', async () => {
    const { page, requests, close } = await article(`${element()}${loader()}`)
    await fits(page)
    const origins = new Set(requests.map((url) => new URL(url).origin))
    origins.delete(publisher.url)
    expect([...origins]).toEqual([new URL(visitor.site.url).origin])
    expect(await page.context().cookies()).toEqual([])
    // Chromium may deny a frame of another site its storage altogether: then nothing is stored either.
    const stored = await embeds(page)[0]?.evaluate(() => {
      try {
        return localStorage.length + sessionStorage.length
      } catch {
        return 0
      }
    })
    expect(stored).toBe(0)
    await close()
  })

  test('the query string shows no other chart, no other title and runs nothing', async () => {
    const clean = await article(`<iframe src="${at('/embed/frequency/')}" width="600" height="600"></iframe>`)
    const title = await clean.page.frameLocator('iframe').locator('h1').textContent()
    await clean.close()
    const query = encodeURI(
      '?theme="><script>window.x=1</script>&childId=<img src=x onerror=window.x=1>&chart=network&title=Other&plain=<b>',
    )
    const { page, close } = await article(
      `<iframe src="${at('/embed/frequency/')}${query}" width="600" height="600"></iframe>`,
    )
    expect(await page.frameLocator('iframe').locator('h1').textContent()).toBe(title)
    expect(await embeds(page)[0]?.evaluate(() => 'x' in window)).toBe(false)
    expect(await embeds(page)[0]?.evaluate(() => document.documentElement.dataset['theme'] ?? 'auto')).toBe('auto')
    await close()
  })

  test('a hostile parent learns nothing but a height', async () => {
    const { page, close } = await article(
      `<script>window.heard=[];addEventListener('message',(event)=>heard.push(event.data))</script>
       <iframe src="${at('/embed/frequency/?childId=a')}" width="600" height="600"></iframe>
       <script>document.querySelector('iframe').addEventListener('load',(event)=>{
         for (const message of [null, 1, '', {}, {type:'since-october-17:theme',theme:'<b>'}, {type:'eval',code:'1'}, 'pymxPYMxaxPYMxnavigateToxPYMxhttp://localhost/'])
           event.target.contentWindow.postMessage(message,'*')
       })</script>`,
    )
    await page.waitForTimeout(800)
    const heard = await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)
    expect(heard.length).toBeGreaterThan(0)
    for (const message of heard) {
      if (typeof message === 'string') expect(message).toMatch(/^pymxPYMxaxPYMxheightxPYMx\d+$/)
      else
        expect(Object.keys(message as object).filter((key) => !['sentinel', 'type', 'height'].includes(key))).toEqual(
          [],
        )
    }
    expect(embeds(page)).toHaveLength(1)
    await close()
  })

  test("the host's own CSS does not break it", async () => {
    const { page, close } = await article(
      `${element()}${loader()}`,
      {},
      '<style>iframe{height:100%!important;border:9px solid red;min-height:0;width:50px}*{box-sizing:content-box}since-october-17{display:inline}</style>',
    )
    await fits(page)
    const box = await page.locator('iframe').boundingBox()
    expect(box?.width).toBeGreaterThan(1000)
    await close()
  })

  test('an embed cannot break out of its frame: marks and links open a page of their own', async () => {
    const { page, close } = await article(`${element('outcomes')}${loader()}`)
    await fits(page)
    const url = page.url()
    const frame = page.frameLocator('iframe')
    const opened = page.context().waitForEvent('page')
    await frame.getByRole('link', { name: 'Sources and method' }).click()
    const other = await opened
    expect(new URL(other.url()).pathname).toBe('/charts/outcomes/')
    await other.close()
    const targets = await embeds(page)[0]?.evaluate(() =>
      [...document.querySelectorAll('a[href]')].map((link) =>
        [link.getAttribute('target'), link.getAttribute('rel')].join(' '),
      ),
    )
    expect([...new Set(targets)]).toEqual(['_blank noopener'])
    expect(page.url()).toBe(url)
    expect(embeds(page)).toHaveLength(1)
    await close()
  })

  test('twenty embeds on a page load once each, and the page answers meanwhile and stays where it is', async () => {
    const { page, requests, close } = await article(
      `${Array.from({ length: 20 }, (_, index) => element(index % 2 === 0 ? 'frequency' : 'calendar')).join('')}${loader()}`,
    )
    const url = page.url()
    await page.evaluate(() => {
      const counter = document.createElement('button')
      counter.id = 'counter'
      counter.style.cssText = 'position:fixed;top:0;left:0;z-index:9'
      counter.textContent = '0'
      counter.addEventListener('click', () => (counter.textContent = String(Number(counter.textContent) + 1)))
      document.body.append(counter)
    })
    for (let index = 0; index < 20; index++) {
      await page.locator('iframe').nth(index).scrollIntoViewIfNeeded()
      await page.locator('#counter').click({ timeout: 2000 })
      await page.waitForTimeout(50)
    }
    expect(await page.locator('#counter').textContent()).toBe('20')
    // Every frame has arrived whole; a quiet network would also wait for whatever a browser does of its own accord.
    await expect
      .poll(
        async () => {
          const states = await Promise.all(embeds(page).map((frame) => frame.evaluate(() => document.readyState)))
          return states.filter((state) => state === 'complete').length
        },
        { timeout: 60_000 },
      )
      .toBe(20)
    await page.waitForTimeout(500)
    const documents = requests.filter((request) => request.includes('/embed/') && request.endsWith('/'))
    expect(documents).toHaveLength(20)
    expect(page.url()).toBe(url)
    await close()
  })

  test("it follows the host page's dark mode when asked", async () => {
    const { page, close } = await article(`${element('frequency', 'theme="host"')}${loader()}`)
    await fits(page)
    const theme = () => embeds(page)[0]?.evaluate(() => document.documentElement.dataset['theme'] ?? 'auto')
    await page.evaluate(() => document.documentElement.classList.add('dark'))
    await expect.poll(theme, { timeout: 5000 }).toBe('dark')
    await page.evaluate(() => document.documentElement.classList.replace('dark', 'light'))
    await expect.poll(theme, { timeout: 5000 }).toBe('light')
    await close()
  })
})

describe('at every width', () => {
  const charts = pathsOf(BUILT.root).filter((path) => /^\/embed\/[^/]+\/$/.test(path))
  test.each(charts.map((path) => [path]))(
    '%s shows one drawing from 280 to 1400 px, scrolls neither way and has no letter under 11 px',
    async (path) => {
      const { page, problems, close } = await visitor.open(path, { viewport: { width: 280, height: 900 } })
      for (const width of [280, 320, 358, 560, 960, 1400]) {
        await page.setViewportSize({ width, height: 900 })
        const seen = await page.evaluate(() => {
          const drawings = [...document.querySelectorAll<SVGSVGElement>('.drawing > svg')].filter(
            (svg) => svg.getClientRects().length > 0,
          )
          const sizes = drawings.flatMap((svg) => {
            const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
            return [...svg.querySelectorAll('text')].map(
              (text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
            )
          })
          return {
            drawings: drawings.length,
            smallest: Math.min(...sizes),
            overflow: document.documentElement.scrollWidth - innerWidth,
          }
        })
        expect(seen.drawings, `at ${String(width)}`).toBe(1)
        expect(seen.smallest, `at ${String(width)}`).toBeGreaterThanOrEqual(10.99)
        expect(seen.overflow, `at ${String(width)}`).toBeLessThanOrEqual(0)
      }
      expect(problems).toEqual([])
      await close()
    },
  )

  test('every mark of every drawing leads somewhere and has a name', async () => {
    for (const path of ['/embed/frequency/', '/embed/map-red-sea/', '/editions/2025-04-23/embed/vessels/']) {
      const { page, close } = await visitor.open(path)
      const mute = await page.evaluate(
        () =>
          [...document.querySelectorAll('.drawing svg a')].filter(
            (mark) => mark.getAttribute('href') === null || mark.getAttribute('aria-label') === null,
          ).length,
      )
      expect(mute, path).toBe(0)
      await close()
    }
  })
})

describe('an edition', () => {
  const path = '/editions/2025-04-23/embed/frequency/'
  test('says what it is, in its own words, and keeps theme and plain', async () => {
    const { page, problems, close } = await visitor.open(`${path}?theme=dark&plain=1`)
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    expect(await page.locator('h1').isVisible()).toBe(false)
    expect(await page.locator('.figure-source').isVisible()).toBe(false)
    await page.goto(page.url().replace(/\?.*/, ''))
    expect(await page.locator('.figure-source').textContent()).toContain(
      'Events to 23 April 2025, as this record had them on 31 Dec. 2025',
    )
    expect(problems).toEqual([])
    await close()
  })
})

describe('the gallery', () => {
  test('builds the snippet that was asked for, by keyboard, and copies it', async () => {
    const { page, problems, close } = await visitor.open('/embed/#calendar')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    expect(await page.locator('#chart').inputValue()).toBe('calendar')
    await page.locator('input[name=theme][value=auto]').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const snippet = page.locator('#snippet-iframe')
    expect(await snippet.inputValue()).toContain('/embed/calendar/?theme=dark')
    await page.locator('button[data-copy=snippet-iframe]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#copied').textContent(), { timeout: 5000 }).toContain('copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet.inputValue())
    expect(problems).toEqual([])
    await close()
  })

  test('offers "keeps up with the data" or "frozen", and the snippets and the preview follow', async () => {
    const { page, problems, close } = await visitor.open('/embed/#frequency')
    const edition = page.locator('#edition')
    expect(await edition.locator('option').allTextContents()).toEqual([
      'Keeps up with the data',
      expect.stringContaining('Events to 8 Nov. 2023'),
      expect.stringContaining('Events to 23 April 2025'),
    ])
    const live = await page.locator('#snippet-loader').inputValue()
    expect(live).not.toContain('/editions/')
    await edition.selectOption('2023-11-08')
    const values = async () => ({
      loader: await page.locator('#snippet-loader').inputValue(),
      iframe: await page.locator('#snippet-iframe').inputValue(),
      image: await page.locator('#snippet-image').inputValue(),
    })
    const frozen = await values()
    expect(frozen.loader).toContain('/editions/2023-11-08/embed/frequency/')
    expect(frozen.iframe).toContain('/editions/2023-11-08/embed/frequency/')
    expect(frozen.image).toContain('/editions/2023-11-08/charts/frequency@2x.png')
    await page
      .frameLocator('#preview')
      .getByText('Events to 8 Nov. 2023, as this record had them on 31 Dec. 2025')
      .waitFor()
    // The title in the snippet is the edition's, not today's.
    const kept = await page.frameLocator('#preview').locator('h1').textContent()
    expect(frozen.iframe).toContain(kept?.trim() ?? 'no title')
    await edition.selectOption('')
    expect(await page.locator('#snippet-loader').inputValue()).toBe(live)
    expect(problems).toEqual([])
    await close()
  })

  test('has no fault that axe finds, with its builder open', async () => {
    const { page, close } = await visitor.open('/embed/', { viewport: WINDOWS.phone })
    expect(await axe(page)).toEqual([])
    await close()
  })
})
