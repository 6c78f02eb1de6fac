import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { deadLetters } from '../words/en/deadLetters'
import type { Shown } from './letter'
import LetterPayload from './LetterPayload.vue'

const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: deadLetters } })
const shown = (payload: Record<string, Shown> | null) =>
  mount(LetterPayload, { props: { payload }, global: { plugins: [i18n] } })

describe('what a letter says', () => {
  it('is its fields, and says of a hidden one that it is hidden', () => {
    const payload = shown({ memberId: 'm1', unionPath: ['460200', 'x'], phoneIndex: '•••' })
    expect(payload.findAll('dt').map((each) => each.text())).toEqual([
      'memberId',
      'unionPath',
      'phoneIndex',
    ])
    expect(payload.findAll('dd').map((each) => each.text())).toEqual(['m1', '460200, x', '•••'])
    expect(payload.get('[role=img]').attributes('aria-label')).toBe('hidden')
  })

  it('is nothing where it cannot be read', () => {
    expect(shown(null).text()).toContain('It cannot be read')
    expect(shown(null).find('dl').exists()).toBe(false)
  })
})
