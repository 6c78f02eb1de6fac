import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { dayOf } from './times'
import type { ApplicationState } from './types'

/** States in which an application is found in the queue. */
export const STATES = ['IN_REVIEW', 'RETURNED', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const

/** What the queue is narrowed to; `due` is '', `overdue`, `today` or a date. */
export interface Filters {
  state: ApplicationState
  union: string
  due: string
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const UNION = /^[0-9A-Za-z-]{1,64}$/

/** Reads the filters out of an address; what makes no sense in it counts for nothing. */
export function filtersOf(query: LocationQuery): Filters {
  const state = single(query.state)
  const union = single(query.union)
  const due = single(query.due)
  return {
    state: STATES.find((each) => each === state) ?? 'IN_REVIEW',
    union: UNION.test(union) ? union : '',
    due: due === 'overdue' || due === 'today' || isDate(due) ? due : '',
  }
}

/** The filters as a part of an address; what is not narrowed does not appear. */
export function queryOf(filters: Filters): LocationQueryRaw {
  return {
    ...(filters.state === 'IN_REVIEW' ? {} : { state: filters.state }),
    ...(filters.union === '' ? {} : { union: filters.union }),
    ...(filters.due === '' ? {} : { due: filters.due }),
  }
}

/** The filters as the server takes them: `due` is an instant, or a day that is included. */
export function parametersOf(
  filters: Filters,
  now: number,
): { state: ApplicationState; union?: string; due?: string } {
  return {
    state: filters.state,
    ...(filters.union === '' ? {} : { union: filters.union }),
    ...(filters.due === '' ? {} : { due: dueBy(filters.due, now) }),
  }
}

function dueBy(due: string, now: number): string {
  if (due === 'overdue') return new Date(now).toISOString()
  return due === 'today' ? dayOf(now) : due
}

function isDate(text: string): boolean {
  return DATE.test(text) && !Number.isNaN(Date.parse(text))
}

function single(value: LocationQuery[string] | undefined): string {
  const first = Array.isArray(value) ? value[0] : value
  return first ?? ''
}
