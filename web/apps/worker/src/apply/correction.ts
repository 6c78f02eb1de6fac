import type { Application, ApplicationBody } from '../home/application'
import { bodyOf, newDraft, type Community, type Content } from './draft'
import { stepOfField, type Step } from './steps'

/** What is typed to correct an application, and for which version of it. */
export interface Correction {
  version: number
  content: Content
}

/** The form as it was sent, ready to be typed over. */
export function contentOf(form: ApplicationBody, community: Community | null): Content {
  return {
    phone: form.phone,
    name: form.name,
    idNumber: form.idNumber,
    occupation: form.occupation,
    platforms: [...form.platforms],
    otherPlatforms: '',
    employer: form.employer?.name ?? '',
    community: community ?? {
      code: form.communityCode,
      name: form.communityCode,
      // The code of a community begins with that of its district.
      district: form.communityCode.slice(0, 6),
    },
    consentVersion: form.consentVersion,
  }
}

/** The fields given back that are corrected here, each with the part of the form it is in. */
export function parts(application: Application): { field: string; step: Step }[] {
  return application.returnedFields.flatMap((field) => {
    const step = stepOfField(field)
    return step === null ? [] : [{ field, step }]
  })
}

/** What is sent: the form with the fields that were given back, and with no other, as typed. */
export function correctedBody(application: Application, content: Content): ApplicationBody {
  const { form, returnedFields } = application
  if (form === null) throw new Error('An applicant sees the own form')
  const typed = bodyOf({ ...newDraft(content.phone, ''), content }, form.language)
  // A field that is not asked for here, such as the station, stays as it was.
  const changes = Object.entries(typed).filter(
    ([field]) => returnedFields.includes(field) && stepOfField(field) !== null,
  )
  return { ...form, ...Object.fromEntries(changes), consentVersion: typed.consentVersion }
}
