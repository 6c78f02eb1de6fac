import { expect, type Page } from '@playwright/test'

type Role = 'button' | 'link' | 'textbox' | 'searchbox' | 'checkbox' | 'radio'

const MOST_TABS = 40

/** Somebody with a keyboard and nothing else. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes on with Tab until this has the focus; fails where it cannot be come by. */
  async to(role: Role, name: string | RegExp): Promise<void> {
    const wanted = this.page.getByRole(role, { name }).first()
    await expect(wanted).toBeVisible()
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) {
        await this.seesFocus()
        return
      }
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${role} ${name} was not reached by Tab`)
  }

  /** Goes to a button or a link, and presses it. */
  async presses(role: 'button' | 'link', name: string | RegExp): Promise<void> {
    await this.to(role, name)
    await this.page.keyboard.press('Enter')
  }

  async types(role: 'textbox' | 'searchbox', name: string | RegExp, text: string): Promise<void> {
    await this.to(role, name)
    await this.page.keyboard.type(text)
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key)
  }

  /** What has the focus is drawn so, and is on the screen (WCAG 2.4.7, 2.4.11). */
  private async seesFocus(): Promise<void> {
    const seen = await this.page.evaluate(() => {
      const element = document.activeElement!
      const shape = [element, element.closest('label'), element.nextElementSibling]
        .filter((each) => each !== null)
        .map((each) => getComputedStyle(each))
      const drawn = shape.some(
        (style) =>
          (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
          style.boxShadow !== 'none',
      )
      const { top, bottom } = element.getBoundingClientRect()
      return { drawn, onScreen: bottom > 0 && top < innerHeight }
    })
    expect(seen).toEqual({ drawn: true, onScreen: true })
  }
}
