import { follow, type StreamState } from '@nuanxin/api'
import { computed, ref, shallowRef } from 'vue'
import { spoken } from '../language'
import { api, session } from '../session'
import { unread } from '../unread'
import {
  type Known,
  type Message,
  NOTHING,
  type Page,
  withAllRead,
  withFirstPage,
  withOlderPage,
  withRead,
  withTold,
} from './merge'

const PAGE = 20

/**
 * The inbox of the person signed in, kept live while they are: by the app, for the badge, and so for
 * every page. It forgets everything when they sign out.
 */
class Inbox {
  /** How the connection stands. */
  readonly state = ref<StreamState>('connecting')
  /** Counts what came new; whoever shows what messages are about looks again then. */
  readonly heard = ref(0)
  /** Why the newest could not be asked for; null when it could. */
  readonly failure = ref<unknown>(null)
  readonly known = shallowRef<Known>(NOTHING)
  readonly messages = computed(() => this.known.value.messages)
  private following: AbortController | null = null

  /** Begins to listen; does nothing when it already does. */
  open(): void {
    if (this.following !== null) return
    const listening = new AbortController()
    this.following = listening
    const listener = {
      item: ({ data }: { data: Message }) => this.told(data),
      state: (state: StreamState) => {
        this.state.value = state
        // What was read or came while nobody listened is in no stream.
        if (state === 'live') void this.look()
      },
    }
    follow<Message>(
      '/api/v1/me/messages/stream',
      session,
      listener,
      listening.signal,
      spoken,
    ).catch((refused: unknown) => {
      if (listening.signal.aborted) return
      this.failure.value = refused
      this.following = null
    })
  }

  /** Stops listening and forgets. */
  close(): void {
    this.following?.abort()
    this.following = null
    this.failure.value = null
    this.become(NOTHING)
  }

  /** Asks for the newest. */
  async look(): Promise<void> {
    await this.ask(undefined, withFirstPage)
  }

  /** Asks for older ones. */
  async more(): Promise<void> {
    const { next } = this.known.value
    if (next != null) await this.ask(next, withOlderPage)
  }

  /** @throws Problem when it could not be marked; it stays unread then */
  async read(id: string): Promise<void> {
    await api.POST('/api/v1/me/messages/{id}/read', { params: { path: { id } } })
    this.become(withRead(this.known.value, id))
  }

  /** @throws Problem when they could not be marked */
  async readAll(): Promise<void> {
    await api.POST('/api/v1/me/messages/read-all')
    this.become(withAllRead(this.known.value))
  }

  private async ask(
    cursor: string | undefined,
    take: (known: Known, page: Page) => Known,
  ): Promise<void> {
    const asker = this.following
    try {
      const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }
      const { data } = await api.GET('/api/v1/me/messages', { params: { query } })
      // Another person's answer, or nobody's, is not for this screen.
      if (asker !== this.following || data === undefined) return
      this.become(take(this.known.value, data as Page))
      this.failure.value = null
    } catch (problem) {
      if (asker === this.following) this.failure.value = problem
    }
  }

  private told(message: Message): void {
    const isNew = !this.known.value.messages.some((each) => each.id === message.id)
    this.become(withTold(this.known.value, message))
    if (isNew) this.heard.value++
  }

  private become(known: Known): void {
    this.known.value = known
    unread.value = known.unread
  }
}

export const inbox = new Inbox()
