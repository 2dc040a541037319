import { expect, it } from 'vitest'
import { makeSession } from '../testing/session.ts'
import type { Session } from './session.ts'
import { changedMeanwhile, versionOf } from './sessionVersion.ts'

const before = makeSession({
  comments: [
    { key: 'text_summary', text: { en: 'Even', ru: 'Ровно' } },
    { key: 'power', text: { '': 'Strong' } },
  ],
  videoUrl: 'https://v.example/a?sig=1',
})
const changes = (now: Partial<Session>) =>
  changedMeanwhile(versionOf(before), versionOf({ ...before, ...now }))

it('a session read again is the same version, whatever its addresses are signed with', () => {
  expect(changes({ videoUrl: 'https://v.example/a?sig=2' })).toEqual([])
})

it('the order in which comments come is no change; a word in one of them is', () => {
  const [summary, power] = before.comments
  expect(changes({ comments: [power, { ...summary, text: { ru: 'Ровно', en: 'Even' } }] as never })).toEqual(
    [],
  )
  expect(changes({ comments: [{ key: 'power', text: { '': 'Weak' } }] })).toEqual(['comments'])
})

it('every field that somebody can change is named', () => {
  expect(
    changes({
      title: 'Other',
      recordedAt: null,
      activity: 'Vertical Jump',
      athlete: { id: 'a2', name: 'A. Sørli' },
      status: 'failed',
      segments: null,
      comments: [],
      analyzedVideoUrl: 'https://v.example/b',
    }),
  ).toEqual(['title', 'recordedAt', 'activity', 'athleteId', 'status', 'segments', 'comments', 'analyzed'])
})
