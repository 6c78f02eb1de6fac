import { readFileSync } from 'node:fs'

interface Account {
  username: string
  password: string
  roles: string[]
}

/** Where everything of the running stack is, as it says itself in its local.json. */
export interface Stack {
  gateway: string
  sandbox: string
  accounts: Account[]
}

const FILE =
  process.env.NUANXIN_LOCAL_JSON ?? new URL('../../.nuanxin/local.json', import.meta.url).pathname

export function stack(): Stack {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Stack
}

/** The sample account of that user name. */
export function account(username: string): Account {
  const found = stack().accounts.find((each) => each.username === username)
  if (found === undefined) throw new Error(`the stack has no account ${username}`)
  return found
}
