import type { Entry } from './decision'

/**
 * How many decisions go along with a page that closes. Browsers allow only so many calls to outlive
 * a page, and drop the rest without a word.
 */
export const ALONG = 8

/** Whether closing the page now might lose a decision, so that the browser should ask first. */
export function asksBeforeLeaving(entries: readonly Entry[]): boolean {
  return entries.filter(({ stage }) => isOpen(stage.kind)).length > ALONG
}

function isOpen(kind: Entry['stage']['kind']): boolean {
  return kind === 'waiting' || kind === 'queued' || kind === 'sending'
}
