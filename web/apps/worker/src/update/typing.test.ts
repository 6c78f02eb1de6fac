import { beforeEach, describe, expect, it } from 'vitest'
import { isBusy } from './typing'

function page(html: string): Document {
  document.body.innerHTML = html
  return document
}

describe('a person', () => {
  beforeEach(() => (document.body.innerHTML = ''))

  it('who only reads is not busy', () => {
    expect(isBusy(page('<p>text</p><input type="checkbox" /><input />'))).toBe(false)
  })

  it('who has typed something is busy, also after going to another field', () => {
    const shown = page('<input id="name" />')
    shown.querySelector('input')!.value = '王'
    expect(isBusy(shown)).toBe(true)
  })

  it('who is about to type is busy', () => {
    const shown = page('<textarea></textarea>')
    shown.querySelector('textarea')!.focus()
    expect(isBusy(shown)).toBe(true)
  })

  it('who is asked something is busy', () => {
    expect(isBusy(page('<dialog open></dialog>'))).toBe(true)
  })
})
