/** Who did something, as people call them; `t` knows the applicant and the rules. */
export function actorName(actor: string | null | undefined, t: (key: string) => string): string {
  if (!actor) return t('review.actor.unknown')
  if (actor === 'applicant' || actor === 'rules') return t(`review.actor.${actor}`)
  return actor.replace(/^staff:/, '')
}
