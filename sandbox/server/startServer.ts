import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'

type Handler = (request: Request) => Response | Promise<Response>

/** A port that cannot be had; the message is for people. */
export class PortError extends Error {
  override name = 'PortError'
}

export type ListeningServer = { close: () => Promise<void> }

/**
 * Puts a handler on the port of this machine's own addresses (IPv4, and IPv6 where there is one), so that
 * `localhost` reaches it however it is looked up. Throws `PortError` when somebody else has the port.
 */
export async function startServer(port: number, handler: Handler): Promise<ListeningServer> {
  const servers = [await listen('127.0.0.1', port, handler)]
  try {
    servers.push(await listen('::1', port, handler))
  } catch (error) {
    if (error instanceof PortError) {
      await Promise.all(servers.map(close))
      throw error
    }
    // This machine has no IPv6: nothing is missing then.
  }
  return { close: async () => void (await Promise.all(servers.map(close))) }
}

function listen(host: string, port: number, handler: Handler): Promise<Server> {
  const listener = getRequestListener(handler)
  const server = createServer((request, response) => void listener(request, response))
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)))
    server.listen(port, host, () => resolve(server))
  })
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new PortError(`Port ${port} is taken by another program. Stop it, or set API_PORT to a free port.`)
  }
  if (error.code === 'EACCES')
    return new PortError(`Port ${port} may not be used here. Set API_PORT to another one.`)
  return error
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
