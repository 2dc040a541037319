import { expect, it } from 'vitest'
import type { Session } from '../../../domain/session.ts'
import { fileText } from '../../../testing/fileText.ts'
import { makeSession } from '../../../testing/session.ts'
import { DEFAULT_LAYOUT } from '../listLayout.ts'
import type { ColumnId } from '../listLayout.ts'
import type { ExportColumns } from './exportValues.ts'
import { createRecords } from './records.ts'
import { createSheet } from './sheet.ts'

const context = { uploaders: new Map([['u1', 'Coach Kim']]), now: '2026-11-22T12:00' }
const SIGNED = 'https://videos.example.com/v.mp4?signature=secret'

const run = makeSession({
  title: '=Tempo "run"',
  videoUrl: SIGNED,
  analyzedVideoUrl: SIGNED,
  extra: { thumbnail_url: SIGNED },
  metrics: [
    { name: 'speed', value: { kind: 'perSegment', values: [4.1, null, 4.2] } },
    { name: 'footstrike', value: { kind: 'text', text: 'heel' } },
    { name: '@odd', value: { kind: 'other', json: { left: [1, 2] } } },
    { name: 'incline', value: { kind: 'number', value: -1.5 } },
  ],
})
const lift = makeSession({
  id: 's2',
  title: 'Рывок',
  activity: 'Weightlifting',
  exercise: 'clean_and_jerk',
  athlete: { id: 'a2', name: '' },
  uploadedBy: 'u2',
  status: 'failed',
  segments: null,
  metrics: [
    { name: 'max_power', value: { kind: 'number', value: 2150 } },
    { name: 'barbell_weight', value: { kind: 'number', value: 80 } },
  ],
})
const jump = makeSession({
  id: 's3',
  recordedAt: null,
  title: '',
  activity: 'Vertical Jump',
  uploadedBy: null,
  status: null,
  unreadable: ['created_at', 'title'],
  metrics: [
    { name: 'peak_power', value: { kind: 'perSegment', values: [3000, 3100] } },
    { name: 'rsi', value: { kind: 'perSegment', values: [null] } },
  ],
})

/** The lines of the file as cells; none of these has a comma or a line break in it. */
async function sheetOf(columns: ExportColumns, sessions: Session[], filters = 'none'): Promise<string[][]> {
  const sheet = createSheet(columns, context)
  for (const session of sessions) sheet.add([session])
  const text = await fileText(sheet.toFile(filters))
  const lines = text.slice(1).split('\r\n').slice(0, -1)
  return lines.map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
}

async function recordsOf(columns: ExportColumns, pages: Session[][]) {
  const records = createRecords(columns, context)
  for (const page of pages) records.add(page)
  const text = await fileText(records.toFile({ rows: 'all' }))
  return { text, file: JSON.parse(text) as { exported: unknown; sessions: Record<string, unknown>[] } }
}

it('the visible columns stand in their order, numbers bare, with the filters on every row', async () => {
  const columns: ColumnId[] = ['title', 'recorded', 'segments', 'uploader', 'metric:speed', 'attention']
  expect(await sheetOf(columns, [run, lift, jump], 'Status: Failed')).toEqual([
    ['"Title"', '"Recorded"', '"Segments"', '"Uploaded by"', '"Speed (m/s), average"', '"Attention"'].concat(
      '"Filters"',
    ),
    [`"'=Tempo ""run"""`, '"2026-11-15 16:39"', '6', '"Coach Kim"', '4.15', '', '"Status: Failed"'],
    ['"Рывок"', '"2026-11-15 16:39"', '', '"u2"', '', '"Failed"', '"Status: Failed"'],
    ['""', '', '6', '', '', '', '"Status: Failed"'],
  ])
})

it('two visible metrics of one name and unit are told apart by their activity', async () => {
  const [header] = await sheetOf(['title', 'metric:peak_power', 'metric:max_power'], [])
  expect(header).toEqual([
    '"Title"',
    '"Peak power (W), Vertical Jump"',
    '"Peak power (W), Weightlifting"',
    '"Filters"',
  ])
})

