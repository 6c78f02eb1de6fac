import { Problem } from '@nuanxin/api'
import { describe, expect, it } from 'vitest'
import { formProblemText, problemText } from './problemText'
import zhCN from './words/zh-CN'

const words: Record<string, string> = zhCN.problem
const t = (key: string) => words[key.replace('problem.', '')] ?? key

describe('what is told about a call that failed', () => {
  it('does not speak of what was typed where nothing was', () => {
    const text = problemText(new Problem(0, 'no-answer'), t)
    expect(text).toBe('没有网络或服务没有回应，请稍后再试。')
  })

  it('says in a form that what was typed is kept, when there was no answer', () => {
    const text = formProblemText(new Problem(0, 'no-answer'), t)
    expect(text).toBe('没有网络或服务没有回应，请稍后再试。您填的内容还在。')
  })

  it('says in a form no more than elsewhere, when there was an answer', () => {
    expect(formProblemText(new Problem(409, 'conflict'), t)).toBe('和已有的记录冲突。')
  })
})
