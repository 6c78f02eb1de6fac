import '@nuanxin/ui/tokens.css'
import './app.css'
import { announcePages } from '@nuanxin/ui'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './language'
import { fetchPage, router } from './router'
import { session } from './session'
import { applyTextSize } from './textSize'
import { update } from './update/update'

applyTextSize()
// Beside each other: on a slow network each is a round trip of its own.
fetchPage(location.pathname)
void session.begin()
const { locale, t } = i18n.global
announcePages(router, locale, t, 'app.title')
createApp(App).use(i18n).use(router).mount('#app')
// Not before the page is there, so that it does not wait for what it needs only next time; and there
// is no service worker in development.
if (import.meta.env.PROD) {
  void update.begin(() => /^\/(apply|correct)/.test(router.currentRoute.value.path))
}
