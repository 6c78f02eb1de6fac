import type { FieldProblem } from '@nuanxin/api'
import { plainIdNumber } from '@nuanxin/ui'
import type { ApplicationBody, Occupation } from '../home/application'

/** A community or village, as the search tells it. */
export interface Community {
  code: string
  name: string
  district: string
}

/** The same without what a document of the API leaves open. */
export function communityOf({
  code = '',
  name = '',
  district = '',
}: Partial<Community>): Community {
  return { code, name, district }
}

/** What a person has typed so far. */
export interface Content {
  phone: string
  name: string
  idNumber: string
  occupation: Occupation | null
  platforms: string[]
  otherPlatforms: string
  employer: string
  community: Community | null
  /** The version that was agreed to; null until then. */
  consentVersion: string | null
}

/** An application that is not sent yet. */
export interface Draft {
  content: Content
  /** Whether the number is asked for, since nobody here knows it. */
  askPhone: boolean
  /** Steps that may be left empty, and were. */
  passed: string[]
  /** One per intent: what is sent twice with it makes one application. */
  key: string
  /** Whether the server refused what the key stands for. */
  refused: boolean
  /** What is on its way; kept as it was sent, so that sending it again is the same request. */
  pending: ApplicationBody | null
  /** What the server found wrong, until it is changed. */
  errors: FieldProblem[]
}

export function newDraft(phone: string, key: string): Draft {
  return {
    content: {
      phone,
      name: '',
      idNumber: '',
      occupation: null,
      platforms: [],
      otherPlatforms: '',
      employer: '',
      community: null,
      consentVersion: null,
    },
    askPhone: phone === '',
    passed: [],
    key,
    refused: false,
    pending: null,
    errors: [],
  }
}

/** Whether nothing is typed yet: a number that somebody signed in with is not typed. */
export function isBlank(draft: Draft): boolean {
  const { content } = newDraft(draft.content.phone, '')
  return JSON.stringify(draft.content) === JSON.stringify(content) && draft.passed.length === 0
}

const FIELDS: Record<keyof Content, string> = {
  phone: 'phone',
  name: 'name',
  idNumber: 'idNumber',
  occupation: 'occupation',
  platforms: 'platforms',
  otherPlatforms: 'platforms',
  employer: 'employer',
  community: 'communityCode',
  consentVersion: 'consentVersion',
}

/**
 * The draft with something changed. After a refusal that is a new intent, so it takes the new key;
 * else it keeps its own, whatever became of an earlier try.
 */
export function changed(draft: Draft, change: Partial<Content>, newKey: () => string): Draft {
  const names = Object.keys(change) as (keyof Content)[]
  const different = names.some(
    (name) => JSON.stringify(draft.content[name]) !== JSON.stringify(change[name]),
  )
  if (!different) return draft
  const fields = new Set(names.map((name) => FIELDS[name]))
  return {
    ...draft,
    content: { ...draft.content, ...change },
    key: draft.refused ? newKey() : draft.key,
    refused: false,
    pending: null,
    errors: draft.errors.filter((error) => !fields.has(fieldOf(error.field))),
  }
}

/** The draft once the server has refused it. */
export function refused(draft: Draft, errors: readonly FieldProblem[]): Draft {
  const askPhone = draft.askPhone || errors.some((error) => error.field === 'phone')
  return { ...draft, askPhone, refused: true, pending: null, errors: [...errors] }
}

/** The field of the form that a problem is about: `platforms[2]` and `employer.name` are parts. */
export function fieldOf(field: string): string {
  return field.split(/[.[]/)[0] ?? field
}

/** What is sent; what was sent before stays as it was. */
export function bodyOf(draft: Draft, language: string): ApplicationBody {
  if (draft.pending !== null) return draft.pending
  const { content } = draft
  if (
    content.occupation === null ||
    content.community === null ||
    content.consentVersion === null
  ) {
    throw new Error('An application is sent when every step is done')
  }
  const employer = content.employer.trim()
  return {
    name: content.name.trim(),
    idNumber: plainIdNumber(content.idNumber),
    phone: content.phone,
    occupation: content.occupation,
    platforms: platformsOf(content),
    employer: employer === '' ? null : { name: employer },
    communityCode: content.community.code,
    stationCode: null,
    consentVersion: content.consentVersion,
    language: language === 'en' ? 'en' : 'zh-CN',
  }
}

/** The platforms that were ticked, then those that were typed. */
export function platformsOf(content: Pick<Content, 'platforms' | 'otherPlatforms'>): string[] {
  const typed = content.otherPlatforms
    .split(/[,，、;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...new Set([...content.platforms, ...typed])]
}
