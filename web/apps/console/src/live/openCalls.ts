import { api } from '../session'

interface Untyped {
  GET(path: string, init: unknown): Promise<{ data?: unknown }>
}

/** Reads by a path that the types made from the joined API do not have yet. */
export async function read<T>(path: string, query: Record<string, unknown> = {}): Promise<T> {
  const { data } = await (api as unknown as Untyped).GET(path, { params: { query } })
  return data as T
}
