import { Problem } from '@nuanxin/api'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { review } from '../words/en/review'
import type { Decision, Entry, Stage } from './decision'
import PendingList from './PendingList.vue'

const i18n = createI18n({
  legacy: false,
  locale: 'en',
  messages: {
    en: { ...review, problem: { 0: 'No network.' }, occupation: { COURIER: 'Courier' } },
  },
})

const entry = (stage: Stage, more: Partial<Decision> = {}): Entry => ({
  decision: {
    id: 'a-1',
    version: 1,
    name: 'Li**',
    about: {
      occupation: 'COURIER',
      employer: null,
      dueAt: '2026-11-27T02:30:00Z',
      phone: '0001',
    },
    verdict: 'approve',
    body: {},
    ...more,
  },
  stage,
})
const listing = (...entries: Entry[]) =>
  mount(PendingList, { props: { entries, sent: 0 }, global: { plugins: [i18n] } })

describe('the list of decisions on their way', () => {
  it('is not there while there are none', () => {
    expect(listing().find('section').exists()).toBe(false)
  })

  it('counts down and lets a decision be taken back', async () => {
    const list = listing(entry({ kind: 'waiting', until: Date.now() + 4_500 }))
    expect(list.text()).toContain('Approve Li**')
    expect(list.text()).toContain('sent in 5 s')
    await list.get('button[aria-label="Undo: Approve Li**"]').trigger('click')
    expect(list.emitted('undo')).toEqual([['a-1']])
  })

  it('tells apart applicants whose names are masked to the same', () => {
    const waiting = { kind: 'waiting', until: Date.now() + 5_000 } as const
    const list = listing(
      entry(waiting),
      entry(waiting, {
        id: 'b-1',
        about: { occupation: null, employer: 'Blue Sea', dueAt: null, phone: '' },
      }),
    )
    const [second, first] = list.findAll('li')
    expect(first!.text()).toContain('Courier · phone …0001 · due Nov 27, 2026, 10:30')
    expect(second!.text()).toContain('Blue Sea')
    const described = first!.get('button').attributes('aria-describedby')
    expect(list.get(`[id="${described}"]`).text()).toContain('Courier')
  })

  it('says by name who was faster, and when', () => {
    const list = listing(
      entry({
        kind: 'conflict',
        by: 'staff:wang',
        at: '2026-11-26T01:39:00Z',
        action: 'REJECTED',
      }),
    )
    const said = list.get('[role=alert]').text()
    expect(said).toContain('wang decided it on Nov 26, 2026')
    expect(said).toContain('9:39')
    expect(said).toContain('(Rejected)')
  })

  it('says why something was not sent, and offers to send it again or to put it back', async () => {
    const list = listing(entry({ kind: 'failed', failure: new Problem(0, 'no-answer') }))
    expect(list.get('[role=alert]').text()).toBe('Approve Li** could not be sent. No network.')
    const [again, back] = list.findAll('li button')
    await again!.trigger('click')
    await back!.trigger('click')
    expect(list.emitted('retry')).toEqual([['a-1']])
    expect(list.emitted('dismiss')).toEqual([['a-1']])
  })

  it('has one line for each of a batch, and one button to take all back', () => {
    const list = listing(
      entry({ kind: 'waiting', until: Date.now() + 5_000 }, { batch: 1 }),
      entry({ kind: 'waiting', until: Date.now() + 5_000 }, { id: 'b-1', batch: 1 }),
    )
    expect(list.findAll('li')).toHaveLength(2)
    expect(list.get('.batch').text()).toContain('2 to approve in one go: 0 done')
    expect(list.get('.batch button').text()).toBe('Undo all')
  })

  it('shows markup in a name as text', () => {
    const list = listing(entry({ kind: 'sending' }, { name: '<img src=x>' }))
    expect(list.find('img').exists()).toBe(false)
    expect(list.text()).toContain('<img src=x>')
  })
})
