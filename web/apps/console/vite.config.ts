import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { compressed } from '../../compress'

const gateway = process.env.NUANXIN_GATEWAY ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/console/',
  plugins: [vue(), compressed()],
  build: {
    target: 'es2022',
    // Inline data would need more of the content security policy than it should allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': gateway } },
})
