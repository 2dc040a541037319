import { redirect } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import { paths } from '../paths.ts'
import { servicesContext } from '../services.ts'

/**
 * Lets signed-in accounts through and sends everybody else to sign in, from where they come back to the same
 * address with its query string. Waits until it is known, so that nobody sees the sign-in page flash by.
 */
export async function requireUser({ request, context }: LoaderFunctionArgs) {
  const user = await context.get(servicesContext).auth.ready()
  if (user) return null
  const { pathname, search } = new URL(request.url)
  throw redirect(paths.signIn(pathname + search))
}
