import { describe, expect, it } from 'vitest'
import { useAdding } from './useAdding'

describe('adding to the stock', () => {
  it('has the same key when the same is tried again, and another for something else', async () => {
    const keys: string[] = []
    let fails = true
    const { add } = useAdding((key) => {
      keys.push(key)
      return fails ? Promise.reject(new Error('no answer')) : Promise.resolve()
    })
    expect(await add('5')).toBe(false)
    expect(await add('6')).toBe(false)
    fails = false
    expect(await add('6')).toBe(true)
    expect(await add('6')).toBe(true)
    expect(keys[1]).toBe(keys[2])
    expect(new Set(keys).size).toBe(3)
  })

  it('ignores a second press while the first is under way', async () => {
    let sent = 0
    let answer = () => {}
    const { add, busy } = useAdding(() => {
      sent++
      return new Promise<void>((resolve) => (answer = resolve))
    })
    const first = add('5')
    expect(busy.value).toBe(true)
    expect(await add('5')).toBe(false)
    answer()
    expect(await first).toBe(true)
    expect(sent).toBe(1)
  })
})
