import { expect, it } from 'vitest'
import { proposeEvents } from './eventProposal.ts'

const events = (...marked: [name: string, time: number][]) =>
  marked.map(([name, time]) => ({ id: `${name} ${time}`, name, time }))

it('two moments that both have by the same names', () => {
  expect(
    proposeEvents(
      events(['Start', 0.5], ['Take-off', 1], ['Landing', 1.6]),
      events(['Take-off', 3], ['Highest point', 3.2], ['Landing', 3.5]),
    ),
  ).toEqual({
    names: ['Take-off', 'Landing'],
    events: { first: { first: 1, second: 1.6 }, second: { first: 3, second: 3.5 } },
  })
})

it('from one foot strike to the next, where the name comes again', () => {
  const proposal = proposeEvents(
    events(['Strike', 1], ['Strike', 1.7]),
    events(['Strike', 0.2], ['Strike', 0.8]),
  )
  expect(proposal?.names).toEqual(['Strike', 'Strike'])
  expect(proposal?.events.second).toEqual({ first: 0.2, second: 0.8 })
})

it('one moment where only one is shared, or they come in another order', () => {
  expect(proposeEvents(events(['A', 1], ['B', 2]), events(['B', 1], ['A', 3]))).toEqual({
    names: ['A'],
    events: { first: { first: 1, second: null }, second: { first: 3, second: null } },
  })
})

it('two are better than one that comes earlier', () => {
  const proposal = proposeEvents(events(['A', 1], ['B', 2], ['C', 3]), events(['B', 1], ['C', 2], ['A', 9]))
  expect(proposal?.names).toEqual(['B', 'C'])
})

it('nothing where no name is shared', () =>
  expect(proposeEvents(events(['A', 1]), events(['B', 1]))).toBeNull())
