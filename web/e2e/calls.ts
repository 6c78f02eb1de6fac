import { newestCode, type Somebody } from './people'
import { account, stack } from './stack'

/** Calls that a journey makes beside the browser, for what is not its subject. */
export class Calls {
  private constructor(private readonly token: string) {}

  static async staff(username: string): Promise<Calls> {
    const { password } = account(username)
    return new Calls(await token({ username, password }))
  }

  static async worker(person: Somebody): Promise<Calls> {
    await post('/api/v1/auth/otp', { phone: person.phone })
    return new Calls(await token({ phone: person.phone, code: await newestCode(person.phone) }))
  }

  get<T = Record<string, unknown>>(path: string): Promise<T> {
    return call('GET', path, this.token)
  }

  post<T = Record<string, unknown>>(path: string, body?: unknown): Promise<T> {
    return call('POST', path, this.token, body)
  }

  /** Applies so that a person must look: the employer's name holds a key enterprise's. */
  async appliesDoubtfully(
    person: Somebody,
    other: Record<string, unknown> = {},
  ): Promise<{ id: string }> {
    const { items } = await call<{ items: { name: string }[] }>(
      'GET',
      '/api/v1/unions?route=KEY_ENTERPRISE',
    )
    const employer = items[0]!.name.replace(/工会$/, '') + '第三分部'
    return this.applies(person, { employer: { name: employer }, ...other })
  }

  /** Applies with what every rule passes, save what is given. */
  async applies(person: Somebody, other: Record<string, unknown> = {}): Promise<{ id: string }> {
    const { version } = await call<{ version: string }>('GET', '/api/v1/consents/current')
    return this.post('/api/v1/applications', {
      ...person,
      occupation: 'COURIER',
      platforms: [],
      employer: null,
      communityCode: '460203198004',
      stationCode: null,
      consentVersion: version,
      language: 'zh-CN',
      ...other,
    })
  }
}

async function token(credentials: Record<string, string>): Promise<string> {
  return (await post<{ accessToken: string }>('/api/v1/auth/token', credentials)).accessToken
}

function post<T>(path: string, body: unknown): Promise<T> {
  return call('POST', path, null, body)
}

async function call<T>(
  method: string,
  path: string,
  bearer: string | null = null,
  body?: unknown,
): Promise<T> {
  const answer = await fetch(stack().gateway + path, {
    method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}
