import { describe, expect, it } from 'vitest'
import { FILTER_NAMES } from '../../domain/source.ts'
import { filtersSet, readListAddress, writeListAddress } from './listAddress.ts'

const ALL = new Set(FILTER_NAMES)
const read = (search: string) => readListAddress(new URLSearchParams(search), ALL)

describe('a list’s address', () => {
  it('goes there and back', () => {
    const address =
      '?title=a%26b&activity=Running&athlete=u1&uploader=u2&status=failed%2Cqueued&from=2026-01-02&to=2026-03-04&attention=1&unseen=2026-11-15T10%3A00%3A00.250&size=50'
    expect(writeListAddress(read(address))).toBe(address)
    expect(filtersSet(read(address))).toEqual([...FILTER_NAMES])
  })

  it('without anything is the plain list', () => {
    expect(read('')).toEqual({ size: 25 })
    expect(writeListAddress({ size: 25 })).toBe('')
  })

  it.each([
    ['?activity=Swimming'],
    ['?size=7'],
    ['?size=1e9'],
    ['?from=02/03/2026'],
    ['?to=2026-02-31'],
    ['?status=unknown,,'],
    ['?title=%20%20'],
    ['?unseen=1'],
    ['?unseen=2026-02-31T10:00:00'],
    ['?page=3&cursor=x'],
  ])('ignores what is unknown or malformed in %s', (search) => {
    expect(read(search)).toEqual({ size: 25 })
  })

  it('ignores filters that the source does not offer', () => {
    expect(readListAddress(new URLSearchParams('title=a&activity=Running'), new Set(['activity']))).toEqual({
      activity: 'Running',
      size: 25,
    })
  })
})
