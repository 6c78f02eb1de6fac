import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, nextTick, shallowRef } from 'vue'
import { createI18n } from 'vue-i18n'
import { review } from '../words/en/review'
import { decisions } from './onTheWay'
import type { Application, QueueItem } from './types'
import { MOST_AT_ONCE, useDeciding } from './useDeciding'

const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: review } })

const item = (id: string): QueueItem => ({
  id,
  state: 'IN_REVIEW',
  dueAt: '2026-11-27T02:30:00Z',
  warning: null,
  submittedAt: '2026-11-26T02:30:00Z',
  version: 1,
  union: { id: 'u', name: 'Union', route: 'COMMUNITY' },
  name: 'Li**',
  idNumber: '4602**********0011',
  phone: '139****0001',
  occupation: 'COURIER',
  employer: null,
  communityCode: '460203198004',
  reason: null,
})

/** A reviewer before a list, of which the first is opened. */
function reviewing(count: number) {
  const id = shallowRef('a0')
  const application = shallowRef<Application | null>(null)
  const listed = shallowRef(Array.from({ length: count }, (_, i) => item(`a${i}`)))
  let act!: ReturnType<typeof useDeciding>
  const Screen = defineComponent({
    setup() {
      const show = async (next: string) => {
        id.value = next
      }
      act = useDeciding({ id, listed, gone: shallowRef(new Set<string>()), application, show })
      return () => null
    },
  })
  mount(Screen, { global: { plugins: [i18n] } })
  const sees = (which: string) => {
    application.value = { id: which, state: 'IN_REVIEW' } as Application
  }
  return { act, id, sees }
}

const decidedIds = () => decisions.entries.value.map(({ decision }) => decision.id)

afterEach(() => decisions.clear())

describe('a reviewer', () => {
  it('decides nothing that is not shown yet, and is told why', () => {
    const { act } = reviewing(3)
    act.approve()
    expect(act.mayDecideNow()).toBe(false)
    expect(decidedIds()).toEqual([])
    expect(act.refused.value).toContain('not shown yet')
  })

  it('decides nothing while another than the opened one is still shown', () => {
    const { act, sees } = reviewing(3)
    sees('a1')
    act.approveCurrent()
    expect(decidedIds()).toEqual([])
  })

  it('decides what is shown, and then has to see the next', async () => {
    const { act, id, sees } = reviewing(3)
    act.approve()
    sees('a0')
    await nextTick()
    expect(act.refused.value).toBe('')
    act.approve()
    expect(id.value).toBe('a1')
    act.approve()
    expect(decidedIds()).toEqual(['a0'])
  })

  it('keeps with a decision what tells the applicant from others', () => {
    const { act, sees } = reviewing(1)
    sees('a0')
    act.approve()
    expect(decisions.entries.value[0]!.decision.about).toEqual({
      occupation: 'COURIER',
      employer: null,
      dueAt: '2026-11-27T02:30:00Z',
      phone: '0001',
    })
  })

  it('approves what was selected on purpose, seen one by one or not', () => {
    const { act } = reviewing(3)
    act.toggle('a1')
    act.toggle('a2')
    act.approve()
    expect(decidedIds()).toEqual(['a1', 'a2'])
  })

  it('selects a hundred at most, and is told', () => {
    const { act } = reviewing(MOST_AT_ONCE + 20)
    act.selectAll()
    expect(act.chosen.value).toHaveLength(MOST_AT_ONCE)
    act.toggle(`a${MOST_AT_ONCE}`)
    expect(act.chosen.value).toHaveLength(MOST_AT_ONCE)
    expect(act.refused.value).toContain('At most 100')
    act.toggle('a0')
    act.toggle(`a${MOST_AT_ONCE}`)
    expect(act.refused.value).toBe('')
    act.approve()
    expect(decidedIds()).toHaveLength(MOST_AT_ONCE)
  })
})
