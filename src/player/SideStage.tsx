import { useEffect, useEffectEvent, useState } from 'react'
import type { FilmKind } from './filmKinds.ts'
import { FilmStage } from './FilmStage.tsx'
import { follow } from './follow.ts'
import { Playback } from './playback.ts'
import type { Media } from './playerState.ts'
import { useFileFrames } from './useFileFrames.ts'

/** A second film beside the first, silent, at the same moment. What goes wrong with it leaves the first alone. */
export function SideStage({ leader, film, media }: { leader: Playback; film: FilmKind; media: Media }) {
  const [follower] = useState(() => new Playback())
  const open = useEffectEvent(() => follower.open(media, { time: leader.time, rate: leader.rate }))
  useEffect(() => {
    open()
    follower.setMuted(true)
    return follow(leader, follower)
  }, [leader, follower])
  useFileFrames(follower)
  return <FilmStage playback={follower} clickedFor={leader} film={film} isOneOfTwo />
}
