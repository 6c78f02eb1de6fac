import { readonly, ref, type Ref } from 'vue'

const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 5 * 60_000

/** Runs one task at a time in all tabs of an app: what changes its session's cookie. */
export type Alone = <T>(task: () => Promise<T>) => Promise<T>

/**
 * A sign-out that the server has not heard of yet. No script can remove the session's cookie, so
 * without a network it stays; this mark, which says nothing about anybody, keeps every start of the
 * page from taking it up again, until the server has ended the session.
 */
export class OwedSignOut {
  private readonly mark = ref(false)
  private timer: ReturnType<typeof setTimeout> | undefined
  private pause = FIRST_PAUSE

  /**
   * @param kept where in the device's storage its mark is; another for each app
   * @param revoke tells the server; fails when it was not heard
   */
  constructor(
    private readonly kept: string,
    private readonly alone: Alone,
    private readonly revoke: () => Promise<unknown>,
  ) {
    this.mark.value = this.isKept()
    addEventListener('online', () => void this.begin())
    // Another tab may have noted it, or settled it.
    addEventListener('storage', () => (this.mark.value = this.isKept()))
  }

  /** Whether one is owed, for a page to say so. */
  get owed(): Readonly<Ref<boolean>> {
    return readonly(this.mark)
  }

  /** As the device says it now, whatever this tab has heard. */
  get stands(): boolean {
    return (this.mark.value = this.isKept())
  }

  note(): void {
    localStorage.setItem(this.kept, '1')
    this.mark.value = true
  }

  /** Takes the mark away: the session is ended, or its cookie is another's now. */
  clear(): void {
    clearTimeout(this.timer)
    this.pause = FIRST_PAUSE
    localStorage.removeItem(this.kept)
    this.mark.value = false
  }

  /**
   * Tells the server; for a caller that is alone.
   *
   * @throws what the revoking fails with; it is then tried again by itself, and stays owed
   */
  async settle(): Promise<void> {
    if (!this.stands) return
    try {
      await this.revoke()
      this.clear()
    } catch (failure) {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => void this.begin(), this.pause)
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE)
      throw failure
    }
  }

  /** Settles what is owed, now or as soon as it can be. */
  async begin(): Promise<void> {
    if (this.stands) await this.alone(() => this.settle()).catch(() => undefined)
  }

  private isKept(): boolean {
    return localStorage.getItem(this.kept) !== null
  }
}
