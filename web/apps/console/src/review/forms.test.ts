import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { review } from '../words/en/review'
import { drafts } from './onTheWay'
import RejectForm from './RejectForm.vue'
import ReturnForm from './ReturnForm.vue'

const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: review } })
const opened = (form: typeof ReturnForm | typeof RejectForm, id: string) =>
  mount(form, { props: { id, name: 'Li**', language: 'en' }, global: { plugins: [i18n] } })

afterEach(() => drafts.clear())

describe('the dialogs of a decision', () => {
  it('show again which fields were returned and why, after they were closed', async () => {
    const first = opened(ReturnForm, 'a')
    await first.get('input[type=checkbox]').setValue(true)
    await first.get('#reason-name').setValue('Not as on the card')
    first.unmount()
    expect(opened(ReturnForm, 'b').find('#reason-name').exists()).toBe(false)
    const again = opened(ReturnForm, 'a')
    expect(again.get<HTMLInputElement>('input[type=checkbox]').element.checked).toBe(true)
    expect(again.get<HTMLInputElement>('#reason-name').element.value).toBe('Not as on the card')
    await again.get('form').trigger('submit')
    expect(again.emitted('done')).toEqual([
      [{ fieldReasons: [{ field: 'name', reason: 'Not as on the card' }] }],
    ])
  })

  it('show again why it was to be refused', async () => {
    const first = opened(RejectForm, 'a')
    await first.get('input[value=OTHER]').setValue(true)
    await first.get('#more').setValue('Moved away')
    first.unmount()
    const again = opened(RejectForm, 'a')
    expect(again.get<HTMLInputElement>('input[value=OTHER]').element.checked).toBe(true)
    expect(again.get<HTMLInputElement>('#more').element.value).toBe('Moved away')
    expect(opened(RejectForm, 'b').get<HTMLInputElement>('#more').element.value).toBe('')
  })
})
