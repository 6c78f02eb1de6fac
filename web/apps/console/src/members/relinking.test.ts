import { Problem } from '@nuanxin/api'
import { describe, expect, it } from 'vitest'
import { isPhone, relinkProblem } from './relinking'

describe('a mobile number', () => {
  it.each([
    '13800138000',
    ' 138 0013 8000 ',
    '138-0013-8000',
    '+86 13800138000',
    '008613800138000',
    '8613800138000',
    '１３８００１３８０００',
  ])('may be written %s', (text) => {
    expect(isPhone(text)).toBe(true)
  })

  it.each(['', '1380013800', '138001380001', '0898-88888888', '12800138000', 'x13800138000'])(
    'is not %s',
    (text) => {
      expect(isPhone(text)).toBe(false)
    },
  )
})

describe('a number that could not be given', () => {
  it('is wrong where the server says so', () => {
    const errors = [{ field: 'phone', code: 'PHONE_FORMAT', message: '' }]
    expect(relinkProblem(new Problem(400, 'validation', errors))).toBe('members.wrong.phone')
  })

  it('is for nobody where the member is not one’s own', () => {
    expect(relinkProblem(new Problem(404, 'not-found'))).toBe('member.notThere')
  })

  it('is like any other call that failed', () => {
    expect(relinkProblem(new Problem(503, 'unavailable'))).toBeNull()
    expect(relinkProblem(new TypeError('x'))).toBeNull()
  })
})
