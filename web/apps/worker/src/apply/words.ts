type Translate = (key: string) => string
type Exists = (key: string) => boolean

/** What to tell a person about a wrong field, in its own words where it has some. */
export function wrongText(field: string, code: string, t: Translate, te: Exists): string {
  const keys = [`apply.wrong.${field}.${code}`, `apply.wrong.${code}`]
  return t(keys.find((key) => te(key)) ?? 'apply.wrong.other')
}

/** The day that it is where the workers are, as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)
}

/** The name of a district by its code; the code where there is no name. */
export function districtText(code: string, t: Translate, te: Exists): string {
  const key = `apply.community.district.${code}`
  return te(key) ? t(key) : code
}

/** The language that a text of somebody else's is written in, for those who have it read out. */
export function languageOf(text: string): 'zh-CN' | 'en' {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en'
}
