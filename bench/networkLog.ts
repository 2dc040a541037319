import { setTimeout as delay } from 'node:timers/promises'
import type { CDPSession } from '@playwright/test'

export type LoggedRequest = { method: string; url: string }

export type NetworkLog = {
  /** The requests since the last call, in the order they were sent. */
  take: () => LoggedRequest[]
  /** Resolves when nothing has been asked for or been under way for `ms`; videos, which stream on, do not count. */
  quiet: (ms: number) => Promise<void>
}

const PAUSE_MS = 50
const LONGEST_WAIT_MS = 60_000

/** Keeps a log of what a tab asks for. The tab's `Network` domain has to be enabled. */
export function watchNetwork(cdp: CDPSession): NetworkLog {
  const pending = new Map<string, string>()
  let requests: LoggedRequest[] = []
  let changed = Date.now()
  cdp.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    requests.push({ method: request.method, url: request.url })
    changed = Date.now()
    if (type !== 'Media') pending.set(requestId, request.url)
  })
  const end = ({ requestId }: { requestId: string }): void => {
    if (pending.delete(requestId)) changed = Date.now()
  }
  cdp.on('Network.loadingFinished', end)
  cdp.on('Network.loadingFailed', end)
  return {
    take() {
      const taken = requests
      requests = []
      return taken
    },
    async quiet(ms) {
      const limit = Date.now() + LONGEST_WAIT_MS
      while (pending.size > 0 || Date.now() - changed < ms) {
        if (Date.now() > limit)
          throw new Error(`Requests without an end: ${[...pending.values()].join(', ')}`)
        await delay(PAUSE_MS)
      }
    },
  }
}

export type RequestCount = { reads: number; writes: number; preflights: number }

/** Requests to the API: videos and sign-in are other services. `POST` to by-ids only reads. */
export function countRequests(requests: readonly LoggedRequest[], apiUrl: string): RequestCount {
  const asked = requests.filter(
    ({ url }) => url.startsWith(`${apiUrl}/`) && !url.startsWith(`${apiUrl}/media/`),
  )
  const preflights = asked.filter(({ method }) => method === 'OPTIONS').length
  const writes = asked.filter(({ method }) => method === 'PUT' || method === 'DELETE').length
  return { reads: asked.length - preflights - writes, writes, preflights }
}
