import { runStack } from './start.ts'

/** `npm run dev`: the same product with Vite's dev server and hot reload in the place of the built console. */
export function run(): Promise<number> {
  return runStack('dev')
}
