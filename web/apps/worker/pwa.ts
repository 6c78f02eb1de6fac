import type { PluginOption } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const ANSWER_SECONDS = 4
const KEPT_SECONDS = 30 * 86_400

/**
 * Makes the app one that can be installed and opens without network: all of its own files are kept
 * by a service worker, which asks before it takes over (see src/update). Stations are kept by the
 * pages themselves, which say how old they are (see src/stations/snapshot.ts).
 */
export function installable(): PluginOption {
  return VitePWA({
    registerType: 'prompt',
    // Registered by a module of ours: no inline script.
    injectRegister: false,
    includeManifestIcons: false,
    manifest: {
      id: '/',
      name: '暖新 · 三亚新就业形态劳动者之家',
      short_name: '暖新',
      description: '加入工会，领取保险、体检和礼包，找驿站歇脚。',
      lang: 'zh-CN',
      dir: 'ltr',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#f6f4f1',
      theme_color: '#b3261e',
      categories: ['lifestyle', 'utilities'],
      icons: [
        { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        {
          src: '/icons/maskable-192.png',
          sizes: '192x192',
          type: 'image/png',
          purpose: 'maskable',
        },
        {
          src: '/icons/maskable-512.png',
          sizes: '512x512',
          type: 'image/png',
          purpose: 'maskable',
        },
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ],
      shortcuts: [
        { name: '驿站', url: '/stations' },
        { name: '卡包', url: '/wallet' },
      ],
    },
    workbox: {
      globPatterns: ['index.html', 'icon.svg', 'assets/**/*.{js,css,png,svg,json,woff2}'],
      inlineWorkboxRuntime: true,
      sourcemap: false,
      // Their names change with what is in them.
      dontCacheBustURLsMatching: /^assets\/.*-[\w-]{8,}\./,
      cleanupOutdatedCaches: true,
      clientsClaim: false,
      skipWaiting: false,
      navigateFallback: '/index.html',
      // The console is an app of its own, and what has a dot is a file.
      navigateFallbackDenylist: [
        /^\/(console|api|openapi|oauth2|\.well-known|actuator|internal|v3)(\/|$)/,
        /\.[^/]+$/,
      ],
      runtimeCaching: [
        {
          // The same for everybody. Nothing else below /api is ever kept: it is somebody's.
          // (Written out, for the function alone goes into the service worker.)
          urlPattern: ({ url, sameOrigin, request }) =>
            sameOrigin &&
            request.method === 'GET' &&
            /^\/api\/v1\/(communities|consents\/current)$/.test(url.pathname),
          handler: 'NetworkFirst',
          options: {
            cacheName: 'nuanxin-public',
            networkTimeoutSeconds: ANSWER_SECONDS,
            expiration: { maxEntries: 40, maxAgeSeconds: KEPT_SECONDS },
            cacheableResponse: { statuses: [200] },
          },
        },
      ],
    },
  })
}
