import { describe, expect, it } from 'vitest'
import { currentDataset } from './current.ts'
import type { Incident } from './dataset.ts'
import { accountWords, attackerWords, casualtyWords, evidenceLabel, evidenceSentence, leadOf } from './lead.ts'

const dataset = currentDataset()
const first = dataset.incidents.find((incident) => incident.kind === 'attack')
if (first === undefined) throw new Error('the record holds no attack')

// A record made for the test: known in every field, so that each test changes one thing.
const record: Incident = {
  ...first,
  id: '2023-11-07-test-1',
  date: { start: '2023-11-07', end: '2023-11-07', precision: 'day', assumed: false, timeNote: null, dateNote: null },
  kind: 'attack',
  summary: null,
  theatre: 'iraq',
  front: 'iraq-syria-jordan',
  place: { id: 'ain-al-asad', name: 'Ain al-Asad', country: 'Iraq', precision: 'site', also: [] },
  position: null,
  attackers: ['islamic-resistance-in-iraq'],
  attackerSide: null,
  attribution: 'claimed',
  target: { type: 'base', operator: null, description: null, vessel: null, actors: ['united-states'] },
  weapons: ['one-way-drone'],
  munitions: { low: 2, high: 2 },
  outcome: 'hit',
  casualties: null,
  attacks: 1,
  evidence: { level: 'confirmed', voice: null, by: ['centcom'] },
}

describe('the lead of a record', () => {
  it('tells a confirmed attack in the indicative and names who claimed it', () => {
    expect(leadOf(record, dataset)).toBe(
      'Ain al-Asad Air Base in Iraq was attacked with two one-way drones on 7 November 2023. ' +
        'The Islamic Resistance in Iraq claimed it. Something was hit, the intended target or another.',
    )
  })

  it('begins a claim with whose claim it is, and calls a hit a part of the claim', () => {
    const claim: Incident = { ...record, evidence: { level: 'claimed', voice: 'attacker', by: ['iri'] } }
    expect(leadOf(claim, dataset)).toMatch(/^According to a claim by the Islamic Resistance in Iraq, /)
    expect(leadOf(claim, dataset)).toContain('The claim speaks of a hit.')
    expect(evidenceLabel(claim, dataset)).toBe('Claimed by the Islamic Resistance in Iraq')
  })

  it('never tells anything short of reported without saying whose word it is', () => {
    for (const incident of dataset.incidents) {
      if (incident.kind === 'event' || incident.summary !== null) continue
      if (incident.evidence.level !== 'confirmed') expect(leadOf(incident, dataset)).toMatch(/^According to /)
    }
  })

  it('uses the words of each voice', () => {
    const say = (voice: 'target' | 'relayed') =>
      evidenceSentence({ ...record, evidence: { level: 'claimed', voice, by: ['houthi-media'] } }, dataset)
    expect(say('target')).toBe('Reported only by the side struck: Houthi-run media.')
    expect(say('relayed')).toBe('Known only from relayed reports.')
  })

  it('says who denies a disputed record', () => {
    const disputed: Incident = { ...record, evidence: { level: 'disputed', voice: 'attacker', by: ['centcom'] } }
    expect(evidenceSentence(disputed, dataset)).toBe(
      'Claimed by the Islamic Resistance in Iraq and denied by US Central Command.',
    )
  })

  it('tells a strike that its own side alone acknowledges as just that', () => {
    const strike: Incident = { ...record, kind: 'strike', attackers: ['united-states'] }
    expect(evidenceSentence(strike, dataset)).toBe(
      'Confirmed: the side that acted says so itself (US Central Command).',
    )
  })

  it('keeps uncertain dates and places uncertain', () => {
    const vague: Incident = {
      ...record,
      date: { ...record.date, end: '2023-11-09', precision: 'range', assumed: true },
      place: { id: null, name: 'undisclosed', country: 'Syria', precision: 'country', also: [] },
    }
    const lead = leadOf(vague, dataset)
    expect(lead).toContain('between 7 and 9 November 2023')
    expect(lead).toContain('one day either side is assumed')
    expect(lead).toContain('A military base in Syria was attacked')
    expect(lead).toContain('Of the place only the country is published.')
  })

  it('names neither an attacker nor a number that no source gives', () => {
    const bare: Incident = { ...record, attackers: [], attribution: 'none', munitions: null, outcome: 'unknown' }
    expect(attackerWords(bare, dataset)).toBeNull()
    expect(leadOf(bare, dataset)).toContain('No source names who did it. What became of it is not known.')
    expect(leadOf(bare, dataset)).toContain('one or more one-way drones')
  })

  it('tells the killed and wounded with who counted, and unknown is never zero', () => {
    const people = {
      killed: null,
      wounded: { low: 13, high: null },
      whose: 'US personnel',
      countedBy: 'centcom',
      note: null,
      countedElsewhere: false,
    }
    expect(casualtyWords({ ...record, casualties: people }, dataset)).toBe(
      'Killed: not stated; wounded: at least 13 (US personnel). Counted by US Central Command.',
    )
    expect(casualtyWords({ ...record, casualties: { ...people, countedElsewhere: true } }, dataset)).toContain(
      'another record',
    )
  })

  it('reads as whole sentences for every record', () => {
    for (const incident of dataset.incidents) {
      const lead = leadOf(incident, dataset)
      expect(lead).toMatch(/^[A-Z0-9\u0600-\u06ff“"].*[.)]$/u)
      expect(lead).not.toMatch(/undefined|null|NaN| {2}|\.\./)
      expect(lead.replaceAll('one one-way', '')).not.toMatch(/\b(\w+) \1\b/)
    }
  })

  it('has a sentence of evidence for every record', () => {
    for (const incident of dataset.incidents) expect(evidenceSentence(incident, dataset)).toMatch(/^[A-Z].+[.)]$/)
  })
})

describe('an account in words', () => {
  it('says what a denial denies', () => {
    const words = accountWords(
      { party: 'centcom', stance: 'denies', of: 'involvement', basis: 'own-knowledge', said: null, sources: [0] },
      dataset,
    )
    expect(words).toEqual({
      party: 'US Central Command (CENTCOM)',
      stance: 'denies involvement',
      basis: 'own knowledge',
    })
  })
})
