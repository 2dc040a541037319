import { useEffect, useRef } from 'react'
import { drawPicture } from './drawPicture.ts'

/** A still, drawn; `width` in pixels. */
export function TakenPicture({
  file,
  name,
  width,
  className,
}: {
  file: Blob
  name: string
  width: number
  className?: string | undefined
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    // Without a drawing there are still its caption and its file.
    drawPicture(canvas, file, width).catch(() => undefined)
  }, [file, width])
  return <canvas ref={canvas} role="img" aria-label={name} className={className} />
}
