import { createI18n, type I18n } from 'vue-i18n'
import en from './words/en'
import zhCN from './words/zh-CN'

/** The languages that people can choose. */
export type Language = 'zh-CN' | 'en'

export const LANGUAGES: readonly Language[] = ['zh-CN', 'en']

const KEPT = 'nuanxin-language'

/** Makes the words of an app, in the language that the person chose last or the browser prefers. */
export function createLanguage(own: Record<Language, Record<string, unknown>>): I18n {
  const i18n = createI18n({
    legacy: false,
    locale: preferred(),
    fallbackLocale: 'zh-CN',
    messages: { 'zh-CN': { ...zhCN, ...own['zh-CN'] }, en: { ...en, ...own.en } } as never,
    missingWarn: false,
    fallbackWarn: false,
  })
  document.documentElement.lang = preferred()
  return i18n as unknown as I18n
}

/** Keeps the choice on this device; it says nothing about the person. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT, language)
  document.documentElement.lang = language
}

function preferred(): Language {
  const kept = localStorage.getItem(KEPT)
  if (kept === 'zh-CN' || kept === 'en') return kept
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