it('all columns: each metric that is met has one, in the same order whatever came first', async () => {
  const [header, ...rows] = await sheetOf('all', [jump, lift, run])
  const plain = header?.indexOf('"Could not be read"') ?? -1
  expect(header?.slice(0, plain + 1).join()).toBe(
    '"ID","Recorded","Title","Athlete","Athlete ID","Activity","Exercise","Status","Segments","Uploaded by","Uploader ID","Has video","Has analyzed video","Could not be read"',
  )
  expect(header?.slice(plain + 1)).toEqual([
    '"Foot strike"',
    '"Incline (%)"',
    '"Speed (m/s), average"',
    '"Barbell mass (kg)"',
    '"Peak power (W), average"',
    '"Reactive strength index (m/s), average"',
    `"'@odd"`,
    '"Filters"',
  ])
  expect((await sheetOf('all', [run, lift, jump]))[0]).toEqual(header)
  expect(rows.map((row) => row.slice(plain + 1))).toEqual([
    ['', '', '', '', '3050', '', '', '"none"'],
    ['', '', '', '80', '2150', '', '', '"none"'],
    ['"heel"', '-1.5', '4.15', '', '', '', '"{""left"":[1,2]}"', '"none"'],
  ])
  expect(rows.map((row) => row.slice(0, plain + 1).join())).toEqual([
    '"s3",,"","A. Sørli","a1","Vertical Jump",,,6,,,"no","no","created_at, title"',
    '"s2","2026-11-15 16:39","Рывок",,"a2","Weightlifting","Clean and jerk","Failed",,,"u2","no","no",',
    `"s1","2026-11-15 16:39","'=Tempo ""run""","A. Sørli","a1","Running",,"Completed",6,"Coach Kim","u1","yes","yes",`,
  ])
})

it('a metric nobody knows keeps its own column beside a known one of that name', async () => {
  const odd = makeSession({
    metrics: [
      { name: 'Speed (m/s)', value: { kind: 'text', text: 'fast' } },
      { name: 'speed', value: { kind: 'number', value: 4 } },
    ],
  })
  const [header, row] = await sheetOf('all', [odd])
  expect(header?.slice(-3)).toEqual(['"Speed (m/s)"', '"Speed (m/s)"', '"Filters"'])
  expect(row?.slice(-3)).toEqual(['4', '"fast"', '"none"'])
})

it('a JSON file has every value in full, with its unit', async () => {
  const { file } = await recordsOf('all', [[run], [], [lift, jump]])
  expect(file.exported).toEqual({ rows: 'all' })
  expect(file.sessions.map(({ id }) => id)).toEqual(['s1', 's2', 's3'])
  expect(file.sessions[0]).toEqual({
    id: 's1',
    recordedAt: '2026-11-15T16:39',
    title: '=Tempo "run"',
    athlete: { id: 'a1', name: 'A. Sørli' },
    activity: 'Running',
    exercise: null,
    status: 'completed',
    segments: 6,
    uploadedBy: { id: 'u1', name: 'Coach Kim' },
    hasVideo: true,
    hasAnalyzedVideo: true,
    unreadable: [],
    metrics: [
      { name: 'speed', unit: 'm/s', value: [4.1, null, 4.2] },
      { name: 'footstrike', unit: '', value: 'heel' },
      { name: '@odd', unit: null, value: { left: [1, 2] } },
      { name: 'incline', unit: '%', value: -1.5 },
    ],
  })
  expect(file.sessions[1]).toMatchObject({ exercise: 'clean_and_jerk', uploadedBy: { id: 'u2', name: null } })
})

it('a JSON file of the visible columns has these alone, and one of no session is still JSON', async () => {
  const { file } = await recordsOf(['title', 'metric:speed', 'attention'], [[run, lift]])
  expect(file.sessions).toEqual([
    {
      title: '=Tempo "run"',
      attention: [],
      metrics: [{ name: 'speed', unit: 'm/s', value: [4.1, null, 4.2] }],
    },
    { title: 'Рывок', attention: ['Failed'], metrics: [] },
  ])
  expect((await recordsOf(DEFAULT_LAYOUT.columns, [])).file.sessions).toEqual([])
})

it('no file has the signed address of a video', async () => {
  expect((await recordsOf('all', [[run]])).text).not.toContain('secret')
  expect((await sheetOf('all', [run])).flat().join()).not.toContain('secret')
})
