import { describe, expectTypeOf, it } from 'vitest'
import type { Told } from './told'

/** As the generated types are: everything may be missing. */
interface Loose {
  id?: string
  state?: 'OPEN' | 'DONE'
  at?: string
  union?: { name?: string }
  steps?: { fields?: string[] }[]
}

describe('what the server tells', () => {
  it('is all there, however deep', () => {
    expectTypeOf<Told<Loose>['state']>().toEqualTypeOf<'OPEN' | 'DONE'>()
    expectTypeOf<Told<Loose>['union']>().toEqualTypeOf<{ name: string }>()
    expectTypeOf<Told<Loose>['steps'][number]['fields']>().toEqualTypeOf<string[]>()
  })

  it('is null only where that is said', () => {
    expectTypeOf<Told<Loose, 'at'>['at']>().toEqualTypeOf<string | null>()
    expectTypeOf<Told<Loose, 'at'>['id']>().toEqualTypeOf<string>()
  })

  it('is what is known better than the document does', () => {
    type Better = Told<Loose, never, { union: null; extra: boolean }>
    expectTypeOf<Better['union']>().toEqualTypeOf<null>()
    expectTypeOf<Better['extra']>().toEqualTypeOf<boolean>()
  })
})
