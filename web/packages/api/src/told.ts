/** All of it is there, however deep. */
type Whole<T> = T extends readonly (infer Each)[]
  ? Whole<Each>[]
  : T extends object
    ? { [Name in keyof T]-?: Whole<NonNullable<T[Name]>> }
    : T

/**
 * What the server tells. The document of the API calls every member optional, since it is made from
 * records that do not say otherwise; in truth all are there, and those named in `Null` may be null.
 * `Own` stands in the place of members that the document knows less well, or beside them.
 */
export type Told<T, Null extends keyof T = never, Own = unknown> = {
  [Name in Exclude<keyof T, keyof Own>]:
    Whole<NonNullable<T[Name]>> | (Name extends Null ? null : never)
} & Own

/** One page of a list. */
export interface Page<T> {
  items: T[]
  /** Cursor of the next page; null on the last one. */
  next: string | null
}
