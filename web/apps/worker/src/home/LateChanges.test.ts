import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentOf } from '../apply/correction'
import { forgetLate, keepLate, readLate } from '../apply/late'
import { i18n } from '../language'
import { press } from '../press.testing'
import { lookAtAffairs } from './affairs'
import type { Application, ApplicationBody } from './application'
import LateChanges from './LateChanges.vue'
import type { Standing } from './standing'

const FORM: ApplicationBody = {
  name: '王小明',
  idNumber: '11010519491231002X',
  phone: '+8613800138000',
  occupation: 'COURIER',
  platforms: [],
  employer: { name: '南风' },
  communityCode: '460203198005',
  stationCode: null,
  consentVersion: '2026-01',
  language: 'zh-CN',
}
const APPLICATION = { id: 'a-1', state: 'IN_REVIEW', union: { name: '快递工会' }, history: [] }

const real = globalThis.fetch
let form: () => Response
let pages: VueWrapper[] = []

beforeEach(async () => {
  i18n.global.locale.value = 'zh-CN'
  form = () => Response.json({ ...APPLICATION, form: FORM })
  globalThis.fetch = async (request) => {
    const { pathname } = new URL((request as Request).url)
    if (pathname.endsWith('/me/applications')) return Response.json({ items: [APPLICATION] })
    return pathname.endsWith('/a-1') ? form() : Response.json({}, { status: 404 })
  }
  await lookAtAffairs()
  await forgetLate('')
})
afterEach(() => {
  pages.forEach((page) => page.unmount())
  pages = []
  globalThis.fetch = real
})

async function shown(kind: 'review' | 'withdrawn' = 'review') {
  const application = APPLICATION as unknown as Application
  const standing: Standing = { kind, application }
  const page = mount(LateChanges, { props: { standing }, global: { plugins: [i18n] } })
  pages.push(page)
  await flushPromises()
  return page
}

async function typedLast(change: Partial<ReturnType<typeof contentOf>>): Promise<void> {
  const content = { ...contentOf(FORM, null), ...change }
  await keepLate('', { content, passed: ['platforms', 'employer'] }, null)
}

describe('what was changed after it was sent', () => {
  it('is told, with how it can still be changed', async () => {
    await typedLast({ name: '王大明', employer: '', idNumber: '110105199001011234' })
    const page = await shown()
    expect(page.findAll('dt, dd').map((each) => each.text())).toEqual([
      ...['姓名', '王大明'],
      ...['身份证号码', '1101＊＊＊＊＊＊＊＊＊＊＊＊34'],
      ...['用人单位', '没有单位'],
    ])
    expect(page.text()).toContain('请快递工会退回来')
  })

  it('is not told where it arrived, and then forgotten', async () => {
    await typedLast({})
    expect((await shown()).text()).toBe('')
    expect(await readLate('')).toBeNull()
  })

  it('is not told again once the person has seen it, and still there to apply anew', async () => {
    await typedLast({ name: '王大明' })
    await press(await shown(), '知道了')
    await flushPromises()
    expect((await shown('withdrawn')).text()).toBe('')
    expect((await readLate(''))?.content.name).toBe('王大明')
  })

  it('is not lost where it cannot be compared now', async () => {
    await typedLast({ name: '王大明' })
    form = () => Response.json({}, { status: 503 })
    const page = await shown()
    expect(page.text()).toContain('还没能核对')
    form = () => Response.json({ ...APPLICATION, form: FORM })
    await press(page, '再试一次')
    await flushPromises()
    expect(page.text()).toContain('王大明')
  })
})
