import { describe, expect, it } from 'vitest'
import type { Analysis } from '../../../domain/analysis.ts'
import { fileText } from '../../../testing/fileText.ts'
import { makeSession } from '../../../testing/session.ts'
import { writeSeriesCsv, writeSeriesJson } from './seriesFile.ts'

const scored = (value: number, score: number | null) => ({ value, score })

const analysis: Analysis = {
  timestamps: [0, 0.016667, 0.033333],
  angles: [
    { name: 'rkne_angle', values: [171.25, null, 168] },
    { name: 'lkne_angle', values: [170, 169.5, -1e-7] },
    { name: '=cmd()', values: [1, 2, 3] },
  ],
  report: [{ name: 'odd', values: [0, 0.5, null] }],
  sided: [{ name: 'Knee Flexion', left: scored(121.4, 1), right: null, front: null, back: null, gap: null }],
  segments: null,
  endFrames: [],
  unreadable: ['broken'],
}

describe('the frame-by-frame data as a file', () => {
  it('is a table with a row for each frame, exact numbers and empty cells for what is missing', async () => {
    const lines = (await fileText(writeSeriesCsv(analysis))).replace('\uFEFF', '').split('\r\n')
    expect(lines).toEqual([
      `"time (s)","lkne_angle (°)","rkne_angle (°)","'=cmd() (°)","odd"`,
      '0,170,171.25,1,0',
      '0.016667,169.5,,2,0.5',
      '0.033333,-1e-7,168,3,',
      '',
    ])
  })

  it('is a record that says what each series is and which recording it belongs to', () => {
    const session = makeSession({ duration: 12.5, assessment: 'a-1', videoUrl: 'https://media/secret' })
    const text = writeSeriesJson(session, analysis)
    expect(text).not.toContain('secret')
    const file = JSON.parse(text) as Record<string, unknown>
    expect(file).toMatchObject({
      session: { id: 's1', title: 'Tempo run', duration: 12.5, assessment: 'a-1' },
      time: { unit: 's', values: analysis.timestamps },
      report: [{ name: 'Knee Flexion', left: { value: 121.4, score: 1 }, right: null }],
      unreadable: ['broken'],
    })
    const [first] = file.series as Record<string, unknown>[]
    expect(first).toEqual({
      name: 'lkne_angle',
      label: 'Knee',
      side: 'left',
      unit: '°',
      values: [170, 169.5, -1e-7],
    })
  })
})
