import type { Page } from '@playwright/test'

/** The id of the letter that is made up. */
export const LETTER = 'benefits.grants-member-0-7'

const letter = {
  id: LETTER,
  service: 'benefits-service',
  group: 'benefits.grants',
  memberId: '01kmadeup0000000000000000a',
  type: 'org.nuanxin.member.joined',
  eventId: '01kmadeup0000000000000000b',
  state: 'OPEN',
  cause: 'MalformedEvent: averyveryverylongword/thathasnospaceinit/andgoesonandon',
  attempts: 3,
  at: '2026-11-26T01:30:00Z',
  retryAt: null,
  resolvedAt: null,
}

/**
 * Answers with a dead letter that was made up: nothing that can be done through the stack's own doors
 * makes one, and one that was written into its topics would count as damage with other journeys.
 */
export async function withDeadLetter(page: Page): Promise<void> {
  await page.route('**/api/v1/ops/dead-letters?**', (route) =>
    route.fulfill({ json: { items: [letter], next: null, partial: false, unavailable: [] } }),
  )
  await page.route(`**/api/v1/ops/dead-letters/${LETTER}`, (route) =>
    route.fulfill({
      json: {
        ...letter,
        topic: 'nuanxin.member',
        partition: 0,
        offset: 7,
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
        sequence: 1,
        time: '2026-11-26T01:29:59Z',
        payload: { memberId: letter.memberId, name: '•••', platforms: ['•••'], joinedAt: null },
      },
    }),
  )
  await page.route(`**/api/v1/ops/dead-letters/${LETTER}/dry-run`, (route) =>
    route.fulfill({ json: { runs: true, why: 'READY', behind: null, following: 2 } }),
  )
}
