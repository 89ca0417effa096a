import { describe, expect, it } from 'vitest'
import { currentDataset } from '../../dataset/current.ts'
import { overlapping } from '../labels.ts'
import { PAGE_PAINT } from '../palette.ts'
import { actorMap, actorMapModel, extentOfSpots } from './actor-map.ts'

const dataset = currentDataset()
const canvas = { width: 358, paint: PAGE_PAINT, prefix: 'where', href: null, standalone: false }

describe('the map of an actor', () => {
  it('holds every point, with room around it', () => {
    for (const actor of dataset.actors.keys()) {
      const { spots } = actorMapModel(actor, dataset)
      if (spots.length === 0) continue
      const { west, east, south, north } = extentOfSpots(spots)
      for (const { lat, lon } of spots) {
        expect(lon).toBeGreaterThan(west)
        expect(lon).toBeLessThan(east)
        expect(lat).toBeGreaterThan(south)
        expect(lat).toBeLessThan(north)
      }
    }
  })

  it('stays small, and its names apart', () => {
    for (const actor of ['ansar-allah-houthis', 'islamic-resistance-in-iraq', 'kataib-hezbollah']) {
      const drawn = actorMap(actorMapModel(actor, dataset), canvas, 'Map')
      expect(drawn?.svg.length).toBeLessThan(60_000)
      expect(overlapping(drawn?.labels ?? [])).toEqual([])
    }
  })

  it('counts each of its records once: at a point, soft, or waiting', () => {
    const { total, located, soft, holdings } = actorMapModel('ansar-allah-houthis', dataset)
    expect(located + soft + holdings.reduce((sum, { records }) => sum + records.length, 0)).toBe(total)
  })

  it('is none where nothing was placed', () => {
    expect(actorMap({ ...actorMapModel('hamas', dataset), spots: [] }, canvas, 'Map')).toBeNull()
  })
})
