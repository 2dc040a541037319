import type { Lane, Trace } from './lanes.ts'

/** The same side of the same quantity of two recordings; null where a recording has none. */
export type ComparedStrip = {
  readonly side: Trace['side']
  readonly first: Trace | null
  readonly second: Trace | null
}

/** One quantity of two recordings, each side in a strip of its own. */
export type ComparedLane = Omit<Lane, 'traces'> & { readonly strips: readonly ComparedStrip[] }

const SIDES = ['left', 'right', null] as const

/**
 * The lanes of two recordings together, matched by their ids, in the order of the first's; what only the second has
 * follows the lane that it follows there.
 */
export function compareLanes(first: readonly Lane[], second: readonly Lane[]): ComparedLane[] {
  const inOrder = first.map(({ id }) => id)
  second.forEach(({ id }, index) => {
    if (inOrder.includes(id)) return
    const before = second[index - 1]
    inOrder.splice(before ? inOrder.indexOf(before.id) + 1 : 0, 0, id)
  })
  return inOrder.flatMap((id) => {
    const [one, other] = [first.find((lane) => lane.id === id), second.find((lane) => lane.id === id)]
    const lane = one ?? other
    if (!lane) return []
    const decimals = Math.max(one?.decimals ?? 0, other?.decimals ?? 0)
    return [{ id, label: lane.label, unit: lane.unit, decimals, strips: stripsOf(one, other) }]
  })
}

function stripsOf(first: Lane | undefined, second: Lane | undefined): ComparedStrip[] {
  const of = (lane: Lane | undefined, side: Trace['side']) =>
    lane?.traces.find((trace) => trace.side === side) ?? null
  return SIDES.map((side) => ({ side, first: of(first, side), second: of(second, side) })).filter(
    (strip) => strip.first !== null || strip.second !== null,
  )
}
