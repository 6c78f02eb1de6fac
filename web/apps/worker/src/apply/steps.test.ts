import { describe, expect, it } from 'vitest'
import { changed, newDraft, refused, type Draft } from './draft'
import { firstOpen, mayShow, stepOfField, stepsOf, wrongIn, wrongOf } from './steps'

const TODAY = '2026-11-26'
const GOOD = '11010519491231002X'
const newKey = () => 'key'

function full(): Draft {
  const draft = changed(
    newDraft('13800138000', 'key'),
    {
      name: '王小明',
      idNumber: GOOD,
      occupation: 'COURIER',
      community: { code: '460203198005', name: '港门村社区居委会', district: '460203' },
      consentVersion: '2026-01',
    },
    newKey,
  )
  return { ...draft, passed: ['platforms', 'employer'] }
}

describe('the order of the steps', () => {
  it('asks for the phone only where it is not known', () => {
    expect(stepsOf(newDraft('13800138000', 'key'))).toHaveLength(8)
    expect(stepsOf(newDraft('', 'key'))[0]).toBe('phone')
  })

  it('begins with the first step that is not done', () => {
    expect(firstOpen(newDraft('13800138000', 'key'), TODAY)).toBe('name')
    expect(firstOpen({ ...full(), passed: ['platforms'] }, TODAY)).toBe('employer')
    expect(firstOpen(full(), TODAY)).toBe('check')
  })

  it('shows no step before those ahead of it are done, and every one that was done again', () => {
    const draft = changed(newDraft('13800138000', 'key'), { name: '王小明' }, newKey)
    expect(mayShow('name', draft, TODAY)).toBe(true)
    expect(mayShow('id', draft, TODAY)).toBe(true)
    expect(mayShow('occupation', draft, TODAY)).toBe(false)
    expect(mayShow('phone', draft, TODAY)).toBe(false)
  })

  it('leads back to the step that the server found wrong', () => {
    const draft = refused(full(), [{ field: 'employer.name', code: 'PATTERN', message: '' }])
    expect(firstOpen(draft, TODAY)).toBe('employer')
    expect(wrongOf('employer', draft, TODAY)).toEqual({ field: 'employer', code: 'PATTERN' })
  })

  it('knows where each field of the request is asked for', () => {
    expect(stepOfField('platforms[3]')).toBe('platforms')
    expect(stepOfField('communityCode')).toBe('community')
    expect(stepOfField('stationCode')).toBeNull()
  })
})

describe('what may be typed', () => {
  const wrong = (field: string, change: object) =>
    wrongIn(field, { ...full().content, ...change }, TODAY)?.code ?? null

  it.each([
    ['王', null],
    ['买买提·艾力', null],
    ["Seán O'Neill-Brown", null],
    ['', 'REQUIRED'],
    ['  ', 'REQUIRED'],
    ['<b>王</b>', 'PATTERN'],
    ['王'.repeat(60), null],
    ['王'.repeat(61), 'TOO_LONG'],
    ['𠮷'.repeat(60), null],
  ])('takes the name %s with %s', (name, code) => {
    expect(wrong('name', { name })).toBe(code)
  })

  it.each([
    [GOOD, null],
    ['110105 19491231 002x', null],
    ['', 'REQUIRED'],
    ['110105194912310', 'UNFINISHED'],
    ['110105194912310021', 'CHECK_DIGIT'],
  ])('takes the ID number %s with %s', (idNumber, code) => {
    expect(wrong('idNumber', { idNumber })).toBe(code)
  })

  it('takes ten platforms and not eleven', () => {
    const names = (count: number) => Array.from({ length: count }, (_, i) => `平台${i}`)
    expect(wrong('platforms', { platforms: names(10) })).toBeNull()
    expect(wrong('platforms', { platforms: names(10), otherPlatforms: '又一' })).toBe('TOO_MANY')
  })

  it('takes no employer at all, but no markup as one', () => {
    expect(wrong('employer', { employer: ' ' })).toBeNull()
    expect(wrong('employer', { employer: '<script>' })).toBe('PATTERN')
  })
})
