import { describe, expect, it } from 'vitest'
import { evidenceOf } from './evidence.ts'
import { loadDataset } from './load.ts'
import type { Account } from './schema/incident.ts'

const dataset = loadDataset('data')

const account = (party: string, stance: Account['stance'], more: Partial<Account> = {}): Account => ({
  party,
  stance,
  of: stance === 'denies' ? 'event' : null,
  basis: 'own-knowledge',
  said: null,
  sources: [0],
  ...more,
})

const record = (attackers: string[], kind: 'attack' | 'strike' | 'event', accounts: Account[]) => ({
  attackers,
  attackerSide: null,
  kind,
  accounts,
  target: { type: null, operator: null, description: null, vessel: null, actors: [] },
})

const level = (...args: Parameters<typeof record>) => evidenceOf(record(...args), dataset)

describe('rule 1: confirmed', () => {
  it('takes the word of the side attacked when it is a state', () => {
    expect(level(['islamic-resistance-in-iraq'], 'attack', [account('centcom', 'confirms')]).level).toBe('confirmed')
  })
  it('takes a state at its word on its own strike', () => {
    expect(level(['united-states'], 'strike', [account('centcom', 'confirms')]).level).toBe('confirmed')
    expect(level(['cjtf-oir'], 'strike', [account('us-official', 'confirms')]).level).toBe('confirmed')
  })
  it('never takes an armed group at its word, not even on what was done to it', () => {
    expect(level(['united-states'], 'strike', [account('houthi-authorities', 'confirms')]).level).toBe('claimed')
    expect(level(['ansar-allah-houthis'], 'attack', [account('houthi-media', 'confirms')]).level).toBe('claimed')
  })
  it('does not take what a state body only relays', () => {
    expect(level([], 'attack', [account('centcom', 'confirms', { basis: 'relays' })]).level).toBe('claimed')
  })
})

describe('rule 2: disputed', () => {
  it('needs a denial of the event by a party that could confirm it', () => {
    const claim = account('houthi-military-spokesman', 'claims')
    expect(level(['ansar-allah-houthis'], 'attack', [claim, account('maersk', 'denies')]).level).toBe('disputed')
    expect(level(['ansar-allah-houthis'], 'attack', [claim, account('maersk', 'denies', { of: 'detail' })]).level).toBe(
      'claimed',
    )
    expect(level(['ansar-allah-houthis'], 'attack', [claim, account('idf', 'unaware')]).level).toBe('claimed')
    expect(level(['ansar-allah-houthis'], 'attack', [claim, account('press', 'denies')]).level).toBe('claimed')
  })
  it('gives way to a confirmation', () => {
    expect(
      level(['ansar-allah-houthis'], 'attack', [account('maersk', 'denies'), account('ukmto', 'confirms')]).level,
    ).toBe('confirmed')
  })
})

describe('rule 3: reported', () => {
  it('takes a monitor, and press on the spot, but not press that does not say how it knows', () => {
    expect(level([], 'attack', [account('sohr', 'reports')]).level).toBe('reported')
    expect(level([], 'attack', [account('press', 'reports', { basis: 'on-the-spot' })]).level).toBe('reported')
    expect(level([], 'attack', [account('press', 'reports', { basis: 'unknown' })]).level).toBe('claimed')
  })
})

describe('rule 4: claimed, and by whom', () => {
  it('tells the attacker, the side struck and mere relaying apart', () => {
    expect(level(['ansar-allah-houthis'], 'attack', [account('houthi-military-spokesman', 'claims')]).voice).toBe(
      'attacker',
    )
    expect(level(['united-states'], 'strike', [account('houthi-media', 'claims')]).voice).toBe('target')
    expect(
      level(['united-states'], 'strike', [
        account('centcom', 'reports'),
        account('press', 'reports', { basis: 'unknown' }),
      ]).voice,
    ).toBe('relayed')
    expect(level([], 'event', [account('kataib-hezbollah', 'confirms')]).voice).toBe('attacker')
  })
  it('lets press relay, whoever it is close to', () => {
    expect(level(['united-states'], 'strike', [account('al-mayadeen', 'reports', { basis: 'unknown' })]).voice).toBe(
      'relayed',
    )
  })
})
