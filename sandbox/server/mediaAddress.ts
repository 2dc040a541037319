import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Organization } from '../store/schema.ts'

export type VideoKind = 'original' | 'analyzed'
export type VideoRequest = { sessionId: string; kind: VideoKind; download: boolean }

/** Makes and checks signed, expiring addresses of videos. Times are seconds since 1970. */
export type MediaAddresses = {
  /** An address that is good for `ttlSeconds` from now; a negative life makes one that has expired. */
  make: (video: VideoRequest, ttlSeconds?: number) => string
  /** What the two parameters of an address are worth. */
  check: (video: VideoRequest, expires: string, signature: string) => 'good' | 'forged' | 'expired'
}

/** The same addresses with the life that a test has set for an organisation, where it has. */
export function withLifeOf(
  organization: Pick<Organization, 'addressLife'>,
  addresses: MediaAddresses,
): MediaAddresses {
  const life = organization.addressLife ?? undefined
  return life === undefined
    ? addresses
    : { ...addresses, make: (video, ttlSeconds = life) => addresses.make(video, ttlSeconds) }
}

type Signing = { origin: string; secret: Buffer; ttlSeconds: number; now: () => number }

export function mediaAddresses({ origin, secret, ttlSeconds, now }: Signing): MediaAddresses {
  const sign = (video: VideoRequest, expires: string): Buffer =>
    createHmac('sha256', secret)
      .update(JSON.stringify([video.sessionId, video.kind, video.download, expires]))
      .digest()
  return {
    make(video, life = ttlSeconds) {
      const expires = String(Math.floor(now() / 1000) + life)
      const parameters = new URLSearchParams({ expires, signature: sign(video, expires).toString('hex') })
      if (video.download) parameters.set('download', '1')
      return `${origin}/media/${encodeURIComponent(video.sessionId)}/${video.kind}.mp4?${parameters}`
    },
    check(video, expires, signature) {
      const expected = sign(video, expires)
      const given = Buffer.from(/^[0-9a-f]{64}$/.test(signature) ? signature : '', 'hex')
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged'
      return Number(expires) > now() / 1000 ? 'good' : 'expired'
    },
  }
}
