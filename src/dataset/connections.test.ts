import { describe, expect, it } from 'vitest'
import { connectionsOf, monthsOf, placesInUse, recordsAt, recordsBy, recordsWithin } from './connections.ts'
import { currentDataset } from './current.ts'

const dataset = currentDataset()

describe('what a record stands beside', () => {
  it('leads through the whole record, one after the other and back', () => {
    let seen = 0
    for (let at = dataset.incidents[0]; at !== undefined; seen++) {
      const { after } = connectionsOf(at, dataset)
      if (after !== null) expect(connectionsOf(after, dataset).before?.id).toBe(at.id)
      at = after ?? undefined
    }
    expect(seen).toBe(dataset.incidents.length)
  })

  it('keeps to the place', () => {
    for (const incident of dataset.incidents) {
      const { beforeHere, afterHere } = connectionsOf(incident, dataset)
      for (const other of [beforeHere, afterHere]) {
        if (other === null) continue
        expect([other.place.id, ...other.place.also]).toContain(incident.place.id)
        expect(other.id).not.toBe(incident.id)
      }
    }
  })

  it('tells likeness from both sides', () => {
    for (const incident of dataset.incidents) {
      for (const other of connectionsOf(incident, dataset).possiblySameAs)
        expect(connectionsOf(other, dataset).possiblySameAs.map(({ id }) => id)).toContain(incident.id)
      for (const id of incident.covers) {
        const held = dataset.byId.get(id)
        if (held !== undefined)
          expect(connectionsOf(held, dataset).coveredBy.map((batch) => batch.id)).toContain(incident.id)
      }
    }
  })

  it('finds the records of an actor and of a place with what it holds', () => {
    const houthis = recordsBy('ansar-allah-houthis', dataset)
    expect(houthis).toEqual(dataset.incidents.filter(({ attackers }) => attackers.includes('ansar-allah-houthis')))
    for (const id of placesInUse(dataset)) {
      expect(recordsWithin(id, dataset).length).toBeGreaterThan(0)
      expect(recordsWithin(id, dataset).length).toBeGreaterThanOrEqual(recordsAt(id, dataset).length)
    }
  })

  it('gives every record one month', () => {
    const months = monthsOf(dataset)
    expect(months).toEqual([...months].sort())
    expect(new Set(months).size).toBe(months.length)
  })
})
