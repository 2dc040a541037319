import type { QueryClient } from '@tanstack/react-query'
import { createContext as createReactContext, use } from 'react'
import { createContext as createRouterContext, useParams } from 'react-router'
import type { Auth } from './domain/auth.ts'
import type { SourceId } from './domain/session.ts'
import type { SessionSource } from './domain/source.ts'

/** What the console is made of; put together once, in `app/createServices.ts`. */
export type Services = {
  auth: Auth
  /** At least one; the first is the one `/` leads to. */
  sources: readonly SessionSource[]
  /** Those that are switched off on this device: nothing of them is shown or asked. */
  hidden?: readonly SessionSource[]
  queryClient: QueryClient
}

/** How loaders reach the services. */
export const servicesContext = createRouterContext<Services>()

/** How components reach the services. */
export const ServicesContext = createReactContext<Services | null>(null)

export function useServices(): Services {
  const services = use(ServicesContext)
  if (!services) throw new Error('useServices needs a ServicesContext around it')
  return services
}

export const findSource = (services: Services, id: SourceId | undefined): SessionSource | undefined =>
  services.sources.find((source) => source.id === id)

/** The one `/` leads to. */
export const homeSource = ({ sources }: Services): SessionSource | undefined => sources[0]

/** The source that the address names; routes with `:source` are only shown when there is one. */
export function useSource(): SessionSource {
  const source = findSource(useServices(), useParams().source)
  if (!source) throw new Error('useSource needs an address that names a source')
  return source
}
