import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A refusal in the API's words; every answer of 4xx and 5xx is one of these. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: ContentfulStatusCode
  readonly code: string

  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const badRequest = (message: string, code = 'INVALID_REQUEST') => new ApiError(400, code, message)
export const unauthorized = (message: string) => new ApiError(401, 'UNAUTHORIZED', message)
export const notAnAdmin = () =>
  new ApiError(403, 'ADMIN_REQUIRED', 'You must be an admin to access this data.')
export const accessDenied = () => new ApiError(403, 'ACCESS_DENIED', 'Access denied.')
export const noPlan = () => new ApiError(403, 'NO_PAYMENT_PLAN', 'User does not have a valid payment plan')
export const unknownPlan = () => new ApiError(403, 'UNSUPPORTED_PLAN', 'Payment plan not supported.')
export const noSuchSession = (id: string) => new ApiError(404, 'SESSION_NOT_FOUND', `Session ${id} not found`)
export const noComments = () => new ApiError(404, 'COMMENTS_NOT_FOUND', 'Comments not found')
export const noMatch = () => new ApiError(404, 'NO_SESSIONS', 'No sessions found for the given criteria.')
export const unexpected = (detail: string) =>
  new ApiError(500, 'UNEXPECTED_ERROR', `An unexpected error occurred: ${detail}`)

/** The body of a refusal: `error` for people, `error_code` for programs. */
export function errorBody({ message, code }: ApiError): { error: string; error_code: string } {
  return { error: message, error_code: code }
}
