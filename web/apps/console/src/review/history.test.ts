import { describe, expect, it } from 'vitest'
import type { ComposerTranslation } from 'vue-i18n'
import { i18n } from '../language'
import { saidWith } from './history'
import type { Step } from './types'

const t = i18n.global.t as unknown as ComposerTranslation

const returned = (what: Partial<Step>): Step => ({
  at: '2026-11-26T01:00:00Z',
  actor: 'staff:li',
  action: 'RETURNED',
  reason: null,
  fields: [],
  ...what,
})

describe('what was said with a return', () => {
  const fieldReasons = [
    { field: 'name', reason: '和证件不一致' },
    { field: 'idNumber', reason: '看不清' },
  ]

  it.each(['姓名：和证件不一致；身份证号：看不清', 'Name: 和证件不一致; ID number: 看不清'])(
    'is each field’s reason, and not the same once more as %s',
    (reason) => {
      const said = saidWith(returned({ fields: ['name', 'idNumber'], fieldReasons, reason }), t)
      expect(said).toEqual({ fields: [], fieldReasons, code: null, reason: '' })
    },
  )

  it('is also the reason about all of it, and the fields that have none of their own', () => {
    const said = saidWith(
      returned({ fields: ['name', 'idNumber', 'employer'], fieldReasons, reason: '请带证件来' }),
      t,
    )
    expect(said.reason).toBe('请带证件来')
    expect(said.fields).toEqual(['employer'])
  })

  it('is the one reason where the record is older than reasons for each field', () => {
    const said = saidWith(returned({ fields: ['name'], reason: '看不清' }), t)
    expect(said).toEqual({ fields: ['name'], fieldReasons: [], code: null, reason: '看不清' })
  })

  it('is shown whole where a newer server names a field that is not known here', () => {
    const said = saidWith(
      returned({
        fields: ['photo'],
        fieldReasons: [{ field: 'photo', reason: 'dark' }],
        reason: 'photo: dark',
      }),
      t,
    )
    expect(said.fieldReasons).toEqual([{ field: 'photo', reason: 'dark' }])
    expect(said.reason).toBe('photo: dark')
  })
})

describe('what was said with a refusal', () => {
  it('is its code and the reviewer’s words', () => {
    const said = saidWith(
      returned({ action: 'REJECTED', code: 'OUTSIDE_CITY', reason: '请向海口申请' }),
      t,
    )
    expect(said.code).toBe('OUTSIDE_CITY')
    expect(said.reason).toBe('请向海口申请')
  })
})
