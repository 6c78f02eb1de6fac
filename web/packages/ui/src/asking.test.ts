import { Problem } from '@nuanxin/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Asking } from './asking'

const NO_ANSWER = new Problem(0, 'no-answer')
let tries = 0
let answer: () => Promise<unknown>

beforeEach(() => {
  vi.useFakeTimers()
  tries = 0
  answer = () => Promise.reject(NO_ANSWER)
})
afterEach(async () => {
  // What still asks would count in the next test.
  answer = () => Promise.resolve()
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  vi.useRealTimers()
})

function begun(): { asking: Asking; ended: () => boolean } {
  const asking = new Asking()
  let over = false
  void asking
    .until(() => {
      tries++
      return answer()
    })
    .then(() => (over = true))
  return { asking, ended: () => over }
}

describe('asking for what must be known', () => {
  it('is over with the first answer, and never says that there is none', async () => {
    answer = () => Promise.resolve()
    const { asking, ended } = begun()
    await vi.advanceTimersByTimeAsync(0)
    expect(ended()).toBe(true)
    expect(asking.lost.value).toBe(false)
    expect(asking.busy.value).toBe(false)
  })

  it('goes on by itself, ever more slowly, and ends when there is an answer', async () => {
    const { asking, ended } = begun()
    await vi.advanceTimersByTimeAsync(0)
    expect(asking.lost.value).toBe(true)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(tries).toBe(2)
    await vi.advanceTimersByTimeAsync(1_999)
    expect(tries).toBe(2)
    answer = () => Promise.resolve()
    await vi.advanceTimersByTimeAsync(1)
    expect(ended()).toBe(true)
    expect(asking.lost.value).toBe(false)
  })

  it('says after four seconds that there is no answer, though it still waits for one', async () => {
    answer = () => new Promise(() => undefined)
    const { asking } = begun()
    await vi.advanceTimersByTimeAsync(3_999)
    expect(asking.lost.value).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(asking.lost.value).toBe(true)
    expect(asking.busy.value).toBe(true)
    expect(tries).toBe(1)
  })

  it.each([
    ['the network is back', () => dispatchEvent(new Event('online'))],
    ['the page is looked at', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('asks at once when %s', async (_, happen) => {
    begun()
    await vi.advanceTimersByTimeAsync(0)
    happen()
    await vi.advanceTimersByTimeAsync(0)
    expect(tries).toBe(2)
  })

  it('asks at once when somebody says so, once', async () => {
    const { asking } = begun()
    await vi.advanceTimersByTimeAsync(0)
    asking.again()
    asking.again()
    await vi.advanceTimersByTimeAsync(0)
    expect(tries).toBe(2)
  })

  it('waits as long as a busy server says, but no longer than half a minute', async () => {
    answer = () => Promise.reject(new Problem(503, 'unavailable', [], 5))
    begun()
    await vi.advanceTimersByTimeAsync(4_999)
    expect(tries).toBe(1)
    answer = () => Promise.reject(new Problem(503, 'unavailable', [], 3_600))
    await vi.advanceTimersByTimeAsync(1)
    expect(tries).toBe(2)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(tries).toBe(3)
  })
})
