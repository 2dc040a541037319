import { expect, it } from 'vitest'
import type { Analysis } from '../../../domain/analysis.ts'
import { PLAIN_TIME } from '../../../player/clock.ts'
import { makeSession } from '../../../testing/session.ts'
import { stillWords } from './stillWords.ts'

const analysis: Analysis = {
  timestamps: [0, 0.1, 0.2, 0.3],
  angles: [
    { name: 'rkne_angle', values: [148.3, 149, 150.26, 151] },
    { name: 'lkne_angle', values: [152.1, null, null, 155] },
    { name: 'lelb_angle', values: [90, 91, 92, 93] },
  ],
  report: [{ name: 'grf', values: [800, 801, 802.4, 803] }],
  segments: null,
  sided: [],
  endFrames: [],
  unreadable: [],
}

const moment = { pictureTime: 0.2, frame: 2, duration: 0.4 }
const said = { session: makeSession(), moment, scale: PLAIN_TIME, analysis, chosen: null }

it('says whose it is, which moment, and what the usual lanes measured there', () => {
  expect(stillWords(said)).toEqual({
    title: 'Tempo run',
    who: 'A. Sørli',
    facts: 'Running · 15 Nov 2026, 4:39 PM',
    moment: '0.200 s · frame 2',
    values: [
      {
        label: 'Knee',
        sides: [
          { side: 'left', text: 'L –' },
          { side: 'right', text: 'R 150.3°' },
        ],
      },
      { label: 'Ground reaction force', sides: [{ side: null, text: '802 N' }] },
    ],
  })
})

it('has the lanes that were chosen, and none where there is no analysis', () => {
  expect(stillWords({ ...said, chosen: ['angle:elb'] }).values.map(({ label }) => label)).toEqual(['Elbow'])
  expect(stillWords({ ...said, analysis: null }).values).toEqual([])
})

it('reads time as it is shown, and then also that of the recording', () => {
  const scale = { captureFactor: 4, zero: 1 }
  expect(stillWords({ ...said, scale }).moment).toBe('−0.200 s · frame 2 · recording 0.200 s')
})

it('is one line each, whatever the API sent', () => {
  const session = makeSession({
    title: '\u202eRun\nblock 3',
    athlete: { id: 'a', name: ' ' },
    recordedAt: null,
  })
  expect(stillWords({ ...said, session })).toMatchObject({
    title: 'Run block 3',
    who: 'Unknown athlete',
    facts: 'Running',
  })
})
