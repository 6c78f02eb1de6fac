import { Problem } from '@nuanxin/api'
import { readonly, ref, type Ref } from 'vue'

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000
// Longer than that nobody looks at a page without being told why.
const SILENCE = 4_000

/**
 * Asks until there is an answer: again ever more slowly, and at once when the network is back, when
 * somebody looks at the page again or presses a button.
 */
export class Asking {
  private readonly isLost = ref(false)
  private readonly isBusy = ref(false)
  private wake: (() => void) | null = null

  /** Whether there is no answer, or none for so long that somebody should be told. */
  get lost(): Readonly<Ref<boolean>> {
    return readonly(this.isLost)
  }

  /** Whether it asks at this moment. */
  get busy(): Readonly<Ref<boolean>> {
    return readonly(this.isBusy)
  }

  /**
   * @param ask fails when there was no answer
   */
  async until(ask: () => Promise<unknown>): Promise<void> {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        await this.once(ask)
        return
      } catch (failure) {
        this.isLost.value = true
        const told = failure instanceof Problem ? (failure.retryAfter ?? 0) * 1000 : 0
        await this.rest(Math.min(Math.max(pause, told), LONGEST_PAUSE))
      }
    }
  }

  /** Does not wait for the end of a pause. */
  again(): void {
    this.wake?.()
  }

  private async once(ask: () => Promise<unknown>): Promise<void> {
    const silence = setTimeout(() => (this.isLost.value = true), SILENCE)
    this.isBusy.value = true
    try {
      await ask()
      this.isLost.value = false
    } finally {
      clearTimeout(silence)
      this.isBusy.value = false
    }
  }

  private rest(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const seen = () => document.hidden || done()
      const done = () => {
        clearTimeout(timer)
        removeEventListener('online', done)
        document.removeEventListener('visibilitychange', seen)
        this.wake = null
        resolve()
      }
      const timer = setTimeout(done, millis)
      addEventListener('online', done)
      document.addEventListener('visibilitychange', seen)
      this.wake = done
    })
  }
}
