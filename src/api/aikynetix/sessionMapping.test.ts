import { describe, expect, it } from 'vitest'
import { mapSession, newestFirst } from './sessionMapping.ts'

const SETTINGS = { source: 'aikynetix', apiUrl: 'https://api.example' }

const RECORD = {
  created_at: { date: '15/11/2026', time: '04:39 PM' },
  title: 'Tempo run, block 3',
  activity: 'Running',
  user_id: 'athlete-1',
  user_name: 'Ane Sørli',
  segments: 2,
  status: 'completed',
  uploaded_by: 'coach-1',
  video_url: 'https://videos.example/original.mp4',
  analyzed_video_url: 'https://videos.example/analyzed.mp4',
  metrics: { speed: [4.21, 4.3], footstrike: 'heel' },
  report_comments: { text_summary: { en: 'Good', ru: 'Хорошо' }, power: 'Plain' },
  camera: { model: 'X1' },
}

const map = (json: unknown) => mapSession('id-1', json, SETTINGS)

describe('a record of the API', () => {
  it('becomes a session, with what is not known kept aside', () => {
    expect(map(RECORD)).toEqual({
      source: 'aikynetix',
      id: 'id-1',
      recordedAt: '2026-11-15T16:39',
      title: 'Tempo run, block 3',
      activity: 'Running',
      duration: null,
      assessment: null,
      exercise: null,
      athlete: { id: 'athlete-1', name: 'Ane Sørli' },
      uploadedBy: 'coach-1',
      status: 'completed',
      segments: 2,
      videoUrl: 'https://videos.example/original.mp4',
      analyzedVideoUrl: 'https://videos.example/analyzed.mp4',
      metrics: [
        { name: 'speed', value: { kind: 'perSegment', values: [4.21, 4.3] } },
        { name: 'footstrike', value: { kind: 'text', text: 'heel' } },
      ],
      comments: [
        { key: 'text_summary', text: { en: 'Good', ru: 'Хорошо' } },
        { key: 'power', text: { '': 'Plain' } },
      ],
      extra: { camera: { model: 'X1' } },
      unreadable: [],
    })
  })

  it('says which fields could not be read and keeps the others', () => {
    const session = map({ ...RECORD, created_at: 42, title: null })
    expect(session.unreadable).toEqual(['created_at', 'title'])
    expect(session.athlete.name).toBe('Ane Sørli')
  })

  it.each([[null], [[]], ['text'], [7], [{}]])('is still a row when it is %j', (json) => {
    expect(map(json).id).toBe('id-1')
    expect(map(json).unreadable).toContain('created_at')
  })

  it('takes an empty or null analyzed video as none', () => {
    expect(map({ ...RECORD, analyzed_video_url: '' }).analyzedVideoUrl).toBeNull()
    expect(map({ ...RECORD, analyzed_video_url: null }).analyzedVideoUrl).toBeNull()
  })

  it('keeps metrics of any shape, and no name of theirs changes an object’s nature', () => {
    const hostile: unknown = JSON.parse(
      '{"metrics": {"__proto__": {"polluted": true}, "constructor": 3, "nested": {"a": [1]}, "holes": [1, null], "mixed": [1, "x"], "none": null}}',
    )
    const session = map({ ...RECORD, ...(hostile as object) })
    expect(session.metrics).toEqual([
      { name: '__proto__', value: { kind: 'other', json: { polluted: true } } },
      { name: 'constructor', value: { kind: 'number', value: 3 } },
      { name: 'nested', value: { kind: 'other', json: { a: [1] } } },
      { name: 'holes', value: { kind: 'perSegment', values: [1, null] } },
      { name: 'mixed', value: { kind: 'other', json: [1, 'x'] } },
      { name: 'none', value: { kind: 'other', json: null } },
    ])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('sorts newest first, then by id, whatever order the object had', () => {
    const at = (id: string, time: string) =>
      mapSession(id, { ...RECORD, created_at: { date: '15/11/2026', time } }, SETTINGS)
    const broken = mapSession('z', { ...RECORD, created_at: 42 }, SETTINGS)
    const rows = [broken, at('a', '04:39 PM'), at('c', '04:39 PM'), at('B', '04:39 PM'), at('d', '11:00 AM')]
    expect(rows.sort(newestFirst).map(({ id }) => id)).toEqual(['c', 'a', 'B', 'd', 'z'])
  })
})
