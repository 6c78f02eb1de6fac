import type { Application } from './types'

/** Whether personal data is shown in part only: no ID number that is shown in full has a star. */
export function isMasked(form: Pick<NonNullable<Application['form']>, 'idNumber'> | null): boolean {
  return form !== null && form.idNumber.includes('*')
}
