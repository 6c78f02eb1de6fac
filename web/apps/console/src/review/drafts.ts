import { reactive } from 'vue'
import type { Field, Refusal } from './reasons'

/** What a reviewer has filled in about one application and not decided yet. */
export interface Draft {
  giveBack: { ticked: Set<Field>; reasons: Partial<Record<Field, string>> }
  refuse: { code: Refusal | ''; more: string }
}

/**
 * What was filled in, by application: closing a dialog, looking at something else and a session that
 * ends in the middle lose nothing. In memory only, for it may say something about a person.
 */
export function createDrafts() {
  const known = new Map<string, Draft>()

  function of(id: string): Draft {
    const found = known.get(id) ?? reactive<Draft>(empty())
    known.set(id, found)
    return found
  }

  return { of, forget: (id: string) => known.delete(id), clear: () => known.clear() }
}

function empty(): Draft {
  return { giveBack: { ticked: new Set(), reasons: {} }, refuse: { code: '', more: '' } }
}
