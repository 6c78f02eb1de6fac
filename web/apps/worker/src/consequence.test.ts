import { Problem } from '@nuanxin/api'
import { describe, expect, it } from 'vitest'
import { NotKnown, surely } from './consequence'

const LOST = new Problem(0, 'no-answer')

/** Does it with this answer, and looks with that one. */
function doing(problem: Problem | null, isDone: boolean | Problem, looks: string[] = []) {
  return surely(
    async () => {
      if (problem !== null) throw problem
    },
    'not-open',
    async () => {
      looks.push('looked')
      if (isDone instanceof Problem) throw isDone
      return isDone
    },
  )
}

describe('doing what cannot be taken back', () => {
  it('asks nothing more once it is answered', async () => {
    const looks: string[] = []
    await doing(null, false, looks)
    expect(looks).toEqual([])
  })

  it.each([LOST, new Problem(503, 'unavailable'), new Problem(409, 'not-open')])(
    'is done where %s was the answer and it turns out to be done',
    async (problem) => {
      await expect(doing(problem, true)).resolves.toBeUndefined()
    },
  )

  it('is not done where the answer was lost and all is as before', async () => {
    await expect(doing(LOST, false)).rejects.toBe(LOST)
  })

  it('is not known where how things stand cannot be asked either', async () => {
    await expect(doing(LOST, LOST)).rejects.toBeInstanceOf(NotKnown)
  })

  it.each([new Problem(429, 'too-many-requests'), new Problem(403, 'forbidden')])(
    'is not done where it was refused with %s, and nothing is asked',
    async (problem) => {
      const looks: string[] = []
      await expect(doing(problem, true, looks)).rejects.toBe(problem)
      expect(looks).toEqual([])
    },
  )
})
