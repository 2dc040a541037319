/**
 * Everything about this API that its documentation does not say and that the console therefore assumes.
 * A site whose server differs changes it here.
 */
export const assumptions = {
  /** Documented: method and body. Assumed: the path. */
  byIdsPath: '/session-management/sessions/by-ids/',
  mobilityPath: '/mobility-assessment/sessions',
  /** Name of the filter for the account that uploaded the video. */
  uploaderParameter: 'uploaded_by',
  statusParameter: 'status',
  uploaderField: 'uploaded_by',
  statusField: 'status',
  /** Largest `limit` the filter accepts. */
  largestLimit: 1_000,
} as const
