import { describe, expect, it } from 'vitest'
import { router } from '../router'
import { destinationOf } from './destination'

describe('after signing in', () => {
  it.each(['/', '/wallet', '/apply/check', '/correct/a-1', '/stations/s-1', '/stations?open=1'])(
    'somebody goes where they were about to go: %s',
    (wanted) => {
      expect(destinationOf(wanted, router)).toBe(wanted)
    },
  )

  it.each([
    undefined,
    ['/wallet', '/me'],
    '',
    'wallet',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/console/',
    '/console/members',
    '/api/v1/me',
    '/nowhere',
    '/sign-in',
    '/sign-in?to=/sign-in',
  ])('nobody is led out of the app by %s', (wanted) => {
    expect(destinationOf(wanted, router)).toBe('/')
  })
})
