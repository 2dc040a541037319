import { RouterContextProvider } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import { expect, it } from 'vitest'
import type { SessionSource } from '../../domain/source.ts'
import { servicesContext } from '../../services.ts'
import type { Services } from '../../services.ts'
import { requireWriter } from './requireWriter.ts'

function open(source: string) {
  const sources = [
    { id: 'written', writer: {} },
    { id: 'read', writer: null },
  ] as unknown as SessionSource[]
  const context = new RouterContextProvider()
  context.set(servicesContext, { sources } as Partial<Services> as Services)
  return () => requireWriter({ context, params: { source } } as unknown as LoaderFunctionArgs)
}

it('an address that writes is there for a source that is written to, and not found for one that is only read', () => {
  expect(open('written')()).toBeNull()
  expect(open('read')).toThrow(expect.objectContaining({ status: 404 }) as Error)
})
