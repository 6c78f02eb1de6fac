import { createLanguage } from '@nuanxin/ui'
import type { Composer, I18n } from 'vue-i18n'
import en from './words/en'
import zhCN from './words/zh-CN'

/** The worker app's words. */
export const i18n = createLanguage({ 'zh-CN': zhCN, en }) as I18n & { global: Composer }

/** The language that the app speaks at the moment. */
export function spoken(): string {
  return i18n.global.locale.value
}
