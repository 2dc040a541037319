import type { LoaderFunctionArgs } from 'react-router'
import { findSource, servicesContext } from '../../services.ts'

/** The loader of addresses that write: where a source is read only there are none. */
export function requireWriter({ context, params }: LoaderFunctionArgs): null {
  const source = findSource(context.get(servicesContext), params.source)
  if (source && !source.writer) throw new Response(null, { status: 404 })
  return null
}
