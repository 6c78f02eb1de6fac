import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Decision, Outcome } from './decision'
import { AT_ONCE, createDecisions, UNDO_MILLIS } from './decisions'

const approval = (id: string): Decision => ({
  id,
  version: 1,
  name: '陈**',
  about: { occupation: 'COURIER', employer: null, dueAt: null, phone: '' },
  verdict: 'approve',
  body: {},
})

/** A server that answers when it is told to. */
function server() {
  const calls: { decision: Decision; leaving: boolean; answer: (outcome: Outcome) => void }[] = []
  const send = (decision: Decision, leaving: boolean) =>
    new Promise<Outcome>((answer) => calls.push({ decision, leaving, answer }))
  return { calls, send, ids: () => calls.map((call) => call.decision.id) }
}

const passing = (millis: number) => vi.advanceTimersByTimeAsync(millis)

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a decision', () => {
  it('is not sent before the time to take it back is over', async () => {
    const { send, ids } = server()
    const decisions = createDecisions(send)
    decisions.decide(approval('a'))
    await passing(UNDO_MILLIS - 1)
    expect(ids()).toEqual([])
    await passing(1)
    expect(ids()).toEqual(['a'])
  })

  it('is never sent once it was taken back, and is in the queue again', async () => {
    const { send, ids } = server()
    const decisions = createDecisions(send)
    decisions.decide(approval('a'))
    await passing(UNDO_MILLIS - 1)
    expect(decisions.undo('a')).toBe(true)
    await passing(60_000)
    expect(ids()).toEqual([])
    expect(decisions.hidden.value.has('a')).toBe(false)
  })

  it('cannot be taken back once it is on its way', async () => {
    const { send } = server()
    const decisions = createDecisions(send)
    decisions.decide(approval('a'))
    await passing(UNDO_MILLIS)
    expect(decisions.undo('a')).toBe(false)
    expect(decisions.undoLast()).toEqual([])
  })

  it('each has its own time', async () => {
    const { send, ids } = server()
    const decisions = createDecisions(send)
    decisions.decide(approval('a'))
    await passing(3_000)
    decisions.decide(approval('b'))
    await passing(2_000)
    expect(ids()).toEqual(['a'])
    await passing(3_000)
    expect(ids()).toEqual(['a', 'b'])
  })

  it('is made once, however often the key is pressed', async () => {
    const { send, ids } = server()
    const decisions = createDecisions(send)
    decisions.decide(approval('a'))
    decisions.decide(approval('a'))
    await passing(UNDO_MILLIS)
    decisions.decide(approval('a'))
    await passing(UNDO_MILLIS)
    expect(ids()).toEqual(['a'])
  })

  it('leaves the list when it is done, and is counted', async () => {
    const { send, calls } = server()
    const settled = vi.fn()
    const decisions = createDecisions(send, settled)
    decisions.decide(approval('a'))
    await passing(UNDO_MILLIS)
    calls[0]!.answer({ kind: 'done' })
    await passing(0)
    expect(decisions.entries.value).toEqual([])
    expect(decisions.sent.value).toBe(1)
    expect(settled).toHaveBeenCalledOnce()
  })

  it('takes back the last of several', () => {
    const decisions = createDecisions(server().send)
    decisions.decide(approval('a'))
    decisions.decide(approval('b'))
    expect(decisions.undoLast().map((each) => each.id)).toEqual(['b'])
    expect(decisions.undoLast().map((each) => each.id)).toEqual(['a'])
    expect(decisions.undoLast()).toEqual([])
  })
})

describe('a decision that another reviewer was faster with', () => {
  it('stays listed with who decided and when, and the item is out of the queue', async () => {
    const { send, calls } = server()
    const settled = vi.fn()
    const decisions = createDecisions(send, settled)
    decisions.decide(approval('a'))
    await passing(UNDO_MILLIS)
    const conflict: Outcome = {
      kind: 'conflict',
      by: 'staff:li',
      at: '2026-11-26T01:00:00Z',
      action: 'REJECTED',
    }
    calls[0]!.answer(conflict)
    await passing(0)
    expect(decisions.entries.value[0]!.stage).toEqual(conflict)
    expect(settled).toHaveBeenCalledOnce()
    expect(decisions.sent.value).toBe(0)
    decisions.dismiss('a')
    expect(decisions.entries.value).toEqual([])
  })
})

