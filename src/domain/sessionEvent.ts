/** A moment of the movement that somebody marked, such as a take-off. `time` in seconds of the recording. */
export type SessionEvent = { readonly id: string; readonly name: string; readonly time: number }
