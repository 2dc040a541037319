import { createServer } from 'node:net'
import { CommandError } from './processes.ts'
import type { SandboxSettings } from '../settings.ts'

// A server on any of these addresses would answer in the place of ours when a browser asks localhost.
const ADDRESSES = ['127.0.0.1', '::1', '0.0.0.0']

/** Rejects with a `CommandError` that names each taken port, what it is for and how to move it. */
export async function requireFreePorts(settings: SandboxSettings): Promise<void> {
  const wanted = [
    { port: settings.webPort, purpose: 'the page', variable: 'WEB_PORT' },
    { port: settings.apiPort, purpose: 'the sandbox API', variable: 'API_PORT' },
    { port: settings.authPort, purpose: 'the sign-in emulator', variable: 'AUTH_PORT' },
  ]
  const problems: string[] = []
  for (const { port, purpose, variable } of wanted) {
    const state = await portState(port)
    if (state === 'taken') {
      problems.push(`Port ${port} (${purpose}) is taken by another program; ${variable}=<port> moves it.`)
    } else if (state === 'forbidden') {
      problems.push(`Port ${port} (${purpose}) may not be opened by this user; ${variable}=<port> moves it.`)
    }
  }
  if (problems.length > 0) throw new CommandError(problems.join('\n'))
}

/** Ports that nobody listens on, all different: each is held until the last is found. */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  try {
    return await Promise.all(servers.map((server) => listen(server, '127.0.0.1', 0)))
  } finally {
    await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))))
  }
}

async function portState(port: number): Promise<'free' | 'taken' | 'forbidden'> {
  for (const address of ADDRESSES) {
    const server = createServer()
    try {
      await listen(server, address, port)
      await new Promise((closed) => server.close(closed))
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EADDRINUSE') return 'taken'
      if (code === 'EACCES') return 'forbidden'
      // A machine without IPv6 has no such address to listen on.
    }
  }
  return 'free'
}

function listen(server: ReturnType<typeof createServer>, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
