import { Problem } from '@nuanxin/api'
import { describe, expect, it } from 'vitest'
import { failureOf, readCode, triesLeft, type Sent } from './code'
import { readPhone, spokenPhone } from './phone'

const SENT: Sent = { phone: '13800138000', at: 1_000_000, expiresInSeconds: 300, wrong: 1 }
const REFUSED = new Problem(401, 'invalid-credentials')

describe('a code that is typed or pasted', () => {
  it.each([
    ['801962', '801962'],
    ['801 962', '801962'],
    [' 801-962 ', '801962'],
    ['８０１９６２', '801962'],
    ['【暖新】验证码 801962，5 分钟内有效。', '801962'],
    ['8 0 1 9', '8019'],
    ['8019625', '801962'],
    ['abc', ''],
  ])('%s is read as %s', (text, code) => {
    expect(readCode(text)).toBe(code)
  })
})

describe('a code that opens nothing', () => {
  it('is wrong while it is valid', () => {
    expect(failureOf(REFUSED, SENT, SENT.at + 299_999)).toBe('wrong')
  })

  it('is expired from the instant on that was told', () => {
    expect(failureOf(REFUSED, SENT, SENT.at + 300_000)).toBe('expired')
  })

  it('is dead after the fifth guess', () => {
    expect(failureOf(REFUSED, { ...SENT, wrong: 4 }, SENT.at)).toBe('wrong')
    expect(failureOf(REFUSED, { ...SENT, wrong: 5 }, SENT.at)).toBe('tooManyTries')
    expect(triesLeft({ ...SENT, wrong: 4 })).toBe(1)
  })

  it('is not to blame for a lost network or a busy service', () => {
    expect(failureOf(new Problem(0, 'no-answer'), SENT, SENT.at)).toBe('other')
    expect(failureOf(new Problem(429, 'too-many-requests', [], 9), SENT, SENT.at)).toBe('other')
  })
})

describe('a phone number', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['138 0013 8000', '13800138000'],
    ['+86-138-0013-8000', '13800138000'],
    ['008613800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['1380013800', null],
    ['12800138000', null],
    ['138001380001', null],
    ['1380013800a', null],
    ['', null],
  ])('%s is read as %s', (text, phone) => {
    expect(readPhone(text)).toBe(phone)
  })

  it('is shown as it is read out', () => {
    expect(spokenPhone('+8613800138000')).toBe('138 0013 8000')
  })
})
