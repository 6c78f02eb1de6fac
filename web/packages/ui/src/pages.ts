import { nextTick, type Ref, watch } from 'vue'
import type { Router } from 'vue-router'

/**
 * Makes every change of page one that a screen reader notices too: the window's title is the page's,
 * and the focus goes to its heading (WCAG 2.4.2, 2.4.3). A page's route names its title by
 * `meta.title`, a key of the words.
 *
 * @param app the app's own title, already in the person's language
 */
export function announcePages(
  router: Router,
  language: Ref<string>,
  t: (key: string) => string,
  app: string,
): void {
  const setTitle = () => {
    const title = router.currentRoute.value.meta.title
    document.title = typeof title === 'string' ? `${t(title)} · ${t(app)}` : t(app)
  }
  router.afterEach((to, from) => {
    setTitle()
    if (to.path === from.path) return
    // A detail beside its list is no other page: the focus stays where somebody works.
    if (to.meta.detailBeside === true && to.matched[0] === from.matched[0]) return
    void nextTick(() => focusHeading())
  })
  watch(language, setTitle)
}

/** Moves the focus to the page's heading, once it is there. */
export function focusHeading(tries = 20): void {
  const heading = document.querySelector<HTMLElement>('main h1')
  if (heading === null) {
    if (tries > 0) requestAnimationFrame(() => focusHeading(tries - 1))
    return
  }
  heading.tabIndex = -1
  heading.focus({ preventScroll: false })
}
