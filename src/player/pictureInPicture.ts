/** Whether the browser can show the picture in a window of its own. */
export const canFloat = (): boolean => document.pictureInPictureEnabled

/** Shows the picture in a window of its own, or takes it back. A refusal changes nothing. */
export function toggleFloating(video: HTMLVideoElement | null): void {
  if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(() => undefined)
  else void video?.requestPictureInPicture().catch(() => undefined)
}
