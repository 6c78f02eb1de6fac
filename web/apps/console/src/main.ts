import '@nuanxin/ui/tokens.css'
import './app.css'
import { announcePages } from '@nuanxin/ui'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './language'
import { router } from './router'
import { session } from './session'

void session.begin()
const { locale, t } = i18n.global
announcePages(router, locale, t, 'app.title')
createApp(App).use(i18n).use(router).mount('#app')
