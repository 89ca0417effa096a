import { afterEach, expect, test } from 'vitest'
import { currentEditions } from './dataset/editions.ts'
import { charts } from './charts/registry.ts'
import { pictureRoutes, pictures, servePicture } from './pictures.ts'

afterEach(() => {
  delete process.env['PICTURES']
})

test('every chart has its pictures, live and in every edition', () => {
  const paths = [...pictures().keys()]
  const roots = ['', ...currentEditions().map(({ name }) => `/editions/${name}`)]
  expect(roots.length).toBeGreaterThan(1)
  for (const root of roots)
    for (const { id } of charts)
      for (const form of ['.svg', '-dark.svg', '.png', '@2x.png', '-dark.png', '-dark@2x.png', '-card.png'])
        expect(paths).toContain(`${root}/charts/${id}${form}`)
})

test('a route serves what its address names, and nothing where pictures are drawn apart', () => {
  const pattern = /^\/charts\/(?<chart>[^/]+)\.svg$/
  expect(pictureRoutes(pattern)).toContainEqual({
    params: { chart: 'frequency-dark' },
    props: { path: '/charts/frequency-dark.svg' },
  })
  process.env['PICTURES'] = 'apart'
  expect(pictureRoutes(pattern)).toEqual([])
})

test('a picture is served as what it is', async () => {
  const png = await servePicture('/charts/vessels.png')
  expect(png.headers.get('Content-Type')).toBe('image/png')
  expect([...new Uint8Array(await png.arrayBuffer()).slice(1, 4)]).toEqual([...Buffer.from('PNG')])
  const svg = await servePicture('/charts/vessels.svg')
  expect(svg.headers.get('Content-Type')).toBe('image/svg+xml')
  expect(await svg.text()).toMatch(/^<svg /)
  expect((await servePicture('/charts/none.png')).status).toBe(404)
})
