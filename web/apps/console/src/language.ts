import { createLanguage } from '@nuanxin/ui'
import type { Composer, I18n } from 'vue-i18n'
import en from './words/en'
import zhCN from './words/zh-CN'

/** The console's words. */
export const i18n = createLanguage({ 'zh-CN': zhCN, en }) as I18n & { global: Composer }
