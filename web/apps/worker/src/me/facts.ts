import { dayText, momentText } from '../days'
import { maskedBirthDate, maskedIdNumber, maskedName, maskedPhone } from './masking'
import type { OwnRecord } from './record'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** One thing that is stored. */
export interface Fact {
  name: string
  value: string
}

/** What is stored, one after the other; what only the person should see is masked until shown. */
export function factsOf(record: OwnRecord, shown: boolean, t: Translate, language: string): Fact[] {
  const hide = (value: string | null | undefined, mask: (value: string) => string) =>
    value == null ? undefined : shown ? value : mask(value)
  const day = (instant: string | null | undefined) =>
    instant == null ? undefined : momentText(instant, language)
  const birth = (date: string) => dayText(`${date}T00:00:00+08:00`, language)
  const rows: [string, string | null | undefined][] = [
    ['name', hide(record.name, maskedName)],
    ['idNumber', hide(record.idNumber, maskedIdNumber)],
    [
      'birthDate',
      record.birthDate && (shown ? birth(record.birthDate) : maskedBirthDate(record.birthDate)),
    ],
    ['phone', hide(record.phone?.replace(/^\+86/, ''), maskedPhone)],
    ['occupation', record.occupation && t(`occupation.${record.occupation}`)],
    ['platforms', record.platforms?.join(t('me.comma'))],
    ['employer', record.employer?.name],
    ['community', record.community?.name],
    ['station', record.stationCode],
    ['union', record.union?.name],
    ['membershipNumber', record.membershipNumber],
    ['state', record.state && t(`membership.${record.state}`)],
    ['joinedAt', day(record.joinedAt)],
    ['leftAt', day(record.leftAt)],
    ['consent', record.consentVersion && consent(record, t, language)],
  ]
  return rows.flatMap(([name, value]) => (value ? [{ name: t(`me.fact.${name}`), value }] : []))
}

function consent(record: OwnRecord, t: Translate, language: string): string {
  return record.consentedAt == null
    ? (record.consentVersion ?? '')
    : t('me.consented', {
        version: record.consentVersion,
        moment: momentText(record.consentedAt, language),
      })
}
