import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { effectScope, ref } from 'vue'
import { useLoad } from './useLoad'

const inScope = <T>(run: () => T): T => effectScope().run(run)!

describe('something that is loaded', () => {
  it('is there once it is answered', async () => {
    const { data, loading } = inScope(() => useLoad(ref('a'), (key) => Promise.resolve(key + '!')))
    expect(loading.value).toBe(true)
    await flushPromises()
    expect(data.value).toBe('a!')
    expect(loading.value).toBe(false)
  })

  it('says that it failed, and can be tried again', async () => {
    let fails = true
    const load = inScope(() =>
      useLoad(ref('a'), () => (fails ? Promise.reject(new Error('no')) : Promise.resolve(1))),
    )
    await flushPromises()
    expect(load.failure.value).toBeInstanceOf(Error)
    fails = false
    await load.load()
    expect(load.failure.value).toBeNull()
    expect(load.data.value).toBe(1)
  })

  it('is never that of another member, whose answer comes late', async () => {
    const answers: Record<string, (value: string) => void> = {}
    const key = ref('slow')
    const { data } = inScope(() =>
      useLoad(key, (wanted) => new Promise<string>((resolve) => (answers[wanted] = resolve))),
    )
    key.value = 'quick'
    await flushPromises()
    answers.quick!('quick')
    answers.slow!('slow')
    await flushPromises()
    expect(data.value).toBe('quick')
  })
})
