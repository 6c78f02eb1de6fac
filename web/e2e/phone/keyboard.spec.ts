import { expect, test } from '@playwright/test'
import { Keyboard } from '../keyboard'
import { newestCode, somebody } from '../people'

/** A journey without one click, tap or focus set by the test. */
test('signs up with the keyboard alone, from the number to the membership card', async ({
  page,
}) => {
  const person = somebody()
  const keyboard = new Keyboard(page)
  const heading = page.getByRole('heading', { level: 1 })
  await page.goto('/')
  await keyboard.types('textbox', '手机号', person.phone)
  await keyboard.press('Enter')
  // The code's field takes the focus by itself; the sixth digit signs in.
  await expect(page.getByLabel('6 位验证码')).toBeFocused()
  await page.keyboard.type(await newestCode(person.phone))

  await keyboard.presses('link', '一分钟加入工会')
  await expect(heading).toHaveText('您叫什么名字？')
  await expect(heading).toBeFocused()
  await keyboard.types('textbox', '姓名', person.name)
  await keyboard.presses('button', '继续')

  await expect(heading).toHaveText('您的身份证号码是？')
  await keyboard.types('textbox', '身份证号码', person.idNumber)
  await keyboard.press('Enter')

  await expect(heading).toHaveText('您做哪一行？')
  await keyboard.to('radio', '快递员')
  await keyboard.press('Space')
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: '外卖骑手' })).toBeChecked()
  await keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: '快递员' })).toBeChecked()
  await keyboard.presses('button', '继续')

  await expect(heading).toHaveText('您在哪些平台接单？')
  await keyboard.to('checkbox', '顺丰')
  await keyboard.press('Space')
  await keyboard.presses('button', '继续')

  await expect(heading).toHaveText('您有单位吗？')
  // Back and forth again: nothing is lost.
  await keyboard.presses('link', '上一步')
  await expect(page.getByRole('checkbox', { name: '顺丰' })).toBeChecked()
  await keyboard.presses('button', '继续')
  await keyboard.presses('button', '继续')

  await expect(heading).toHaveText('您住在哪个社区或村？')
  await keyboard.presses('button', '在地图上找')
  await page.locator('.picture .land').first().waitFor()
  await keyboard.press('Tab')
  await expect(page.getByRole('group', { name: '三亚地图' })).toBeFocused()
  await keyboard.press('ArrowRight')
  await keyboard.press('+')
  await keyboard.presses('button', '看地图中间附近的社区')
  await expect(page.getByText(/附近有 \d+ 个社区和村/)).toBeVisible()
  await keyboard.presses('button', /社区居委会|村委会/)
  await expect(page.getByRole('button', { name: '换一个' })).toBeFocused()
  await keyboard.press('Enter')
  // Another way to the same: the search takes the focus.
  await expect(page.getByLabel('搜索社区或村')).toBeFocused()
  await page.keyboard.type('luhuitou')
  await keyboard.presses('button', /鹿回头社区/)
  await keyboard.presses('button', '继续')

  await expect(heading).toHaveText('请您看一下，同意后再继续')
  await keyboard.to('checkbox', '我看明白了，同意')
  await keyboard.press('Space')
  await keyboard.presses('button', '继续')

  await expect(heading).toHaveText('请核对一下，没问题就提交')
  await keyboard.press('Shift+Tab')
  await keyboard.presses('button', '提交申请')

  await expect(page.getByRole('article', { name: '会员卡' })).toContainText(person.name)
})
