import type { ComposerTranslation } from 'vue-i18n'
import type { Field, FieldReason, Refusal } from './reasons'

/** Words that an applicant reads, in the applicant's own language whatever the reviewer's is. */
export function applicantWords(t: ComposerTranslation, language: string) {
  const locale = language === 'en' ? 'en' : 'zh-CN'
  // The types know vue-i18n's own languages only.
  const word = (key: string) => t(key, {}, { locale: locale as never })
  const field = (name: Field) => word(`review.form.${name}`)
  return {
    /** Between one reason and the next. */
    next: word('review.marks.next'),
    fieldReason: (each: FieldReason) =>
      `${field(each.field)}${word('review.marks.is')}${each.reason}`,
    refusal: (code: Refusal) => word(`review.refusal.${code}`),
  }
}
