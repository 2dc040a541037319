import { useEffect, useState } from 'react'
import { createLaneStage } from './stage.ts'
import type { LaneStage } from './stage.ts'
import { createLaneView } from './timeView.ts'

/** The stage of lanes that last from one time to another (s), which may turn out to be others. */
export function useLaneStage(from: number, to: number): LaneStage {
  const [stage] = useState(() => createLaneStage(createLaneView({ from, to })))
  useEffect(() => stage.view.setWhole({ from, to }), [stage, from, to])
  return stage
}
