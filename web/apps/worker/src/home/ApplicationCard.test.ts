import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../language'
import type { Application, HistoryStep } from './application'
import ApplicationCard from './ApplicationCard.vue'

beforeEach(() => (i18n.global.locale.value = 'zh-CN'))

function rejected(more: Partial<HistoryStep>): string {
  const step = { at: '', actor: '', action: 'REJECTED', reason: null, fields: [], ...more }
  const application = {
    id: 'a-1',
    state: 'REJECTED',
    dueAt: null,
    union: { name: '鹿回头社区工会' },
    history: [step],
  } as unknown as Application
  return mount(ApplicationCard, {
    props: { kind: 'rejected', application },
    global: { plugins: [i18n] },
  }).html()
}

describe('a rejection', () => {
  it('is told by its ground in plain words, and by what the reviewer wrote', () => {
    const html = rejected({ code: 'OUTSIDE_CITY', reason: '平台在海口' })
    expect(html).toContain('您工作的地方不在三亚')
    expect(html).toContain('平台在海口')
  })

  it('with a ground and no words of the reviewer is not called one without a reason', () => {
    const html = rejected({ code: 'DUPLICATE_PERSON' })
    expect(html).toContain('不能重复加入')
    expect(html).not.toContain('没有写明原因')
  })

  it.each([{ reason: null }, { reason: null, code: null }])('without both says so', (more) => {
    expect(rejected(more)).toContain('工会没有写明原因')
  })

  it('on a ground that this app does not know is told by the reviewer alone', () => {
    const html = rejected({ code: 'SOMETHING_NEW', reason: '见短信' })
    expect(html).toContain('见短信')
    expect(html).not.toContain('SOMETHING_NEW')
  })

  it('shows markup in a reason as text', () => {
    const html = rejected({ reason: '<img src=x onerror=alert(1)><b>x</b>' })
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;b&gt;')
  })
})
