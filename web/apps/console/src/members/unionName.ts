import { communityName, readUnions } from '../review/reviewCalls'

const COMMUNITY = /^\d{12}$/

/** A union's name in a language; its id where no list has it. */
export async function unionName(id: string, language: string): Promise<string> {
  if (COMMUNITY.test(id)) return communityName(id)
  const lists = await Promise.all([
    readUnions({ limit: 20 }, language),
    readUnions({ route: 'INDUSTRY', limit: 100 }, language),
    readUnions({ route: 'KEY_ENTERPRISE', limit: 100 }, language),
  ])
  return lists.flat().find((each) => each.id === id)?.name ?? id
}
