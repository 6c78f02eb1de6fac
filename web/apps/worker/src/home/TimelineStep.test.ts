import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../language'
import TimelineStep from './TimelineStep.vue'
import type { TimelineItem } from './timeline'

const GRANT: TimelineItem = {
  id: 'm1:HEALTH_CHECK:2026',
  type: 'grant.expected',
  at: '2026-11-26T02:00:00Z',
  title: '免费健康体检办理中',
  status: 'EXPECTED',
  expectedBy: '2026-11-26T02:01:00Z',
  reason: null,
  source: 'benefits-service',
}

function textOf(item: TimelineItem, now = '2026-11-26T02:00:10Z') {
  return mount(TimelineStep, {
    global: { plugins: [i18n] },
    props: { item, now: new Date(now) },
  }).text()
}

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
})

describe('a step of the timeline', () => {
  it('says by when it is expected, at the workers’ own time', () => {
    expect(textOf(GRANT)).toContain('预计 2026年11月26日 10:01 前')
  })

  it('is late with a reason in plain words as soon as the time has passed', () => {
    const text = textOf(GRANT, '2026-11-26T02:01:01Z')
    expect(text).toContain('原定')
    expect(text).toContain('系统仍在自动处理')
  })

  it('gives the service’s own reason where it has one', () => {
    const text = textOf({ ...GRANT, status: 'LATE', reason: '暂时缺货，到货后自动发放。' })
    expect(text).toContain('暂时缺货')
    expect(text).not.toContain('系统仍在自动处理')
  })

  it('is told in the language of the page, or in the service’s words where there are no others', () => {
    i18n.global.locale.value = 'en'
    expect(textOf(GRANT)).toContain('Free health check on its way')
    expect(textOf({ ...GRANT, type: 'station.visit', title: '到访大东海驿站' })).toContain('大东海')
  })
})
