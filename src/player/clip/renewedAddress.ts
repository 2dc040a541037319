import { ClipFailure, readClipFailure } from './clipFailure.ts'

/** A film's address, and how a new one is had once it has expired. */
export type FilmAddress = { readonly address: string; readonly renew: () => Promise<string> }

/**
 * Does `work` with the address, and once more from its beginning with a new one where the host no longer accepts it.
 * `keep` is told the new one.
 */
export async function withRenewal<Result>(
  { address, renew }: FilmAddress,
  signal: AbortSignal,
  work: (address: string) => Promise<Result>,
  keep: (address: string) => void = () => undefined,
): Promise<Result> {
  try {
    return await work(address)
  } catch (error) {
    signal.throwIfAborted()
    if (readClipFailure(error).problem !== 'expired') throw error
  }
  const renewed = await renew().catch((cause: unknown) => {
    throw new ClipFailure('not-renewed', cause)
  })
  signal.throwIfAborted()
  keep(renewed)
  return work(renewed)
}
