import { openApi } from './api.ts'
import type { ApiSession } from './api.ts'
import type { Organization } from './organization.ts'

/** Two analyzed runs of one athlete: the newest session, and one whose legs go 1.25 times as fast. */
export async function twoRuns({
  admin,
  sessionIds,
}: Organization): Promise<{ slow: ApiSession; fast: ApiSession }> {
  const api = await openApi(admin)
  const runs = await api.matches({ activity: 'Running', status: 'completed' })
  const slow = runs.find(({ id }) => id === sessionIds[0])
  const fast = runs.find((run) => run.id !== slow?.id && run.analyzed_video_url)
  if (!slow || !fast) throw new Error('This organisation has no two runs.')
  await api.setFilm(fast.id, 'faster')
  await api.setAthleteOf(fast.id, slow.id)
  return { slow, fast: { ...fast, user_id: slow.user_id, user_name: slow.user_name } }
}
