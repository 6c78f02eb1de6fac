/** What a reviewer can do by one key. */
export type Command =
  | 'next'
  | 'previous'
  | 'approve'
  | 'approveElsewhere'
  | 'return'
  | 'reject'
  | 'select'
  | 'undo'
  | 'help'

/** Every key, in the order in which the help lists them. */
export const KEYS: readonly { key: string; shown: string; command: Command; decides: boolean }[] = [
  { key: 'j', shown: 'J', command: 'next', decides: false },
  { key: 'k', shown: 'K', command: 'previous', decides: false },
  { key: 'a', shown: 'A', command: 'approve', decides: true },
  { key: 'A', shown: 'Shift + A', command: 'approveElsewhere', decides: true },
  { key: 'r', shown: 'R', command: 'return', decides: true },
  { key: 'x', shown: 'X', command: 'reject', decides: true },
  { key: ' ', shown: 'Space', command: 'select', decides: true },
  { key: 'u', shown: 'U', command: 'undo', decides: true },
  { key: '?', shown: '?', command: 'help', decides: false },
]

/** Whatever a key press says about itself. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing'
> & { target: EventTarget | null; defaultPrevented: boolean }

const TYPING = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select'
const PRESSED_BY_SPACE = 'button, input, summary, [role=button]'

/**
 * What a key press asks for; null where it asks for nothing: while typing, in a dialog, together with
 * a key of the browser's, or held down, for nobody means to approve ten by holding a key.
 *
 * @param mayDecide whether the keys that decide are there at all
 */
export function commandOf(press: Press, mayDecide: boolean): Command | null {
  if (press.defaultPrevented || press.isComposing) return null
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  const target = press.target instanceof Element ? press.target : null
  if (target !== null && (isTypedInto(target) || target.closest('dialog') !== null)) return null
  const key = letterOf(press)
  if (key === ' ' && target?.closest(PRESSED_BY_SPACE)) return null
  const found = KEYS.find((each) => each.key === key)
  if (found === undefined || (found.decides && !mayDecide)) return null
  if (press.repeat && found.command !== 'next' && found.command !== 'previous') return null
  return found.command
}

function isTypedInto(target: Element): boolean {
  return (
    target.matches(TYPING) ||
    target.closest('[contenteditable]:not([contenteditable=false])') !== null
  )
}

/** With a Chinese input method on, some browsers name the key only by where it lies. */
function letterOf(press: Press): string {
  const lies = /^Key([A-Z])$/.exec(press.code)?.[1]
  if (lies === undefined || /^[a-z]$/i.test(press.key)) {
    // Caps lock is not shift.
    if (/^[a-z]$/i.test(press.key)) {
      return press.shiftKey ? press.key.toUpperCase() : press.key.toLowerCase()
    }
    return press.key === '？' ? '?' : press.key
  }
  return press.shiftKey ? lies : lies.toLowerCase()
}
