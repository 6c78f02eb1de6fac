import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** Whether the device believes that it has a network; false is sure, true is not. */
export function useNetwork(): Readonly<Ref<boolean>> {
  const online = ref(navigator.onLine)
  const look = () => (online.value = navigator.onLine)
  addEventListener('online', look)
  addEventListener('offline', look)
  onScopeDispose(() => {
    removeEventListener('online', look)
    removeEventListener('offline', look)
  })
  return readonly(online)
}
