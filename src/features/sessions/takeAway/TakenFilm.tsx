import type { ComponentProps } from 'react'
import { useEffect, useRef } from 'react'

/** A clip, as a video element that plays it. */
export function TakenFilm({ file, ...props }: { file: Blob } & ComponentProps<'video'>) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = video.current
    if (!element) return
    const address = URL.createObjectURL(file)
    element.src = address
    return () => {
      element.removeAttribute('src')
      element.load()
      URL.revokeObjectURL(address)
    }
  }, [file])
  return <video {...props} ref={video} playsInline preload="metadata" />
}
