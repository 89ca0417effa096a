import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { frameHtml, oembed, snippets } from './oembed.ts'

// Systems that strip styles keep these two attributes, which the standard calls obsolete: without them the frame has a border and no width.
const OBSOLETE = /^Attribute "(?:width" has invalid value "100%"|frameborder" is deprecated)/
const validator = new HtmlValidate(new FileSystemConfigLoader())
const hostile = `"><script>alert(1)</script> & 'Ain al-Asad' <b>`
const made = (title: string, theme: 'auto' | 'light' | 'dark' | 'host' = 'dark') =>
  snippets({
    embedUrl: 'https://example.org/embed/frequency/',
    loaderUrl: 'https://example.org/embed.js',
    pageUrl: 'https://example.org/charts/frequency/',
    imageUrl: 'https://example.org/charts/frequency@2x.png',
    title,
    credit: title,
    height: 560,
    theme,
    plain: true,
  })

describe.each(['loader', 'iframe', 'image'] as const)('the snippet "%s"', (way) => {
  it.each(['Attacks by week', hostile])('is valid HTML where it is pasted, with the title %s', async (title) => {
    const article = `<!DOCTYPE html>\n<html lang="en">\n<head><title>An article</title></head>\n<body>\n<h1>An article</h1>\n${made(title)[way]}\n</body>\n</html>\n`
    const { results } = await validator.validateString(article, 'article.html')
    const found = results.flatMap(({ messages }) => messages.map(({ message }) => message))
    expect(found.filter((message) => !OBSOLETE.test(message))).toEqual([])
  })
  it('says the title as text, whatever stands in it', () => {
    const { document } = parseHTML(`<html><body>${made(hostile)[way]}</body></html>`)
    const named =
      document.querySelector('iframe')?.getAttribute('title') ?? document.querySelector('img')?.getAttribute('alt')
    expect(named).toBe(hostile)
    expect(document.querySelectorAll('script:not([src]), b')).toHaveLength(0)
  })
})

describe('theme and plain', () => {
  it('stand in the address of the frame', () => {
    expect(made('A chart').iframe).toContain('src="https://example.org/embed/frequency/?theme=dark&amp;plain=1"')
  })
  it("the host's own theme is followed by the loader alone", () => {
    expect(made('A chart', 'host').loader).toContain(' theme="host"')
    expect(made('A chart', 'host').iframe).not.toContain('theme')
  })
  it('the link is the address of the page, for a line of its own', () => {
    expect(made('A chart').link).toBe('https://example.org/charts/frequency/')
  })
})

describe('the record', () => {
  const input = {
    title: hostile,
    embedUrl: 'https://example.org/embed/frequency/',
    siteUrl: 'https://example.org/',
    siteName: 'Since October 17',
    width: 640,
    height: 560,
    thumbnailUrl: null,
  }
  it('holds one plain frame and no picture that is not there', () => {
    const record = oembed(input)
    expect(record.html).toBe(frameHtml(input.embedUrl, hostile, 640, 560))
    expect(record).not.toHaveProperty('thumbnail_url')
    const { document } = parseHTML(`<html><body>${record.html}</body></html>`)
    expect([...document.body.children].map(({ localName }) => localName)).toEqual(['iframe'])
  })
})
