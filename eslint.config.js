import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** One rule of the layers: files in `folders` must not import what `ban` matches; the message says what to do. */
const layer = (name, files, bans) => ({
  name: `layers/${name}`,
  files,
  ignores: ['src/**/*.test.{ts,tsx}'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [...bans, ...EVERYWHERE].map(({ group, message }) => ({ group, message })) },
    ],
  },
})

const REACT = {
  group: [
    'react',
    'react/*',
    'react-dom',
    'react-dom/*',
    '@mui/*',
    '@tanstack/*',
    'react-router',
    'react-router/*',
  ],
  message: 'Plain TypeScript here. Move what needs React to features/ or ui/.',
}
const API = {
  group: ['**/api/**', '**/api/*'],
  message: 'Only app/createServices.ts names adapters. Ask the SessionSource port from domain/source.ts.',
}
const FEATURES = {
  group: ['**/features/**'],
  message: 'Features do not know each other. Share through queries/, ui/, lib/ or domain/.',
}
const APP = {
  group: ['**/app/**', '**/app/*'],
  message: 'app/ composes the rest; nothing imports it but main.tsx.',
}
const OURS = {
  group: ['../*', '../**', '@/**'],
  message: 'domain/ imports nothing of ours. Pass it in, or move the code to the layer that knows it.',
}
const SANDBOX = {
  group: ['**/sandbox/**'],
  message: 'src and sandbox share no code, so that a wrong mapping cannot agree with itself.',
}
const FIREBASE = {
  group: ['firebase', 'firebase/*'],
  message: 'Firebase is behind domain/auth.ts; only auth/firebaseAuth.ts imports it.',
}
const upper = (names) => ({
  group: names.flatMap((name) => [`**/${name}/**`, `../${name}/*`]),
  message: `A lower layer cannot know ${names.join(', ')}. Pass what is needed as a prop or a parameter.`,
})
const EVERYWHERE = [SANDBOX]

export default tseslint.config(
  {
    ignores: ['dist', '.sandbox*', 'node_modules', 'test-results', 'playwright-report', 'sandbox/migrations'],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'lib', name: 'Response' }] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-deprecated': 'warn',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that one thing has one name.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Everything from the API is text.',
        },
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  { files: ['*.config.{js,ts}'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    name: 'only api/http.ts calls fetch',
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/api/http.ts', 'src/**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only api/http.ts calls fetch: it knows tokens, errors and patience.' },
      ],
    },
  },
  layer('domain', ['src/domain/**'], [OURS, REACT, FIREBASE]),
  layer(
    'api',
    ['src/api/**'],
    [REACT, FIREBASE, FEATURES, APP, upper(['auth', 'queries', 'player', 'ui', 'lib'])],
  ),
  layer('auth', ['src/auth/**'], [API, FEATURES, APP]),
  layer(
    'queries',
    ['src/queries/**'],
    [API, FIREBASE, FEATURES, APP, upper(['auth', 'player', 'ui', 'lib'])],
  ),
  layer('ui', ['src/ui/**'], [API, FIREBASE, FEATURES, APP, upper(['auth', 'player', 'queries', 'lib'])]),
  layer('lib', ['src/lib/**'], [API, FIREBASE, FEATURES, APP, upper(['auth', 'player', 'queries', 'ui'])]),
  layer('player', ['src/player/**'], [API, FIREBASE, FEATURES, APP, upper(['auth', 'queries'])]),
  layer(
    'features',
    ['src/features/*/*'],
    [API, FIREBASE, APP, { group: ['../*/**', '!../../**'], message: FEATURES.message }],
  ),
  layer(
    'folders of features',
    ['src/features/*/*/**'],
    [API, FIREBASE, APP, { group: ['../../*/**', '!../../../**'], message: FEATURES.message }],
  ),
  layer('app', ['src/app/**', 'src/main.tsx'], [FIREBASE, API]),
  {
    files: ['src/app/createServices.ts', 'src/auth/firebaseAuth.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    name: 'layers/sandbox',
    files: ['sandbox/**/*.ts', 'bench/**/*.ts', 'e2e/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/src/**'],
              message: 'sandbox and src share no code, so that a wrong mapping cannot agree with itself.',
            },
          ],
        },
      ],
    },
  },
)
