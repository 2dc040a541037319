import { sql } from 'drizzle-orm'
import {
  customType,
  date,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  boolean,
} from 'drizzle-orm/pg-core'

/** Ids are compared byte by byte, whatever the database's own collation. */
const bytewiseText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

export const ACTIVITIES = ['Running', 'Weightlifting', 'Vertical Jump', 'Mobility Assessment'] as const
export const STATUSES = ['queued', 'processing', 'completed', 'failed'] as const
/** Sample films of runs besides the usual one. */
export const OTHER_FILMS = ['variable', 'faster', 'sound'] as const
export const FAULTS = [
  'update fails',
  'changed while you edit',
  'delete fails',
  'analysis fails',
  'video is not a video',
  'video address always expired',
  'series are broken',
  'unreadable record',
] as const

export type Activity = (typeof ACTIVITIES)[number]
export type Status = (typeof STATUSES)[number]
/** What goes wrong with a session on purpose; its title says the same after `Fault: `. */
export type Fault = (typeof FAULTS)[number]
/** Values as the API sends them: numbers per segment, single numbers, text, and what nobody has documented. */
export type JsonObject = Record<string, unknown>

export const organizations = pgTable('organizations', {
  id: bytewiseText('id').primaryKey(),
  name: text('name').notNull(),
  plan: text('plan'),
  /** Kept by trigger, so that the unfiltered total is never counted. */
  sessionTotal: integer('session_total').notNull().default(0),
  /** Made by the control routes for one test, which may also remove it. */
  temporary: boolean('temporary').notNull().default(false),
  /** Life of its signed video addresses in seconds where a test has set one. */
  addressLife: integer('address_life'),
})

const organizationId = () =>
  bytewiseText('organization_id')
    .notNull()
    .references(() => organizations.id, { onDelete: 'cascade' })

export const admins = pgTable(
  'admins',
  {
    uid: bytewiseText('uid').primaryKey(),
    organizationId: organizationId(),
    email: text('email').notNull(),
    displayName: text('display_name').notNull(),
    role: text('role', { enum: ['admin', 'sub_admin'] }).notNull(),
    status: text('status').notNull().default('active'),
  },
  (t) => [index('admins_of_organization').on(t.organizationId)],
)

export const athletes = pgTable(
  'athletes',
  {
    uid: bytewiseText('uid').primaryKey(),
    organizationId: organizationId(),
    displayName: text('display_name').notNull(),
    email: text('email').notNull(),
    phone: text('phone'),
    createdAt: timestamp('created_at', { mode: 'string', precision: 0 }).notNull(),
  },
  (t) => [index('athletes_of_organization').on(t.organizationId)],
)

export const sessions = pgTable(
  'sessions',
  {
    id: bytewiseText('id').primaryKey(),
    organizationId: organizationId(),
    /** Wall clock of the recording, whole minutes, no zone. */
    createdAt: timestamp('created_at', { mode: 'string', precision: 0 }).notNull(),
    title: text('title').notNull(),
    activity: text('activity', { enum: ACTIVITIES }).notNull(),
    exercise: text('exercise'),
    userId: bytewiseText('user_id').notNull(),
    userName: text('user_name').notNull(),
    userStatus: text('user_status'),
    uploadedBy: bytewiseText('uploaded_by').notNull(),
    status: text('status', { enum: STATUSES }).notNull(),
    segments: integer('segments').notNull(),
    analyzed: boolean('analyzed').notNull(),
    metrics: json('metrics').$type<JsonObject>(),
    reportComments: json('report_comments').$type<JsonObject>(),
    /** Fields that no document names, sent along as they are. */
    otherFields: json('other_fields').$type<JsonObject>(),
    fault: text('fault', { enum: FAULTS }),
    /** The sample film to show where it is not the activity's own; of a run, which has the same series. */
    film: text('film', { enum: OTHER_FILMS }),
    /** For `changed while you edit`: 0 not read since the last save, 1 read, 2 changed by somebody else. */
    readsSinceSave: smallint('reads_since_save').notNull().default(0),
  },
  (t) => {
    // A function, since drizzle resets the order of a column object that two indexes share.
    const newestFirst = () => [t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()] as const
    return [
      index('sessions_newest').on(t.organizationId, ...newestFirst()),
      index('sessions_by_activity_status').on(t.organizationId, t.activity, t.status, ...newestFirst()),
      index('sessions_by_status').on(t.organizationId, t.status, ...newestFirst()),
      index('sessions_by_athlete').on(t.organizationId, t.userId, ...newestFirst()),
      index('sessions_by_uploader').on(t.organizationId, t.uploadedBy, ...newestFirst()),
      index('sessions_by_title').using('gin', sql`${t.title} gin_trgm_ops`),
    ]
  },
)

/** How many sessions share a day, activity, status and uploader; kept by trigger, summed for `query_count`. */
export const sessionTotals = pgTable(
  'session_totals',
  {
    organizationId: organizationId(),
    day: date('day', { mode: 'string' }).notNull(),
    activity: text('activity', { enum: ACTIVITIES }).notNull(),
    status: text('status', { enum: STATUSES }).notNull(),
    uploadedBy: bytewiseText('uploaded_by').notNull(),
    total: integer('total').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.day, t.activity, t.status, t.uploadedBy] })],
)

/** How many sessions share a title; kept by trigger, so that a search counts titles and not sessions. */
export const titleTotals = pgTable(
  'title_totals',
  {
    organizationId: organizationId(),
    title: text('title').notNull(),
    total: integer('total').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.title] })],
)

/** An analysis that somebody asked for and that has not ended yet; a restart goes on with it. */
export const analysisJobs = pgTable('analysis_jobs', {
  sessionId: bytewiseText('session_id')
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  state: text('state', { enum: ['queued', 'processing'] }).notNull(),
})

/** What is known about the folder itself: `sessions`, the number it was seeded with. */
export const sandboxFacts = pgTable('sandbox_facts', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
})

export type SessionRow = typeof sessions.$inferSelect
export type NewSession = Omit<typeof sessions.$inferInsert, 'organizationId' | 'readsSinceSave'>
export type Organization = typeof organizations.$inferSelect
export type AdminRow = typeof admins.$inferSelect
export type AthleteRow = typeof athletes.$inferSelect
