import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { destinationOf } from './destination'

const page = { render: () => null }
const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/review/:id?', component: page, meta: { title: '', area: 'review' } },
    { path: '/flow', component: page, meta: { title: '', area: 'flow' } },
    { path: '/:rest(.*)*', component: page, meta: { title: '' } },
  ],
})

describe('after signing in', () => {
  it('somebody goes where they were about to go, filters and all', () => {
    expect(destinationOf('/review/a-1?due=today', ['REVIEWER'], router)).toBe(
      '/review/a-1?due=today',
    )
  })

  it('somebody else on the same machine begins at their own beginning', () => {
    expect(destinationOf('/flow', ['REVIEWER'], router)).toBe('/')
  })

  it.each([undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/nowhere'])(
    'nobody is led out of the console by %s',
    (wanted) => {
      expect(destinationOf(wanted, ['REVIEWER'], router)).toBe('/')
    },
  )
})
