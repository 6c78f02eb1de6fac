import { onScopeDispose, readonly, ref, type Ref } from 'vue'

const MINUTE = 60_000

/** The present, once a minute and whenever the page is looked at again. */
export function useNow(): Readonly<Ref<Date>> {
  const now = ref(new Date())
  const look = () => {
    if (document.visibilityState === 'visible') now.value = new Date()
  }
  const timer = setInterval(look, MINUTE)
  document.addEventListener('visibilitychange', look)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  })
  return readonly(now) as Readonly<Ref<Date>>
}
