import { describe, expect, it } from 'vitest'
import { bodyOf, changed, isBlank, newDraft, platformsOf, refused, type Draft } from './draft'

const newKey = () => 'second'

function ready(): Draft {
  return changed(
    newDraft('13800138000', 'first'),
    {
      name: ' 王小明 ',
      idNumber: '4602 0019900307 451x',
      occupation: 'COURIER',
      platforms: ['顺丰'],
      otherPlatforms: '闪送、 顺丰, ',
      employer: '  ',
      community: { code: '460203198005', name: '港门村社区居委会', district: '460203' },
      consentVersion: '2026-01',
    },
    newKey,
  )
}

describe('a draft', () => {
  it('with nothing but the number that somebody signed in with is blank', () => {
    expect(isBlank(newDraft('13800138000', 'first'))).toBe(true)
    expect(isBlank(newDraft('', 'first'))).toBe(true)
  })

  it('is not blank once something is typed or left out on purpose', () => {
    const blank = newDraft('13800138000', 'first')
    expect(isBlank(changed(blank, { name: '王' }, newKey))).toBe(false)
    expect(isBlank({ ...blank, passed: ['platforms'] })).toBe(false)
  })
})

describe('the key of a draft', () => {
  it('stays while the draft is typed', () => {
    expect(ready().key).toBe('first')
  })

  it('stays after a try without an answer, also when something is changed then', () => {
    const sent = { ...ready(), pending: bodyOf(ready(), 'en') }
    const after = changed(sent, { name: '王大明' }, newKey)
    expect(after.key).toBe('first')
    expect(after.pending).toBeNull()
  })

  it('stays after a refusal while nothing changes', () => {
    const draft = refused(ready(), [{ field: 'name', code: 'PATTERN', message: '' }])
    expect(changed(draft, { name: draft.content.name }, newKey).key).toBe('first')
  })

  it('is new when the content changes after a refusal, and then stays', () => {
    const draft = refused(ready(), [{ field: 'name', code: 'PATTERN', message: '' }])
    const once = changed(draft, { name: '王大明' }, newKey)
    expect(once.key).toBe('second')
    expect(changed(once, { name: '王二明' }, () => 'third').key).toBe('second')
  })
})

describe('what the server found wrong', () => {
  const draft = refused(ready(), [
    { field: 'platforms[1]', code: 'PATTERN', message: '' },
    { field: 'employer.name', code: 'PATTERN', message: '' },
  ])

  it('is forgotten as soon as that field changes, and only then', () => {
    const after = changed(draft, { otherPlatforms: '闪送' }, newKey)
    expect(after.errors.map((error) => error.field)).toEqual(['employer.name'])
  })

  it('asks for the phone when that is not the signed-in one', () => {
    expect(draft.askPhone).toBe(false)
    const other = refused(draft, [{ field: 'phone', code: 'PHONE_NOT_VERIFIED', message: '' }])
    expect(other.askPhone).toBe(true)
  })
})

describe('what is sent', () => {
  it('is what was typed, in its one form', () => {
    expect(bodyOf(ready(), 'en')).toEqual({
      name: '王小明',
      idNumber: '46020019900307451X',
      phone: '13800138000',
      occupation: 'COURIER',
      platforms: ['顺丰', '闪送'],
      employer: null,
      communityCode: '460203198005',
      stationCode: null,
      consentVersion: '2026-01',
      language: 'en',
    })
  })

  it('is the same again after a change of language', () => {
    const sent = { ...ready(), pending: bodyOf(ready(), 'en') }
    expect(bodyOf(sent, 'zh-CN')).toEqual(bodyOf(ready(), 'en'))
  })

  it.each(['４６０２００１９９００３０７４５１Ｘ', '460200-19900307-451X'])(
    'is the plain number where %s was typed',
    (idNumber) => {
      const draft = changed(ready(), { idNumber, name: '　王小明　' }, newKey)
      expect(bodyOf(draft, 'en')).toMatchObject({ idNumber: '46020019900307451X', name: '王小明' })
    },
  )

  it('names each platform once', () => {
    expect(platformsOf({ platforms: ['美团', '滴滴'], otherPlatforms: '滴滴;闪送' })).toEqual([
      '美团',
      '滴滴',
      '闪送',
    ])
  })
})
