import type { Flow, Row } from './flow'

/**
 * How much a total grew in a second between two answers. Null where that cannot be said: there is
 * one answer only, nobody supplies the counter (then it stays 0), or the process started anew.
 */
export function rateOf(
  older: Flow | null,
  newer: Flow,
  service: string,
  total: (row: Row) => number | undefined,
): number | null {
  if (older === null) return null
  const seconds = (Date.parse(newer.at) - Date.parse(older.at)) / 1000
  const before = valueOf(older, service, total)
  const after = valueOf(newer, service, total)
  if (!(seconds > 0) || before === undefined || !after || after < before) return null
  return (after - before) / seconds
}

function valueOf(
  flow: Flow,
  service: string,
  total: (row: Row) => number | undefined,
): number | undefined {
  const row = flow.services.find((each) => each.service === service)
  return row === undefined ? undefined : total(row)
}

const WINDOW_MILLIS = 15_000

/** The answers that rates are taken over: so many seconds are steadier than one step. */
export function keepRecent(answers: readonly Flow[], newest: Flow): Flow[] {
  const from = Date.parse(newest.at) - WINDOW_MILLIS
  return [...answers, newest].filter((each) => Date.parse(each.at) >= from)
}
