import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    environment: 'happy-dom',
    include: ['{apps,packages}/**/*.test.ts'],
    // Two cores, and Maven has other work beside.
    maxWorkers: 1,
    // Tests share one document; making one for each file took longer than all tests.
    isolate: false,
  },
})
