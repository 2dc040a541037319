import { expect, it, vi } from 'vitest'
import type { User } from '../domain/auth.ts'
import type { SessionSource } from '../domain/source.ts'
import { disconnectWithAccount } from './disconnectWithAccount.ts'

it('ends a connection with the account that made it, and not with a change of its role', () => {
  const listeners: ((user: User | null, ended: boolean) => void)[] = []
  const user: User = { id: 'a', email: 'a@example.com', name: 'A', role: 'sub_admin' }
  const disconnect = vi.fn()
  const auth = {
    current: () => user,
    onChange: (listener: (typeof listeners)[number]) => {
      listeners.push(listener)
      return () => undefined
    },
  }
  disconnectWithAccount(auth, { connection: { disconnect } } as unknown as SessionSource)
  const become = (next: User | null) => listeners.forEach((listener) => listener(next, false))
  become({ ...user, role: 'admin' })
  expect(disconnect).not.toHaveBeenCalled()
  become({ ...user, id: 'b' })
  expect(disconnect).toHaveBeenCalledTimes(1)
  become(null)
  expect(disconnect).toHaveBeenCalledTimes(2)
})
