import { describe, expect, it } from 'vitest'
import { grouped, type Letter, shownText } from './letter'

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

describe('a value of a payload', () => {
  it.each([
    ['460200', '460200'],
    [1, '1'],
    [false, 'false'],
    [null, '–'],
    [['460200', '•••'], '460200, •••'],
    [[], ''],
  ] as const)('%j is shown as %s', (value, text) => {
    expect(shownText(value)).toBe(text)
  })
})
