import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import { methodNotAllowed } from 'hono/method-not-allowed'
import type { Database } from '../store/database.ts'
import { valorControlRoutes } from '../valor/controlRoutes.ts'
import type { Valor } from '../valor/valor.ts'
import { activityRoutes, type SeriesOf } from './activityRoutes.ts'
import type { AnalysisJobs } from './analysisJobs.ts'
import { signedInAdmin } from './caller.ts'
import { commentRoutes } from './commentRoutes.ts'
import { controlRoutes, type AccountDirectory } from './controlRoutes.ts'
import { ApiError, errorBody, unexpected } from './errors.ts'
import type { MediaAddresses } from './mediaAddress.ts'
import { mediaRoutes } from './mediaRoutes.ts'
import { peopleRoutes } from './peopleRoutes.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import type { VerifyToken } from './tokens.ts'
import { videoRoutes } from './videoRoutes.ts'

export type AppParts = {
  database: Database
  verifyToken: VerifyToken
  addresses: MediaAddresses
  jobs: AnalysisJobs
  series: SeriesOf
  /** Folder of the sample videos, `<kind>-<original|analyzed>.mp4`. */
  mediaFolder: string
  /** The only origin whose scripts may read answers. */
  consoleOrigin: string
  /** Where the control routes make accounts; null leaves those routes out. */
  accounts: AccountDirectory | null
  /** The second API, which answers and refuses in words of its own. */
  valor: Valor
}

const LARGEST_BODY = 1_000_000
const PREFLIGHT_SECONDS = 7200

/** The whole API as one handler, `app.fetch(request)`: no port, no state of its own. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono()
  app.onError((error, c) => {
    const refusal = error instanceof ApiError ? error : unexpected(detailOf(error))
    return c.json(errorBody(refusal), refusal.status)
  })
  app.notFound((c) =>
    c.json(errorBody(new ApiError(404, 'NOT_FOUND', 'There is nothing at this address.')), 404),
  )
  app.use(
    cors({
      origin: parts.consoleOrigin,
      allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      allowHeaders: [
        'Authorization',
        'Content-Type',
        'Range',
        'If-Range',
        'If-None-Match',
        'X-Continuation-Token',
        'X-Amz-Target',
      ],
      exposeHeaders: ['Retry-After', 'Content-Length', 'Content-Disposition', 'ETag', 'Content-Range'],
      maxAge: PREFLIGHT_SECONDS,
    }),
  )
  // As a host would; videos are left as they are.
  app.use(compress())
  app.route('/valor', parts.valor.routes)
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed(c, methods) {
        const refusal = new ApiError(
          405,
          'METHOD_NOT_ALLOWED',
          `This address takes ${methods.join(', ')} only.`,
        )
        return c.json(errorBody(refusal), 405, { Allow: methods.join(', ') })
      },
    }),
  )
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: () => refuseBody() }))

  app.route('/media', mediaRoutes({ ...parts, folder: parts.mediaFolder }))
  if (parts.accounts) app.route('/sandbox', controlRoutes({ ...parts, accounts: parts.accounts }))
  if (parts.accounts) app.route('/sandbox/valor', valorControlRoutes(parts.valor.accounts))
  app.route('/', signedInRoutes(parts))
  return app
}

/** Everything that needs a token; addresses outside of it are unknown with and without one. */
function signedInRoutes(parts: AppParts): Hono {
  const routes = new Hono()
  const guard = signedInAdmin(parts.database, parts.verifyToken)
  for (const area of [
    '/session-management/*',
    '/client-management/*',
    '/admin-management/*',
    '/user-management/*',
  ]) {
    routes.use(area, guard)
  }
  for (const area of ['/running/*', '/jumping/*', '/weightlifting/*', '/mobility-assessment/*'])
    routes.use(area, guard)
  routes.route('/session-management', videoRoutes(parts))
  routes.route('/session-management', sessionRoutes(parts))
  routes.route('/', activityRoutes(parts))
  routes.route('/', commentRoutes(parts.database))
  routes.route('/', peopleRoutes(parts.database))
  return routes
}

function refuseBody(): never {
  throw new ApiError(
    413,
    'BODY_TOO_LARGE',
    `A request may have at most ${LARGEST_BODY.toLocaleString('en')} bytes.`,
  )
}

/** The cause names what is wrong with the database; the query around it would only hide that. */
function detailOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message
}
