import { Problem } from '@nuanxin/api'

/** Nobody can tell whether it was done: the answer was lost, and how things stand could not be asked. */
export class NotKnown extends Error {
  override readonly name = 'NotKnown'
}

/**
 * Does what cannot be taken back. Where only the answer may be lost, this looks how things stand,
 * so that nobody is told that nothing has changed when all has.
 *
 * @param act asks the server to do it; the server refuses what was done before
 * @param refusal the kind of problem by which it refuses that
 * @param isDone looks whether it is done, by this try or an earlier one
 * @throws Problem when it is not done
 * @throws NotKnown when that cannot be told; trying again is safe
 */
export async function surely(
  act: () => Promise<void>,
  refusal: string,
  isDone: () => Promise<boolean>,
): Promise<void> {
  try {
    await act()
  } catch (problem) {
    if (!(problem instanceof Problem) || !mayBeDone(problem, refusal)) throw problem
    const done = await isDone().catch(() => {
      throw new NotKnown()
    })
    if (!done) throw problem
  }
}

function mayBeDone(problem: Problem, refusal: string): boolean {
  // Whoever is told to come later was not let in at all.
  if (problem.status === 429) return false
  return problem.passing || problem.kind === refusal
}
