import { Problem } from '@nuanxin/api'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { usePolling } from './usePolling'

describe('something read again and again', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is read every so often until the page is left', async () => {
    let count = 0
    const scope = effectScope()
    const { data } = scope.run(() => usePolling(() => Promise.resolve(++count), 1000))!
    await vi.advanceTimersByTimeAsync(2500)
    expect(data.value).toBe(3)
    scope.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(count).toBe(3)
  })

  it('keeps what it had when a later try fails, and says so', async () => {
    const answers = [() => Promise.resolve('first'), () => Promise.reject(new Problem(503, 'busy'))]
    const scope = effectScope()
    const live = scope.run(() => usePolling(() => answers.shift()!(), 1000))!
    await vi.advanceTimersByTimeAsync(1500)
    expect(live.data.value).toBe('first')
    expect(live.failure.value).toBeInstanceOf(Problem)
    scope.stop()
  })

  it('does not ask a server again that has no such call', async () => {
    const read = vi.fn(() => Promise.reject(new Problem(404, 'not-found')))
    const scope = effectScope()
    scope.run(() => usePolling(read, 1000))
    await vi.advanceTimersByTimeAsync(9000)
    await flushPromises()
    expect(read).toHaveBeenCalledTimes(1)
    scope.stop()
  })
})
