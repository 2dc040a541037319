import { expect, test } from 'vitest'
import { EXERCISES } from './exercises.ts'
import { bodyOf, openValor, walk, type Json } from './testing/openValor.ts'

const valor = openValor()
const { account, read } = await valor.caller({ recordings: 120 })
const { recordings, athletes } = account.world()
/** A short recording of each exercise. */
const exercises = EXERCISES.map(({ id }) =>
  recordings.find(
    ({ exercise, measured, samples }) => exercise.id === id && measured === 'both' && samples < 900,
  )!,
)

const answer = async (path: string, key: string) =>
  (await (await read(`${path}?s3Key=${encodeURIComponent(key)}`)).json()) as Json
const series = async (key: string) => bodyOf<Record<string, number[]>>(await answer('/ikData', key))

const SIDED = ['knee', 'hip', 'ankle', 'shoulder', 'elbow'].flatMap((joint) =>
  ['left', 'right'].map((side) => `${side}_${joint}_flexion`),
)
const CENTRAL = ['waist_rotation', 'trunk_flexion', 'neck_flexion']

test('each exercise has its angles, velocities and accelerations at 60 Hz, for as long as the list says', async () => {
  const { rows } = await walk(read)
  for (const recording of exercises) {
    const row = rows.find(({ 'Session ID': id }) => id === recording.id)!
    const body = await series(recording.s3Key)
    const joints = [...SIDED, ...CENTRAL].flatMap((joint) => [joint, `${joint}_vel`, `${joint}_acc`])
    expect(Object.keys(body).sort()).toEqual(['time', ...joints].sort())
    for (const values of Object.values(body)) expect(values).toHaveLength(recording.samples)
    expect(body['time']!.slice(0, 3)).toEqual([0, 0.0167, 0.0333])
    expect(Math.abs(Number(row['Duration']) - body['time']!.length / 60)).toBeLessThan(0.01)
  }
})

test('velocity and acceleration are the slopes of what is answered, and standing upright is near zero', async () => {
  const jump = recordings.find(({ exercise, measured }) => exercise.id === 'EX-021' && measured === 'both')!
  const body = await series(jump.s3Key)
  for (const joint of [...SIDED, ...CENTRAL]) {
    const slope = (values: number[], i: number) => ((values[i + 1]! - values[i - 1]!) / 2) * 60
    for (let i = 2; i < jump.samples - 2; i += 3) {
      expect(Math.abs(body[`${joint}_vel`]![i]! - slope(body[joint]!, i))).toBeLessThan(0.05)
      expect(Math.abs(body[`${joint}_acc`]![i]! - slope(body[`${joint}_vel`]!, i))).toBeLessThan(0.5)
    }
    expect(Math.abs(body[joint]![0]!)).toBeLessThan(20)
  }
  expect(Math.max(...body['left_knee_flexion']!)).toBeGreaterThan(80)
})

test('a report says the mean greatest angle of each side, and a score where the exercise has a target', async () => {
  const scores = new Set<unknown>()
  for (const recording of exercises) {
    const { WorkoutMetrics } = bodyOf<{ WorkoutMetrics: { Ang: Record<string, Record<string, Json>> } }>(
      await answer('/reportData', recording.s3Key),
    )
    const { 'Trunk Lean': lean, ...sided } = WorkoutMetrics.Ang
    expect(Object.keys(lean!)).toEqual(['F', 'B'])
    for (const sides of Object.values(sided)) {
      expect(Object.keys(sides)).toEqual(['L', 'R'])
      for (const { Score } of Object.values(sides)) scores.add(Score)
    }
    if (recording.exercise.id !== 'EX-041') continue
    const knee = (await series(recording.s3Key))['left_knee_flexion']!
    expect(sided['Knee Flexion']!['L']!['AvgMax']).toBeCloseTo(Math.max(...knee), 0)
  }
  expect(scores).toEqual(new Set([0, 0.5, 1, null]))
})

test('where one side or nothing was measured, the answers say so', async () => {
  const left = recordings.find(({ measured }) => measured === 'left')!
  expect(Object.keys(await series(left.s3Key)).some((name) => name.startsWith('right'))).toBe(false)
  expect(JSON.stringify(bodyOf(await answer('/reportData', left.s3Key)))).not.toContain('"R"')
  const nothing = recordings.find(({ measured }) => measured === 'nothing')!
  for (const path of ['/ikData', '/reportData'])
    expect(await answer(path, nothing.s3Key)).toMatchObject({ statusCode: 404 })
})

test('rows are of the documented form, and assessments hold three to six of one athlete on one day', () => {
  expect(new Set(recordings.map(({ id }) => id)).size).toBe(120)
  expect(new Set(recordings.map(({ s3Key }) => s3Key)).size).toBe(120)
  expect(recordings.every(({ date }) => /^20\d\d-\d\d-\d\d/.test(date))).toBe(true)
  expect(new Set(recordings.map(({ duration }) => typeof duration))).toEqual(new Set(['number', 'string']))
  expect(recordings.filter(({ assessmentId }) => assessmentId === null).length).toBeGreaterThan(20)
  const assessments = new Set(recordings.flatMap(({ assessmentId }) => assessmentId ?? []))
  expect(assessments.size).toBeGreaterThan(5)
  for (const assessment of assessments) {
    const parts = recordings.filter(({ assessmentId }) => assessmentId === assessment)
    expect(parts.length).toBeGreaterThanOrEqual(3)
    expect(parts.length).toBeLessThanOrEqual(6)
    expect(new Set(parts.map(({ athleteId }) => athleteId)).size).toBe(1)
    expect(new Set(parts.map(({ date }) => date.slice(0, 10))).size).toBe(1)
  }
})

test('the sample account has 700 recordings of 26 athletes, the same at each start, fifteen with names of the first API', () => {
  const sampleOf = ({ accounts }: typeof valor) => accounts.byName('valor@example.com')!.world()
  const sample = sampleOf(valor)
  expect(sample.recordings).toHaveLength(700)
  expect(sampleOf(openValor())).toEqual(sample)
  expect(athletes).toHaveLength(26)
  const names = sample.athletes.map(({ FirstName, LastName }) => `${FirstName} ${LastName}`.trim())
  expect(names.slice(0, 15)).toEqual(
    expect.arrayContaining(['Astrid Sørli', 'Анна Кузнецова', 'Zoë van Dijk']),
  )
  const recorded = new Set(sample.recordings.map(({ athleteId }) => athleteId))
  expect(sample.athletes.filter(({ ValorID }) => !recorded.has(ValorID))).toHaveLength(1)
  expect(recorded.size).toBe(26)
})
