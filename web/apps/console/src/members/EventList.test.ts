import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { members } from '../words/en/members'
import EventList from './EventList.vue'
import type { TimelineItem } from './types'

const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: members } })
const joined: TimelineItem = {
  id: 'm:joining:1',
  type: 'member.joined',
  at: '2026-11-26T01:39:00Z',
  title: 'Joined',
  status: 'DONE',
  expectedBy: null,
  reason: null,
  source: 'membership-service',
  event: { id: 'm-2', type: 'org.nuanxin.membership.member.joined.v1', sequence: 2 },
}
const listing = (...items: TimelineItem[]) =>
  mount(EventList, { props: { items }, global: { plugins: [i18n] } })

describe('the list of events', () => {
  it('is folded, and tells time, type, source, sequence and id of each', () => {
    const list = listing(joined, { ...joined, id: 'm-1:decision', type: 'application.approved' })
    expect(list.get('details').attributes('open')).toBeUndefined()
    expect(list.get('summary').text()).toBe('Events (1)')
    expect(list.findAll('tbody tr')).toHaveLength(1)
    expect(list.findAll('tbody td, tbody th').map((cell) => cell.text())).toEqual([
      'Nov 26, 2026, 9:39 AM',
      'org.nuanxin.membership.member.joined.v1',
      'membership-service',
      '2',
      'm-2',
    ])
  })

  it('can be scrolled by the keyboard and has a name', () => {
    const region = listing(joined).get('[role=region]')
    expect(region.attributes('tabindex')).toBe('0')
    expect(region.attributes('aria-labelledby')).toBeTruthy()
  })

  it('is not there while no event is known', () => {
    expect(
      listing({ ...joined, event: null })
        .find('details')
        .exists(),
    ).toBe(false)
  })
})
