import { describe, expect, it } from 'vitest'
import { makeSession } from '../../../testing/session.ts'
import type { Clip, Still } from '../takeAway/tray.ts'
import { packFiles } from './packFiles.ts'
import type { Packed } from './packFiles.ts'

const NOW = '2026-11-22T10:00'

const RUN = makeSession({
  title: '=Бег: "5 км"',
  metrics: [
    { name: 'speed', value: { kind: 'perSegment', values: [3, 21, null] } },
    { name: 'footstrike', value: { kind: 'text', text: '-heel' } },
    { name: 'mass', value: { kind: 'number', value: 70 } },
  ],
})

function makePacked(differently: Partial<Packed> = {}): Packed {
  return {
    ...{ session: RUN, series: 'none', captureFactor: 1, notes: [], events: [], taken: [], earlier: null },
    ...differently,
  }
}

async function readPack(...packed: Packed[]): Promise<Map<string, string>> {
  const files = packFiles(packed, NOW)
  return new Map(
    await Promise.all(files.map(async ({ path, content }) => [path, await content.text()] as const)),
  )
}

const linesOf = (text = '') => text.replace('\uFEFF', '').trim().split('\r\n')

describe('a review pack', () => {
  it('holds the figures of a session as the API has them, and what is odd about them', async () => {
    const figures = linesOf((await readPack(makePacked())).get('figures.csv'))
    expect(figures[0]).toMatch(/^"metric","name_in_api","unit","value","min","max","count",.*"segment_3"$/)
    expect(figures[1]).toMatch(/^"Speed","speed","m\/s",12,3,21,2,,,,,"21.00 m\/s in segment 2: .*",3,21,$/)
    expect(figures[2]).toContain(`"Foot strike","footstrike","","'-heel",,`)
    expect(figures[3]).toMatch(/^"Body mass","mass","kg",70,70,70,1,/)
  })

  it('says what is usual for the athlete where that was read', async () => {
    const earlier = [3, 3.2, 3.4, 3.1].map((speed, index) =>
      makeSession({ id: `e${index}`, metrics: [{ name: 'speed', value: { kind: 'number', value: speed } }] }),
    )
    const now = { ...RUN, metrics: [{ name: 'speed', value: { kind: 'number' as const, value: 9 } }] }
    const figures = linesOf((await readPack(makePacked({ session: now, earlier }))).get('figures.csv'))
    expect(figures[1]).toBe('"Speed","speed","m/s",9,9,9,1,3.15,0.1,4,"high",""')
  })

  it('holds series, notes and events, each only where there is something', async () => {
    const nothing = await readPack(makePacked({ session: makeSession() }))
    expect([...nothing.keys()]).toEqual(['README.txt'])

    const angles = [{ name: 'lkne_angle', values: [150.5, null] }]
    const score = { value: 60, score: 0.5 }
    const sided = [{ name: 'Knee', left: score, right: null, front: null, back: null, gap: null }]
    const empty = { report: [], sided, segments: 1, endFrames: [], unreadable: [] }
    const pack = await readPack(
      makePacked({
        series: { timestamps: [0, 0.033], angles, ...empty },
        notes: [{ id: 'n', time: 1, end: null, text: 'late', writtenAt: '2026-11-20T10:00:00.000Z' }],
        events: [{ id: 'e', name: '=strike', time: 0.5 }],
      }),
    )
    expect(linesOf(pack.get('series.csv'))).toEqual(['"time (s)","lkne_angle (°)"', '0,150.5', '0.033,'])
    expect(JSON.parse(pack.get('series.json') ?? '')).toMatchObject({
      report: [{ name: 'Knee', left: score }],
    })
    expect(pack.get('notes.vtt')).toContain('00:00:01.000 --> 00:00:02.000\nlate')
    expect(JSON.parse(pack.get('notes.json') ?? '')).toMatchObject({
      session: 's1',
      notes: [{ text: 'late' }],
    })
    expect(linesOf(pack.get('events.csv'))).toEqual(['"time (s)","event"', `0.5,"'=strike"`])
  })

  it('keeps what was taken as it is, each under a name of its own', async () => {
    const taken = { fileName: 'a.png', caption: 'Toe-off', file: new Blob(['picture']), time: 1 }
    const still: Still = { ...taken, id: '1', kind: 'still', width: 2, height: 2 }
    const clip: Clip = {
      ...taken,
      id: '2',
      kind: 'clip',
      fileName: 'a.mp4',
      end: 2,
      exact: false,
      saved: false,
    }
    const pack = await readPack(makePacked({ taken: [still, { ...still, id: '3' }, clip] }))
    expect(pack.get('stills/a.png')).toBe('picture')
    expect([...pack.keys()]).toEqual(expect.arrayContaining(['stills/a (2).png', 'clips/a.mp4']))
    expect(pack.get('README.txt')).toContain(
      'a.mp4: Toe-off (cut without re-encoding: the file may hide some pictures from outside its range)',
    )
  })

  it('tells whoever opens it what is in it, and what is not', async () => {
    const session = { ...RUN, title: 'Бег\r\nSession: another\u202e' }
    const failed = await readPack(makePacked({ session, series: 'failed', captureFactor: 8 }))
    const words = failed.get('README.txt') ?? ''
    expect(words).toContain(
      'Session: Бег Session: another\r\nAthlete: A. Sørli\r\nRecorded: 15 Nov 2026, 4:39 PM',
    )
    expect(words).toContain('series.csv is not in it: the frame-by-frame data could not be read.')
    expect(words).toContain('in slow motion, 8 times')
    expect(words).not.toContain('notes.vtt')
  })

  it('of two sessions has a folder for each, and what sets them apart', async () => {
    const other = makeSession({
      id: 's2',
      title: '../con?',
      metrics: [
        { name: 'speed', value: { kind: 'perSegment', values: [6, 6] } },
        { name: 'own', value: { kind: 'number', value: 1 } },
      ],
    })
    const pack = await readPack(makePacked(), makePacked({ session: other }))
    expect([...pack.keys()]).toEqual([
      ...['README.txt', 'comparison.csv', '1 =Бег 5 км/figures.csv', '2 con_/figures.csv'],
    ])
    expect(linesOf(pack.get('comparison.csv'))).toEqual([
      '"metric","name_in_api","unit","first","second","difference_second_minus_first","difference_percent"',
      '"Speed","speed","m/s",12,6,-6,-50',
      `"Foot strike","footstrike","","'-heel",,,`,
      '"Body mass","mass","kg",70,,,',
      '"Own","own","",,1,,',
    ])
  })
})
