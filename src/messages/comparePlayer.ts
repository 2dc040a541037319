/** Words of the player of two films. Rates arrive formatted. */
export const comparePlayerText = {
  videos: { first: 'First video', second: 'Second video' },
  failedTitleOf: { first: 'The first video cannot be played', second: 'The second video cannot be played' },
  noVideo: 'No video',
  noVideoHint: 'Its lanes and metrics are compared without one.',
  firstFailed: 'Until the first video plays, the controls move the second.',
  notYetBegun: 'Not yet begun',
  over: 'Over',
  steered: 'Controls',
  which: { first: 'First', second: 'Second' },
  ofSecond: (label: string) => `${label} (second)`,
  stepped: {
    'too-slow': (rate: string) =>
      `Stepped together: the second would have to play at ${rate}×, slower than browsers play well.`,
    'too-fast': (rate: string) =>
      `Stepped together: the second would have to play at ${rate}×, faster than browsers play well.`,
  },
  pictures: (perSecond: number) =>
    perSecond === 1 ? '1 picture a second' : `${perSecond} pictures a second`,
  shortcutGroup: 'Two films',
  actions: { steerFirst: 'Controls on the first', steerSecond: 'Controls on the second' },
} as const
