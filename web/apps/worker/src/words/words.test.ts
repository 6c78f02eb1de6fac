import { expect, it } from 'vitest'
import { i18n } from '../language'

function keys(words: unknown, path = ''): string[] {
  return typeof words === 'object' && words !== null
    ? Object.entries(words).flatMap(([key, value]) => keys(value, `${path}.${key}`))
    : [path]
}

it('says everything in both languages', () => {
  const { messages } = i18n.global as unknown as { messages: { value: Record<string, unknown> } }
  expect(keys(messages.value.en).sort()).toEqual(keys(messages.value['zh-CN']).sort())
})
