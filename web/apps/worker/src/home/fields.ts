type Translate = (key: string) => string
type Exists = (key: string) => boolean

/** What a field of an application is called. */
export function fieldText(field: string, t: Translate, te: Exists): string {
  const label = field === 'communityCode' ? 'community' : field
  const key = [`apply.label.${label}`, `correct.field.${label}`].find((each) => te(each))
  return key === undefined ? field : t(key)
}
