import { ref, type Ref } from 'vue'
import { isBusy } from './typing'

/** How often a page that stays open asks whether there is a new version. */
const EVERY_MILLIS = 60 * 60_000

/**
 * Keeps the app new. A new version is fetched beside the running one and waits. It takes over when
 * the person agrees, or by itself once nobody looks and nothing is being filled in; only then is the
 * page loaded again.
 */
class Update {
  /** Whether a new version is there. */
  readonly ready: Ref<boolean> = ref(false)
  /** Whether a page could not be opened for want of a network. */
  readonly lost: Ref<boolean> = ref(false)
  private registration: ServiceWorkerRegistration | null = null
  private agreed = false

  /**
   * @param isForm whether the present page is one that is filled in step by step; it is never taken
   *   away, even with nothing in it at the moment
   */
  async begin(isForm: () => boolean): Promise<void> {
    // A page's script that is gone was of a version that is gone; or there is no network.
    addEventListener('vite:preloadError', () => {
      if (navigator.onLine) this.ready.value = true
      else this.lost.value = true
    })
    if (!('serviceWorker' in navigator)) return
    const workers = navigator.serviceWorker
    const wasControlled = workers.controller !== null
    const isFree = () => !isForm() && !isBusy(document)
    workers.addEventListener('controllerchange', () => {
      // The first one ever takes over from nobody; there is nothing new in that.
      if (!wasControlled && !this.ready.value) return
      if (this.agreed || (document.hidden && isFree())) location.reload()
      else this.ready.value = true
    })
    document.addEventListener('visibilitychange', () => {
      if (document.hidden && this.ready.value && isFree()) this.apply()
    })
    const registration = await workers.register('/sw.js').catch(() => null)
    if (registration == null) return
    this.registration = registration
    this.watch(registration)
    setInterval(() => void registration.update().catch(() => undefined), EVERY_MILLIS)
  }

  /** Lets the new version take over, and loads the page again. */
  apply(): void {
    this.agreed = true
    const waiting = this.registration?.waiting
    if (waiting == null) location.reload()
    else waiting.postMessage({ type: 'SKIP_WAITING' })
  }

  private watch(registration: ServiceWorkerRegistration): void {
    if (registration.waiting !== null) this.ready.value = true
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing
      coming?.addEventListener('statechange', () => {
        const isUpdate = navigator.serviceWorker.controller !== null
        if (coming.state === 'installed' && isUpdate) this.ready.value = true
      })
    })
  }
}

export const update = new Update()
