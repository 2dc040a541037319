import type { Session } from '../domain/session.ts'

/** A run as sound records are, with what a test says differently. */
export function makeSession(differently: Partial<Session> = {}): Session {
  return {
    source: 'memory',
    id: 's1',
    recordedAt: '2026-11-15T16:39',
    title: 'Tempo run',
    activity: 'Running',
    exercise: null,
    athlete: { id: 'a1', name: 'A. Sørli' },
    uploadedBy: 'u1',
    status: 'completed',
    segments: 6,
    duration: null,
    assessment: null,
    videoUrl: null,
    analyzedVideoUrl: null,
    metrics: [],
    comments: [],
    extra: {},
    unreadable: [],
    ...differently,
  }
}
