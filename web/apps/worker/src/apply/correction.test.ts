import { describe, expect, it } from 'vitest'
import type { Application, ApplicationBody } from '../home/application'
import { contentOf, correctedBody, parts } from './correction'

const FORM: ApplicationBody = {
  name: '王小明',
  idNumber: '11010519491231002X',
  phone: '+8613800138000',
  occupation: 'COURIER',
  platforms: ['顺丰'],
  employer: { name: '南风' },
  communityCode: '460203198005',
  stationCode: 'st-001',
  consentVersion: '2026-01',
  language: 'zh-CN',
}

const RETURNED = {
  state: 'RETURNED',
  returnedFields: ['employer', 'stationCode'],
  form: FORM,
} as unknown as Application

describe('a correction', () => {
  it('sends what was given back as it is typed, and everything else as it was', () => {
    const content = { ...contentOf(FORM, null), employer: '南风示例配送', name: '王大明' }
    expect(correctedBody(RETURNED, content)).toEqual({
      ...FORM,
      employer: { name: '南风示例配送' },
    })
  })

  it('is the same form when nothing is typed', () => {
    const application = { ...RETURNED, returnedFields: ['platforms', 'communityCode'] }
    expect(correctedBody(application, contentOf(FORM, null))).toEqual(FORM)
  })

  it('takes an employer away, and a new consent', () => {
    const content = { ...contentOf(FORM, null), employer: ' ', consentVersion: '2027-01' }
    const body = correctedBody({ ...RETURNED, returnedFields: ['employer'] }, content)
    expect(body.employer).toBeNull()
    expect(body.consentVersion).toBe('2027-01')
  })

  it('shows the parts of the form that it can correct', () => {
    expect(parts(RETURNED)).toEqual([{ field: 'employer', step: 'employer' }])
  })
})