describe('a decision that could not be sent', () => {
  it('stays listed, and goes again when asked', async () => {
    const { send, calls } = server()
    const settled = vi.fn()
    const decisions = createDecisions(send, settled)
    decisions.decide(approval('a'))
    await passing(UNDO_MILLIS)
    calls[0]!.answer({ kind: 'failed', failure: new Error('no') })
    await passing(0)
    expect(decisions.entries.value[0]!.stage.kind).toBe('failed')
    expect(settled).not.toHaveBeenCalled()
    decisions.retry('a')
    expect(calls).toHaveLength(2)
  })

  it('counts as failed also where sending itself breaks', async () => {
    const decisions = createDecisions(() => Promise.reject(new Error('broken')))
    decisions.decide(approval('a'))
    await passing(UNDO_MILLIS)
    expect(decisions.entries.value[0]!.stage.kind).toBe('failed')
  })

  it('is in the queue again when it is put back', async () => {
    const decisions = createDecisions(() => Promise.reject(new Error('broken')))
    decisions.decide(approval('a'))
    await passing(UNDO_MILLIS)
    decisions.dismiss('a')
    expect(decisions.hidden.value.has('a')).toBe(false)
  })
})

describe('closing the page', () => {
  it('sends at once whatever waits, each once', async () => {
    const { send, calls, ids } = server()
    const decisions = createDecisions(send)
    decisions.decide(approval('a'))
    await passing(UNDO_MILLIS)
    decisions.decide(approval('b'))
    decisions.leave()
    expect(ids()).toEqual(['a', 'b'])
    expect(calls.map((call) => call.leaving)).toEqual([false, true])
    await passing(60_000)
    expect(ids()).toEqual(['a', 'b'])
  })

  it('does not take along what was taken back', () => {
    const { send, ids } = server()
    const decisions = createDecisions(send)
    decisions.decide(approval('a'))
    decisions.undo('a')
    decisions.leave()
    expect(ids()).toEqual([])
  })
})

describe('many decided in one go', () => {
  const ids = Array.from({ length: 10 }, (_, i) => `m${i}`)

  it('are sent a few at a time until all are', async () => {
    const { send, calls } = server()
    const decisions = createDecisions(send)
    decisions.decide(...ids.map(approval))
    await passing(UNDO_MILLIS)
    expect(calls).toHaveLength(AT_ONCE)
    calls[0]!.answer({ kind: 'done' })
    await passing(0)
    expect(calls).toHaveLength(AT_ONCE + 1)
    for (let i = 1; i < ids.length; i++) {
      calls[i]!.answer({ kind: 'done' })
      await passing(0)
    }
    expect(calls.map((call) => call.decision.id)).toEqual(ids)
    expect(decisions.sent.value).toBe(10)
  })

  it('say of each what became of it, until somebody has seen it', async () => {
    const { send, calls } = server()
    const decisions = createDecisions(send)
    decisions.decide(approval('a'), approval('b'))
    await passing(UNDO_MILLIS)
    calls[0]!.answer({ kind: 'done' })
    calls[1]!.answer({ kind: 'failed', failure: new Error('no') })
    await passing(0)
    expect(decisions.entries.value.map((entry) => entry.stage.kind)).toEqual(['done', 'failed'])
    decisions.tidy()
    expect(decisions.entries.value.map((entry) => entry.stage.kind)).toEqual(['failed'])
  })

  it('are taken back together', () => {
    const decisions = createDecisions(server().send)
    decisions.decide(approval('a'))
    decisions.decide(approval('b'), approval('c'))
    expect(decisions.undoLast().map((each) => each.id)).toEqual(['b', 'c'])
    expect([...decisions.hidden.value]).toEqual(['a'])
  })
})
