import { describe, expect, test } from 'vitest'
import { currentDataset } from '../../dataset/current.ts'
import { locatedPlace, locatedRecord } from './located.ts'

const dataset = currentDataset()
const places = [...dataset.places.values()].filter(({ lat }) => lat !== null)

describe('a locator map', () => {
  test('is never drawn of a country, whose middle is no place of an event', () => {
    const countries = places.filter(({ precision }) => precision === 'country')
    expect(countries.length).toBeGreaterThan(0)
    for (const place of countries) {
      expect(locatedPlace(place).located, place.id).toBeNull()
      expect(locatedPlace(place).caption).toContain(place.name)
    }
    const told = dataset.incidents.filter(
      ({ place, position }) => position === null && countries.some(({ id }) => id === place.id),
    )
    expect(told.length).toBeGreaterThan(0)
    for (const incident of told) expect(locatedRecord(incident, dataset).located, incident.id).toBeNull()
  })

  test('is soft for an area and a dot for a site', () => {
    for (const place of places.filter(({ precision }) => precision === 'area'))
      expect(locatedPlace(place).located?.soft, place.id).toBe(true)
    for (const place of places.filter(({ precision }) => precision === 'exact'))
      expect(locatedPlace(place).located?.soft, place.id).toBe(false)
  })
})
