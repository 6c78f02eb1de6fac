import { describe, expect, it } from 'vitest'
import { maskedBirthDate, maskedIdNumber, maskedName, maskedPhone } from './masking'

describe('masking', () => {
  it('leaves the family name', () => {
    expect(maskedName('王小明')).toBe('王＊＊')
    expect(maskedName('李')).toBe('李')
    expect(maskedName('')).toBe('')
  })

  it('takes a rare sign of two code units for one', () => {
    expect(maskedName('𠮷田')).toBe('𠮷＊')
  })

  it('hides the birth date and the serial number in an ID number', () => {
    expect(maskedIdNumber('460200199003071234')).toBe('4602＊＊＊＊＊＊＊＊＊＊＊＊34')
  })

  it('leaves three and four digits of a phone number, without the country', () => {
    expect(maskedPhone('+8613976000101')).toBe('139＊＊＊＊0101')
  })

  it('leaves the year of a birth date', () => {
    expect(maskedBirthDate('1990-03-07')).toBe('1990-＊＊-＊＊')
  })

  it('shows nothing of what is too short to hide a part', () => {
    expect(maskedPhone('110')).toBe('＊＊＊')
    expect(maskedIdNumber('460234')).toBe('＊＊＊＊＊＊')
  })
})
