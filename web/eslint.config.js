import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'
import prettier from 'eslint-config-prettier'

export default typescript.config(
  { ignores: ['**/dist/**', 'target/**', 'packages/api/src/schema.d.ts'] },
  ...typescript.configs.recommended,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: typescript.parser } } },
  {
    rules: {
      // Whatever a person typed is shown as text.
      'vue/no-v-html': 'error',
      'no-console': 'error',
      // TypeScript knows what exists.
      'no-undef': 'off',
    },
  },
  { files: ['*.mjs', '**/*.mjs'], rules: { 'no-console': 'off' } },
  prettier,
)
