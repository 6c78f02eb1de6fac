import { Problem } from '@nuanxin/api'
import { describe, expect, it } from 'vitest'
import type { Application, ApplicationBody } from '../home/application'
import { Sender } from './sender'

const BODY = { name: '王小明' } as ApplicationBody
const OTHER = { name: '王大明' } as ApplicationBody
const APPLICATION = { id: 'a-1' } as Application

/** The other side: answers in turn what it was told to, and remembers what it was asked. */
class Service {
  readonly keys: string[] = []
  readonly names: string[] = []
  private readonly queue: (() => Promise<Application>)[] = []

  answers(answer: Application | Problem): this {
    this.queue.push(() =>
      answer instanceof Problem ? Promise.reject(answer) : Promise.resolve(answer),
    )
    return this
  }

  answersWhen(answer: Promise<Application>): this {
    this.queue.push(() => answer)
    return this
  }

  readonly post = (key: string, body: ApplicationBody): Promise<Application> => {
    this.keys.push(key)
    this.names.push(body.name)
    return this.queue.shift()!()
  }
}

function senderTo(service: Service, pauses: number[] = []): Sender {
  return new Sender(service.post, async (millis) => {
    pauses.push(millis)
  })
}

describe('sending an application', () => {
  it('takes a second press for the first', async () => {
    let answer: (application: Application) => void = () => undefined
    const service = new Service().answersWhen(new Promise((resolve) => (answer = resolve)))
    const sender = senderTo(service)
    const first = sender.send('key', BODY)
    const second = sender.send('key', { ...BODY })
    expect(sender.state.value).toBe('sending')
    answer(APPLICATION)
    expect(await first).toEqual({ kind: 'accepted', application: APPLICATION, sent: BODY })
    expect(await second).toEqual(await first)
    expect(service.keys).toEqual(['key'])
    expect(sender.state.value).toBe('idle')
  })

  it('sends again with the same key until there is an answer, ever more slowly', async () => {
    const service = new Service()
      .answers(new Problem(0, 'no-answer'))
      .answers(new Problem(503, 'unavailable'))
      .answers(new Problem(429, 'too-many-requests', [], 7))
      .answers(APPLICATION)
    const pauses: number[] = []
    expect((await senderTo(service, pauses).send('key', BODY)).kind).toBe('accepted')
    expect(service.keys).toEqual(['key', 'key', 'key', 'key'])
    expect(pauses).toEqual([1000, 2000, 7000])
  })

  it('does not keep anybody waiting for a day', async () => {
    const problem = new Problem(429, 'too-many-applications', [], 86_400)
    const outcome = await senderTo(new Service().answers(problem)).send('key', BODY)
    expect(outcome).toEqual({ kind: 'refused', problem })
  })

  it('hands a refusal back', async () => {
    const problem = new Problem(400, 'validation', [
      { field: 'name', code: 'PATTERN', message: '' },
    ])
    const outcome = await senderTo(new Service().answers(problem)).send('key', BODY)
    expect(outcome).toEqual({ kind: 'refused', problem })
  })

  it('says that there is one already when it is one’s own', async () => {
    const own = new Problem(409, 'already-applied', [], null, { applicationId: 'a-1' })
    expect(await senderTo(new Service().answers(own)).send('key', BODY)).toEqual({ kind: 'exists' })
  })

  it('hands back a conflict with somebody else', async () => {
    const problem = new Problem(409, 'cannot-apply')
    const outcome = await senderTo(new Service().answers(problem)).send('key', BODY)
    expect(outcome.kind).toBe('refused')
  })

  it('knows that an earlier try arrived when the key stands for other words', async () => {
    const problem = new Problem(422, 'idempotency-key-reused')
    const outcome = await senderTo(new Service().answers(problem)).send('key', BODY)
    expect(outcome).toEqual({ kind: 'exists' })
  })

  it('tries no more once it is stopped', async () => {
    const service = new Service().answers(new Problem(0, 'no-answer'))
    const sender: Sender = new Sender(service.post, async () => sender.stop())
    expect(await sender.send('key', BODY)).toEqual({ kind: 'stopped' })
    expect(service.keys).toHaveLength(1)
  })

  it('sends what was changed only after what was stopped is over', async () => {
    let fail: (problem: Problem) => void = () => undefined
    const service = new Service()
      .answersWhen(new Promise((_, reject) => (fail = reject)))
      .answers(APPLICATION)
    const sender = senderTo(service)
    const first = sender.send('key', BODY)
    sender.stop()
    const second = sender.send('key', OTHER)
    expect(service.names).toEqual(['王小明'])
    fail(new Problem(0, 'no-answer'))
    expect((await first).kind).toBe('stopped')
    expect((await second).kind).toBe('accepted')
    expect(service.names).toEqual(['王小明', '王大明'])
  })

  it('shows the first answer when what was stopped did arrive', async () => {
    let answer: (application: Application) => void = () => undefined
    const service = new Service().answersWhen(new Promise((resolve) => (answer = resolve)))
    const sender = senderTo(service)
    void sender.send('key', BODY)
    sender.stop()
    const second = sender.send('key', OTHER)
    answer(APPLICATION)
    expect(await second).toEqual({ kind: 'accepted', application: APPLICATION, sent: BODY })
    expect(service.names).toEqual(['王小明'])
  })
})
