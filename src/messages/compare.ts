import { withoutDirectionMarks } from '../domain/directionMarks.ts'

const quoted = (name: string) => `“${withoutDirectionMarks(name)}”`

/** Words of two sessions side by side. Times and rates arrive formatted. */
export const compareText = {
  heading: (first: string, second: string) =>
    `${withoutDirectionMarks(first)} and ${withoutDirectionMarks(second)}`,
  and: 'and',
  /** Before both are read. */
  compared: 'Two sessions',
  shortcutGroup: 'Comparison',
  films: 'Both videos',
  recording: { first: 'First recording', second: 'Second recording' },
  badge: { first: '1', second: '2' },
  swap: 'Swap',
  swapKey: 'Swap the two sessions',
  replace: 'Replace…',
  replaceKey: 'Compare with another session',
  link: 'Link',
  linkKey: 'Link or unlink the two films',
  unlink: 'Unlink',
  close: 'Close comparison',
  together: 'Alignment',
  /** Of one recording: `Events of the first recording: Tempo run`. */
  eventsOf: (recording: string, title: string) => `${recording}: ${withoutDirectionMarks(title)}`,
  slot: { first: 'First event', second: 'Second event' },
  mark: { first: 'Mark first event', second: 'Mark second event' },
  markShort: 'Mark here',
  nothingToClear: 'It is not marked.',
  markKey: {
    first: 'Mark the first event in the chosen recording',
    second: 'Mark the second event in the chosen recording',
  },
  clearKey: 'Clear both events of the chosen recording',
  pick: { first: 'Choose first event', second: 'Choose second event' },
  clear: { first: 'Clear first event', second: 'Clear second event' },
  notMarked: 'not marked',
  goTo: (slot: string, time: string) => `${slot}, ${time} s`,
  seconds: 's',
  chosen: 'Chosen: keys mark here',
  noTime: 'A moment can be marked once there is a recording that plays.',
  marked: (slot: string, recording: string, time: string) => `${slot} of ${recording}: ${time} s.`,
  cleared: (recording: string) => `Cleared the events of ${recording}.`,
  inWords: { first: 'the first recording', second: 'the second recording' },
  clearedSlot: (slot: string, recording: string) => `Cleared: ${slot.toLowerCase()} of ${recording}.`,
  alignedAt: {
    both: 'Both events coincide',
    first: 'Aligned at the first event',
    second: 'Aligned at the second event',
    beginning: 'Both from their beginning',
  },
  sameSpeed: (aligned: string) => `${aligned}, same speed.`,
  playsAt: (aligned: string, rate: string) => `${aligned}; the second plays at ${rate}×.`,
  notLinked: 'Unlinked: the controls move the chosen one alone.',
  whenLinked: (words: string) => `Linked: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
  howTo:
    'Mark the same moment in each, such as a foot strike, to lay them over each other; a second one in each makes the second play at the first’s pace. Unlink them to find the moments.',
  notInOrder: {
    first: 'The second event of the first recording is not after its first one, so it is not used.',
    second: 'The second event of the second recording is not after its first one, so it is not used.',
  },
  proposal: (names: readonly string[]) => `Both have ${names.map(quoted).join(' and ')} marked.`,
  useProposal: 'Use them',
  proposalUsed: 'The events marked in both are used.',
  notFoundTitle: 'This comparison is not there',
  notFound: {
    first: 'The first session was deleted meanwhile, or its address is wrong.',
    second: 'The second session was deleted meanwhile, or its address is wrong.',
  },
  noSource: 'Its source is not known here, or is switched off on this device.',
  lookedAt: (count: string) => `It is not among the first ${count} recordings that were looked through.`,
  failed: {
    first: 'The first session could not be read.',
    second: 'The second session could not be read.',
  },
  failedTitle: 'These sessions cannot be compared now',
  openAlone: (title: string) => `Open ${quoted(title)}`,
  loading: 'Reading both sessions…',
} as const
