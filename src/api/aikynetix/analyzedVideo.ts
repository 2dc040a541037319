import { AppError } from '../../domain/errors.ts'
import type { Session } from '../../domain/session.ts'
import type { AnalyzedVideo } from '../../domain/source.ts'
import type { Http } from '../http.ts'
import { asObject, field } from '../json.ts'
import { mediaAddress } from '../mediaAddress.ts'

/** Making a video answers when it is there, which may take minutes. */
const MAKING_PATIENCE_MS = 10 * 60_000

export function createAnalyzedVideo(http: Http, apiUrl: string): AnalyzedVideo {
  const path = (session: Session) =>
    `/session-management/sessions/${encodeURIComponent(session.id)}/analyzed-video/`

  const parse = (json: unknown): string => {
    const answer = asObject(json)
    const address = answer && mediaAddress(field(answer, 'analyzed_video_url'), apiUrl)
    if (!address) throw new AppError('unavailable')
    return address
  }

  const ask = (session: Session, options: { download?: boolean }, signal?: AbortSignal) =>
    http.send({
      method: 'GET',
      path: path(session),
      query: { ...analysisKind(session), ...options },
      timeoutMs: MAKING_PATIENCE_MS,
      signal,
      parse,
    })

  return {
    async make(session, signal) {
      try {
        return await http.send({
          method: 'POST',
          path: path(session),
          body: analysisKind(session),
          timeoutMs: MAKING_PATIENCE_MS,
          signal,
          parse,
        })
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        if (error.kind === 'already-done') return ask(session, {}, signal)
        // The API says 404 both for a missing session and for a failed job, and tells them apart by text.
        if (error.kind === 'not-found' && !/ not found/i.test(error.serverText ?? '')) {
          throw new AppError('job-failed', { serverText: error.serverText, cause: error })
        }
        throw error
      }
    },

    renew: (session, signal) => ask(session, {}, signal),

    async download(session, onProgress, signal) {
      return http.download(await ask(session, { download: true }, signal), onProgress, signal)
    },
  }
}

/** Which analysis to run; the API takes two flags and means the running analysis without either. */
function analysisKind(session: Session): { is_jump?: true; is_weight?: true } {
  if (session.activity === 'Vertical Jump') return { is_jump: true }
  return session.activity === 'Weightlifting' ? { is_weight: true } : {}
}
