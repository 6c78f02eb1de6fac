import type { components, Told } from '@nuanxin/api'

type Schemas = components['schemas']

export type { Application, ApplicationState, Step } from '@nuanxin/api'

/**
 * An application in the queue, personal data masked. Its warning is `CALENDAR_NOT_PUBLISHED` where
 * nobody can say by when it is due; its reason is of the latest step: names of the rules that did
 * not pass, or somebody's words.
 */
export type QueueItem = Told<Schemas['QueueItem'], 'dueAt' | 'warning' | 'employer' | 'reason'>

/** A union, as far as one is chosen from the list of all. */
export type Union = Told<Pick<Schemas['UnionView'], 'id' | 'name' | 'kind'>>
