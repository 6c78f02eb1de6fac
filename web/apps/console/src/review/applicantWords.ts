import type { ComposerTranslation } from 'vue-i18n'
import type { Field, Marks, Refusal } from './reasons'

/** Words that an applicant reads, in the applicant's own language whatever the reviewer's is. */
export function applicantWords(t: ComposerTranslation, language: string) {
  const locale = language === 'en' ? 'en' : 'zh-CN'
  // The types know vue-i18n's own languages only.
  const word = (key: string) => t(key, {}, { locale: locale as never })
  const marks: Marks = {
    is: word('review.marks.is'),
    next: word('review.marks.next'),
    open: word('review.marks.open'),
    close: word('review.marks.close'),
  }
  return {
    marks,
    field: (field: Field) => word(`review.form.${field}`),
    refusal: (code: Refusal) => word(`review.refusal.${code}`),
  }
}
