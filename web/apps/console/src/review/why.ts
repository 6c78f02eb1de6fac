import type { Application } from './types'

/** Names of the rules that an application did not pass; older servers tell them in its history. */
export function failedRulesOf(application: Pick<Application, 'failedRules' | 'history'>): string[] {
  if (application.failedRules) return application.failedRules
  const sent = application.history.findLast((step) => step.action === 'SENT_TO_REVIEW')
  return sent?.reason?.split(',').map((rule) => rule.trim()) ?? []
}
