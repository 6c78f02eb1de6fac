import { describe, expect, it } from 'vitest'
import { i18n } from '../language'
import { factsOf } from './facts'
import type { OwnRecord } from './record'

const zh = (key: string, values?: Record<string, unknown>) =>
  i18n.global.t(key, values ?? {}, { locale: 'zh-CN' })

const record: OwnRecord = {
  memberId: 'm',
  name: '王小明',
  idNumber: '460200199003071234',
  birthDate: '1990-03-07',
  phone: '+8613976000101',
  occupation: 'COURIER',
  platforms: [],
  employer: null,
  state: 'ACTIVE',
  leftAt: null,
}

function told(shown: boolean): string {
  return factsOf(record, shown, zh, 'zh-CN')
    .map((fact) => `${fact.name} ${fact.value}`)
    .join('\n')
}

describe('what is stored', () => {
  it('is masked at first', () => {
    const text = told(false)
    for (const secret of ['王小明', '19900307', '03-07', '13976000101']) {
      expect(text).not.toContain(secret)
    }
  })

  it('is told in full once shown', () => {
    const text = told(true)
    for (const value of ['王小明', '460200199003071234', '1990年3月7日', '13976000101']) {
      expect(text).toContain(value)
    }
  })

  it('leaves out what is not stored', () => {
    expect(told(true)).not.toContain('平台')
    expect(told(true)).not.toContain('退会')
  })
})
