import { afterEach, describe, expect, it } from 'vitest'
import { commandOf, KEYS, type Press } from './keys'

function press(key: string, more: Partial<Press> = {}): Press {
  return {
    key,
    code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
    shiftKey: /^[A-Z?]$/.test(key),
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    isComposing: false,
    defaultPrevented: false,
    target: document.body,
    ...more,
  }
}

function inside(html: string, selector: string): Element {
  document.body.innerHTML = html
  return document.querySelector(selector)!
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe('the keys of a reviewer', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['a', 'approve'],
    ['A', 'approveElsewhere'],
    ['r', 'return'],
    ['x', 'reject'],
    [' ', 'select'],
    ['u', 'undo'],
    ['?', 'help'],
  ])('%s means %s', (key, command) => {
    expect(commandOf(press(key), true)).toBe(command)
  })

  it('list every command once', () => {
    expect(new Set(KEYS.map((each) => each.command)).size).toBe(KEYS.length)
  })

  it.each(['<input>', '<textarea></textarea>', '<select></select>', '<p contenteditable></p>'])(
    'mean nothing while typing in %s',
    (html) => {
      const target = inside(html, '*:not(html, head, body)')
      expect(commandOf(press('a', { target }), true)).toBeNull()
    },
  )

  it('work on a checkbox, into which nobody types', () => {
    const target = inside('<input type="checkbox">', 'input')
    expect(commandOf(press('j', { target }), true)).toBe('next')
  })

  it('leave the space to what is pressed by it', () => {
    expect(
      commandOf(press(' ', { target: inside('<button></button>', 'button') }), true),
    ).toBeNull()
    expect(commandOf(press(' ', { target: inside('<a href="#"></a>', 'a') }), true)).toBe('select')
  })

  it('mean nothing in a dialog', () => {
    const target = inside('<dialog open><button></button></dialog>', 'button')
    expect(commandOf(press('a', { target }), true)).toBeNull()
  })

  it('leave the keys of the browser alone', () => {
    expect(commandOf(press('r', { ctrlKey: true }), true)).toBeNull()
    expect(commandOf(press('a', { metaKey: true }), true)).toBeNull()
    expect(commandOf(press('x', { altKey: true }), true)).toBeNull()
  })

  it('move on while held down, but decide only once', () => {
    expect(commandOf(press('j', { repeat: true }), true)).toBe('next')
    expect(commandOf(press('a', { repeat: true }), true)).toBeNull()
  })

  it('do not decide for those who may not', () => {
    for (const key of ['a', 'A', 'r', 'x', ' ', 'u']) {
      expect(commandOf(press(key), false)).toBeNull()
    }
    expect(commandOf(press('j'), false)).toBe('next')
    expect(commandOf(press('?'), false)).toBe('help')
  })

  it('are found with a Chinese input method on', () => {
    expect(commandOf(press('Process', { code: 'KeyJ' }), true)).toBe('next')
    expect(commandOf(press('？', { shiftKey: true }), true)).toBe('help')
    expect(commandOf(press('a', { isComposing: true }), true)).toBeNull()
  })

  it('take caps lock for what it is', () => {
    expect(commandOf(press('A', { shiftKey: false }), true)).toBe('approve')
  })
})
