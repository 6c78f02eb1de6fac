import type { ComposerTranslation } from 'vue-i18n'
import { applicantWords } from './applicantWords'
import { FIELDS, type Field, type FieldReason } from './reasons'
import type { Step } from './types'

/** What was said with a step, in its parts. */
export interface Said {
  /** Names of fields that have no reason of their own. */
  fields: string[]
  fieldReasons: { field: string; reason: string }[]
  /** Why it was refused, by code. */
  code: string | null
  /** What else was said in words. */
  reason: string
}

/** Takes apart what was said with a step, so that nothing is shown twice. */
export function saidWith(step: Step, t: ComposerTranslation): Said {
  const fieldReasons = step.fieldReasons ?? []
  const explained = new Set(fieldReasons.map((each) => each.field))
  const reason = step.reason ?? ''
  return {
    fields: step.fields.filter((field) => !explained.has(field)),
    fieldReasons,
    code: step.code ?? null,
    reason: isJoined(reason, fieldReasons, t) ? '' : reason,
  }
}

/** Where nothing was said but the fields' reasons, the server gives them joined as the reason. */
function isJoined(
  reason: string,
  fieldReasons: Said['fieldReasons'],
  t: ComposerTranslation,
): boolean {
  if (fieldReasons.length === 0 || !fieldReasons.every(isKnown)) return false
  return ['zh-CN', 'en'].some((language) => {
    const words = applicantWords(t, language)
    return reason === fieldReasons.map(words.fieldReason).join(words.next)
  })
}

function isKnown(each: { field: string; reason: string }): each is FieldReason {
  return FIELDS.includes(each.field as Field)
}
