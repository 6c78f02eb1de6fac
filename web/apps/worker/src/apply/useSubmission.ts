import { formProblemText } from '@nuanxin/ui'
import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { answered } from '../home/affairs'
import { bodyOf, refused } from './draft'
import type { Outcome } from './sender'
import { sender } from './sending'
import { stepOfField } from './steps'
import type { useDraft } from './useDraft'

const OWN_WORDS: Record<string, string> = {
  'cannot-apply': 'apply.check.cannot',
  'too-many-applications': 'apply.check.tooOften',
}

/** Sends the draft once, and goes where the answer leads. */
export function useSubmission({ draft, save, over }: ReturnType<typeof useDraft>): {
  send: () => Promise<void>
  trouble: Ref<string>
} {
  const { t, locale } = useI18n()
  const router = useRouter()
  const trouble = ref('')
  let busy = false

  async function send(): Promise<void> {
    const now = draft.value
    if (busy || now === null) return
    busy = true
    trouble.value = ''
    try {
      const body = bodyOf(now, locale.value)
      // Kept before it goes out: a phone that dies now asks again for the same application.
      await save({ ...now, pending: body }, true)
      await led(await sender.send(now.key, body))
    } finally {
      busy = false
    }
  }

  async function led(outcome: Outcome): Promise<void> {
    switch (outcome.kind) {
      case 'accepted':
        answered(outcome.application, outcome.sent.name)
        await over(outcome.sent)
        return home()
      case 'exists':
        await over(null)
        return home()
      case 'refused':
        return back(outcome)
      case 'stopped':
    }
  }

  async function home(): Promise<void> {
    if (router.currentRoute.value.path.startsWith('/apply')) await router.replace('/')
  }

  async function back({ problem }: Extract<Outcome, { kind: 'refused' }>): Promise<void> {
    if (draft.value !== null) await save(refused(draft.value, problem.errors))
    const step = problem.errors.map((error) => stepOfField(error.field)).find((each) => each)
    if (step) {
      await router.push(`/apply/${step}?change=1`)
      return
    }
    const own = OWN_WORDS[problem.kind]
    trouble.value = own === undefined ? formProblemText(problem, t) : t(own)
  }

  return { send, trouble }
}
