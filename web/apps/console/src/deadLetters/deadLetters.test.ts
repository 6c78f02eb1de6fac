import { describe, expect, it } from 'vitest'
import { dryRunOf } from './dryRun'
import { grouped, type Letter } from './letter'

const letter = (id: string, more: Partial<Letter> = {}): Letter => ({
  id,
  service: 'benefits-service',
  group: 'benefits.insurance',
  memberId: 'm',
  type: 'member.joined',
  eventId: id,
  state: 'OPEN',
  cause: 'MalformedEvent: no such field',
  attempts: 1,
  at: `2026-11-26T01:00:0${id}Z`,
  retryAt: null,
  resolvedAt: null,
  ...more,
})

describe('dead letters together', () => {
  it('are by cause, whatever the message says, the most frequent cause first', () => {
    const groups = grouped(
      [
        letter('1', { cause: 'NullPointerException at a.B.c(B.java:1)' }),
        letter('2'),
        letter('3', { cause: 'MalformedEvent: another' }),
      ],
      'cause',
    )
    expect(groups.map((each) => [each.name, each.letters.length])).toEqual([
      ['MalformedEvent', 2],
      ['NullPointerException', 1],
    ])
  })
})

describe('dead letters of members', () => {
  it('are by member, those without one as well', () => {
    const groups = grouped([letter('1'), letter('2'), letter('3', { memberId: null })], 'member')
    expect(groups.map((each) => [each.name, each.letters.length])).toEqual([
      ['m', 2],
      ['', 1],
    ])
  })
})

describe('a dry run', () => {
  it('says which letters of the member would follow, in order', () => {
    const parked = (id: string) => letter(id, { state: 'PARKED' })
    const run = dryRunOf(letter('1'), [parked('3'), parked('2'), letter('4')])
    expect(run).toMatchObject({ runs: true, why: 'READY' })
    expect(run.following.map((each) => each.id)).toEqual(['2', '3'])
  })

  it('leaves out letters of another group', () => {
    const other = letter('2', { state: 'PARKED', group: 'notification.membership' })
    expect(dryRunOf(letter('1'), [other]).following).toEqual([])
  })

  it('names the letter that a parked one waits for', () => {
    const run = dryRunOf(letter('2', { state: 'PARKED' }), [letter('1')])
    expect(run).toMatchObject({ why: 'BEHIND', first: { id: '1' } })
  })

  it('says that one being tried by itself can be tried now', () => {
    expect(dryRunOf(letter('1', { state: 'RETRYING' }), [])).toMatchObject({
      runs: true,
      why: 'BY_ITSELF',
    })
  })

  it('would take over one whose re-drive was never finished', () => {
    const left = letter('1', { state: 'REDRIVING', retryAt: '2026-11-26T01:01:00Z' })
    expect(dryRunOf(left, [], Date.parse('2026-11-26T01:02:00Z')).runs).toBe(true)
    expect(dryRunOf(left, [], Date.parse('2026-11-26T01:00:30Z')).runs).toBe(false)
  })

  it.each([
    ['RESOLVED', 'DONE'],
    ['REDRIVING', 'UNDER_WAY'],
  ] as const)('would do nothing to one that is %s', (state, why) => {
    expect(dryRunOf(letter('1', { state }), [])).toMatchObject({ runs: false, why })
  })
})
