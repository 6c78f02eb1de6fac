import { beforeEach, describe, expect, it } from 'vitest'
import type { ApplicationBody } from '../home/application'
import { contentOf } from './correction'
import { drafts } from './drafts'
import { forgetLate, keepLate, markLateSeen, readLate, tooLate, withLate } from './late'

const FORM: ApplicationBody = {
  name: '王小明',
  idNumber: '11010519491231002X',
  phone: '+8613800138000',
  occupation: 'COURIER',
  platforms: ['顺丰', '闪送'],
  employer: { name: '南风' },
  communityCode: '460203198005',
  stationCode: null,
  consentVersion: '2026-01',
  language: 'zh-CN',
}

const TYPED = { content: contentOf(FORM, null), passed: ['platforms', 'employer'] }

function typed(change: Partial<typeof TYPED.content>, passed = TYPED.passed) {
  return { content: { ...TYPED.content, ...change }, passed }
}

describe('what was typed too late', () => {
  it('is nothing where the union has received just that', () => {
    expect(tooLate(FORM, TYPED)).toEqual([])
  })

  it('is nothing where it is only written in another way', () => {
    const other = typed({
      name: ' 王小明　',
      idNumber: '110105-19491231-002x',
      platforms: ['闪送'],
      otherPlatforms: '顺丰',
    })
    expect(tooLate(FORM, other)).toEqual([])
  })

  it('is every field that differs', () => {
    const other = typed({
      name: '王大明',
      idNumber: '110105199001011234',
      occupation: 'OTHER',
      platforms: [],
      employer: '',
      community: { code: '460203198004', name: '鹿回头', district: '460203' },
    })
    expect(tooLate(FORM, other)).toEqual([
      'name',
      'idNumber',
      'occupation',
      'platforms',
      'employer',
      'communityCode',
    ])
  })

  it('is no field that was not reached, or was emptied to be typed anew', () => {
    const begun = typed(
      { name: '', idNumber: '', occupation: null, platforms: [], employer: '', community: null },
      [],
    )
    expect(tooLate(FORM, begun)).toEqual([])
  })
})

describe('an application after one that did not hold all', () => {
  it('begins with what was received, and what was typed too late in its place', () => {
    const earlier = contentOf(FORM, null)
    const late = typed(
      { name: '王大明', idNumber: '', employer: '', platforms: ['美团'], community: null },
      ['employer'],
    )
    expect(withLate(earlier, FORM, late)).toEqual({
      ...earlier,
      name: '王大明',
      employer: '',
      platforms: ['美团'],
    })
  })
})

describe('keeping what was typed too late', () => {
  beforeEach(() => forgetLate('p'))

  it('keeps it until it is sent, also once the person was told', async () => {
    await keepLate('p', typed({ name: '王大明' }), FORM)
    expect(await readLate('p')).toMatchObject({ content: { name: '王大明' }, seen: false })
    await markLateSeen('p')
    expect(await readLate('p')).toMatchObject({ content: { name: '王大明' }, seen: true })
    await keepLate('p', typed({}), FORM)
    expect(await readLate('p')).toBeNull()
  })

  it('keeps it where nobody knows yet what was received', async () => {
    await keepLate('p', TYPED, null)
    expect(await readLate('p')).not.toBeNull()
  })

  it('goes with all drafts on signing out', async () => {
    await keepLate('p', TYPED, null)
    await drafts.clear()
    expect(await readLate('p')).toBeNull()
  })
})
