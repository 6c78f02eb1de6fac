import type { VueWrapper } from '@vue/test-utils'

/** Presses the button that says this. */
export function press(page: VueWrapper, text: string): Promise<void> {
  const button = page.findAll('button').find((each) => each.text() === text)
  if (button === undefined) throw new Error(`No button says ${text}`)
  return button.trigger('click')
}
