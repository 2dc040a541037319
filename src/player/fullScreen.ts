type PhoneVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void }

/** Whether the browser can fill the screen with the player or, as phones do, with the bare video. */
export const canFillScreen = (): boolean =>
  document.fullscreenEnabled || 'webkitEnterFullscreen' in HTMLVideoElement.prototype

/** Fills the screen with the player, controls included, or leaves it. A refusal changes nothing. */
export function toggleFullScreen(player: HTMLElement, video: PhoneVideo | null): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
  else if (document.fullscreenEnabled) void player.requestFullscreen().catch(() => undefined)
  else video?.webkitEnterFullscreen?.()
}
