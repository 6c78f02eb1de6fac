import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../language'
import IdNumberField from './IdNumberField.vue'
import { newDraft } from './draft'

function fieldWith(idNumber: string, wrong: string | null = null) {
  const content = { ...newDraft('13800138000', 'key').content, idNumber }
  return mount(IdNumberField, { global: { plugins: [i18n] }, props: { content, wrong } })
}

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
})

describe('the field of the ID number', () => {
  it('reads the date of birth back', () => {
    const text = fieldWith('11010519491231002X').get('[role=status]').text()
    expect(text).toContain('1949年12月31日')
  })

  it('says while it is typed how much is missing, and calls that no mistake', () => {
    const field = fieldWith('110105194912')
    expect(field.get('[role=status]').text()).toBe('还差 6 位')
    expect(field.get('#idNumber').attributes('aria-invalid')).toBeUndefined()
  })

  it('counts full-width digits, and no hyphens', () => {
    const field = fieldWith('１１０１０５-１９４９１２')
    expect(field.get('[role=status]').text()).toBe('还差 6 位')
    expect(field.find('[role=alert]').exists()).toBe(false)
  })

  it('says at once what is wrong', () => {
    const field = fieldWith('110105194912310021')
    expect(field.get('[role=alert]').text()).toContain('有一位填错了')
    expect(field.get('#idNumber').attributes('aria-describedby')).toBe('idNumber-wrong')
  })

  it('shows what the server said about a number that looks fine', () => {
    const field = fieldWith('11010519491231002X', 'REGION')
    expect(field.get('[role=alert]').text()).toContain('地区代码')
    expect(field.get('[role=status]').text()).toBe('')
  })

  it('gives a keyboard of digits its X, and takes a small one', async () => {
    const field = fieldWith('11010519491231002')
    await field.get('button').trigger('click')
    await field.get('#idNumber').setValue('11010519491231002x')
    expect(field.emitted('change')).toEqual([
      [{ idNumber: '11010519491231002X' }],
      [{ idNumber: '11010519491231002X' }],
    ])
  })
})
