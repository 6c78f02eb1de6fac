import { stack } from './stack'

/** Somebody nobody has seen before; synthetic. */
export interface Somebody {
  name: string
  phone: string
  idNumber: string
}

const SURNAMES = '陈王林符吴黎李周张羊'
const GIVEN = '海生 阿妹 志强 小燕 亚龙 春桃 大勇 美兰'.split(' ')

export function somebody(): Somebody {
  const day = 1 + random(28)
  const month = 1 + random(12)
  const year = 1970 + random(33)
  const number =
    '460203' + year + String(month).padStart(2, '0') + String(day).padStart(2, '0') + digits(3)
  return {
    name: SURNAMES[random(SURNAMES.length)]! + GIVEN[random(GIVEN.length)]!,
    phone: '139' + digits(8),
    idNumber: number + checkDigit(number),
  }
}

/** The newest one-time code that a phone received, as its owner reads it. */
export async function newestCode(phone: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${stack().sandbox}/sms?phone=${encodeURIComponent('+86' + phone)}`)
    const { items } = (await answer.json()) as { items: { params: { code?: string } }[] }
    const code = items.map((each) => each.params.code).find(Boolean)
    if (code !== undefined) return code
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no one-time code came')
}

/** GB 11643-1999. */
function checkDigit(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, i) => all + weight * Number(number[i]), 0)
  return '10X98765432'[sum % 11]!
}

function digits(count: number): string {
  return Array.from({ length: count }, () => random(10)).join('')
}

function random(below: number): number {
  return Math.floor(Math.random() * below)
}
