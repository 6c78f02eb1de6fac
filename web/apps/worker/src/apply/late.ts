import { plainIdNumber } from '@nuanxin/ui'
import type { ApplicationBody } from '../home/application'
import { platformsOf, type Content } from './draft'
import { drafts } from './drafts'

/** What a person typed last, where the union may have received something else. */
export interface Late {
  content: Content
  /** Steps that may be left empty, and were. */
  passed: readonly string[]
  /** Whether the person was told, and said so. */
  seen: boolean
}

const SUFFIX = '/late'

/** The fields, by their names in the form, that were received otherwise than they were typed last. */
export function tooLate(form: ApplicationBody, { content, passed }: Omit<Late, 'seen'>): string[] {
  const { occupation, community } = content
  const employer = content.employer.trim()
  const platforms = platformsOf(content)
  const differs = {
    // What was left empty on the way was not meant to be so.
    name: content.name.trim() !== '' && !same(content.name, form.name),
    idNumber: content.idNumber.trim() !== '' && plainIdNumber(content.idNumber) !== form.idNumber,
    occupation: occupation !== null && occupation !== form.occupation,
    platforms:
      (platforms.length > 0 || passed.includes('platforms')) &&
      !same([...platforms].sort().join(), [...form.platforms].sort().join()),
    employer:
      (employer !== '' || passed.includes('employer')) &&
      !same(employer, form.employer?.name ?? ''),
    communityCode: community !== null && community.code !== form.communityCode,
  }
  return Object.entries(differs).flatMap(([field, isOther]) => (isOther ? [field] : []))
}

/** What was received, with what was typed too late in its place. */
export function withLate(
  earlier: Content,
  form: ApplicationBody,
  late: Omit<Late, 'seen'>,
): Content {
  const { name, idNumber, occupation, platforms, otherPlatforms, employer, community } =
    late.content
  const parts: Record<string, Partial<Content>> = {
    name: { name },
    idNumber: { idNumber },
    occupation: { occupation },
    platforms: { platforms, otherPlatforms },
    employer: { employer },
    communityCode: { community },
  }
  return Object.assign({ ...earlier }, ...tooLate(form, late).map((field) => parts[field]))
}

/**
 * Keeps what was typed last, now that the union has received something; nothing where it is the same.
 *
 * @param received null where it is not known here what was received
 */
export async function keepLate(
  owner: string,
  { content, passed }: Omit<Late, 'seen'>,
  received: ApplicationBody | null,
): Promise<void> {
  if (received !== null && tooLate(received, { content, passed }).length === 0) {
    await forgetLate(owner)
    return
  }
  const late: Late = { content, passed, seen: false }
  // The database takes no proxies.
  await drafts.write(owner + SUFFIX, JSON.parse(JSON.stringify(late)), true)
}

/** Null where nothing was typed too late. */
export function readLate(owner: string): Promise<Late | null> {
  return drafts.read<Late>(owner + SUFFIX)
}

/** It is not told of again, and still there for the next application. */
export async function markLateSeen(owner: string): Promise<void> {
  const late = await readLate(owner)
  if (late !== null) await drafts.write(owner + SUFFIX, { ...late, seen: true } satisfies Late)
}

export function forgetLate(owner: string): Promise<void> {
  return drafts.remove(owner + SUFFIX)
}

/** The service may have written it in another way that means the same. */
function same(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
  return plain(one) === plain(other)
}
