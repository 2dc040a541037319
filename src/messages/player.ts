/** Words of the player. Times and rates arrive formatted. */
export const playerText = {
  video: 'Analyzed video',
  play: 'Play',
  pause: 'Pause',
  previousFrame: 'Previous frame',
  nextFrame: 'Next frame',
  loopStart: 'Loop start',
  loopEnd: 'Loop end',
  clearLoop: 'Clear loop',
  nothingToClear: 'No loop is set.',
  fullScreen: 'Full screen',
  noFullScreen: 'This browser offers no full screen here.',
  seek: 'Seek',
  speed: 'Speed',
  rate: (rate: number) => `${rate}×`,
  controls: 'Player controls',
  seconds: 's',
  positionOf: (time: string, duration: string) => `${time} s of ${duration} s`,
  loopRange: (start: string | null, end: string | null) =>
    start && end ? `Loop ${start} s to ${end} s` : start ? `Loop from ${start} s` : `Loop up to ${end} s`,
  /** Counted from 0, as the series and the analyzed picture count. */
  frame: (frame: number) => `frame ${frame}`,
  framesFromAnalysis: (fps: string) => `${fps} fps, from the analysis`,
  framesMeasured: (fps: string) => `${fps} fps, measured`,
  framesUnknown: 'frame length known once it has played',
  loading: 'Loading the video…',
  waiting: 'Waiting for the video…',
  renewing: 'The video’s address has expired. Asking for a new one…',
  failedTitle: 'The video cannot be played',
  failure: {
    unreachable:
      'Its address is not accepted, although it was renewed. Wait a moment and try again; if it stays so, the video’s host has a problem.',
    'not-a-video':
      'What came from its address is not a video. Try again; if it stays so, the stored file is wrong and has to be made again where it came from.',
    codec:
      'This browser cannot decode the file’s format. Another browser may play it, or download it and use a desktop player.',
    damaged:
      'The file is damaged at this place. Move to another moment and try again, or download it and use a desktop player.',
  },
  shortcuts: 'Keyboard shortcuts',
  shortcutGroup: 'Player',
  actions: {
    playPause: 'Play or pause',
    previousFrame: 'One frame back',
    nextFrame: 'One frame on',
    secondBack: 'One second back',
    secondOn: 'One second on',
    framesBack: 'Ten frames back',
    framesOn: 'Ten frames on',
    toStart: 'To the start',
    toEnd: 'To the end',
    loopStart: 'Loop starts here',
    loopEnd: 'Loop ends here',
    fullScreen: 'Full screen on or off',
  },
} as const
