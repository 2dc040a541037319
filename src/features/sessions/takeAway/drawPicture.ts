/**
 * Draws a still on a canvas, which takes its size: the hosting policy lets no page show an image that it made itself.
 * `width` in pixels; without it the still's own. Rejects where the file is no picture.
 */
export async function drawPicture(
  canvas: { readonly current: HTMLCanvasElement | null },
  file: Blob,
  width?: number,
): Promise<void> {
  const picture = await createImageBitmap(
    file,
    width === undefined ? {} : { resizeWidth: width, resizeQuality: 'high' },
  )
  const { current } = canvas
  if (current) {
    current.width = picture.width
    current.height = picture.height
    current.getContext('2d')?.drawImage(picture, 0, 0)
  }
  picture.close()
}
