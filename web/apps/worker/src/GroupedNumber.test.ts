import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import GroupedNumber from './GroupedNumber.vue'

function shown(number: string) {
  const page = mount(GroupedNumber, { props: { number } })
  return {
    text: page.element.textContent,
    whole: page.findAll('.group').map((each) => each.element.textContent),
  }
}

describe('a number in groups', () => {
  it('is broken between its groups only, and stays as it is for those who copy it', () => {
    expect(shown('ENT 0000 1339 73')).toEqual({
      text: 'ENT 0000 1339 73',
      whole: ['ENT', '0000', '1339', '73'],
    })
    expect(shown('460200-2026-0134037-1')).toEqual({
      text: '460200-2026-0134037-1',
      whole: ['460200-', '2026-', '0134037-', '1'],
    })
  })

  it('may be broken anywhere in a group that fits no line', () => {
    expect(shown('X'.repeat(40)).whole).toEqual([])
  })

  it('is nothing where there is none', () => {
    expect(shown('')).toEqual({ text: '', whole: [] })
  })
})
