import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue'

/** Whole seconds until an instant (in milliseconds); 0 once it is there. */
export function useCountdown(until: Ref<number>): ComputedRef<number> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), 500)
  onScopeDispose(() => clearInterval(timer))
  return computed(() => Math.max(0, Math.ceil((until.value - now.value) / 1000)))
}
