import { describe, expect, it } from 'vitest'
import { mergeLinks, personOf, readLinks, withLink, withoutLink } from './personLink.ts'
import type { AthleteKey } from './personLink.ts'

const key = (text: string): AthleteKey => {
  const [source = '', id = ''] = text.split('/')
  return { source, id }
}
const link = (...members: string[]) => members.map(key)
const named = (members: readonly AthleteKey[]) => members.map(({ source, id }) => `${source}/${id}`).join(' ')

describe('athletes whom somebody calls one person', () => {
  it('are found from each of them, and stand alone before that', () => {
    const links = withLink([], key('one/anna'), key('two/7'))
    expect(named(personOf(links, key('two/7')))).toBe('two/7 one/anna')
    expect(named(personOf(links, key('one/anna')))).toBe('one/anna two/7')
    expect(named(personOf(links, key('one/bo')))).toBe('one/bo')
    // Ids are a source's own.
    expect(named(personOf(links, key('one/7')))).toBe('one/7')
  })

  it('take their other links along, and have one athlete of each source', () => {
    const three = withLink(withLink([], key('one/a'), key('two/a')), key('two/a'), key('three/a'))
    expect(three.map(named)).toEqual(['two/a three/a one/a'])
    const other = withLink(three, key('one/b'), key('two/a'))
    expect(other.map(named)).toEqual(['one/b two/a three/a'])
    expect(named(personOf(other, key('one/a')))).toBe('one/a')
    expect(withLink(three, key('one/a'), key('one/b'))).toBe(three)
  })

  it('can be parted again; what is left of two is nobody’s link', () => {
    const three = [link('one/a', 'two/a', 'three/a')]
    expect(withoutLink(three, key('two/a')).map(named)).toEqual(['one/a three/a'])
    expect(withoutLink(withoutLink(three, key('two/a')), key('one/a'))).toEqual([])
  })

  it('come from a file beside those that are there, which stay', () => {
    const present = [link('one/a', 'two/a'), link('one/b', 'two/b')]
    const merged = mergeLinks(present, [
      link('two/a', 'one/a'),
      link('one/c', 'two/c'),
      link('one/a', 'two/x'),
      link('one/b', 'three/b'),
    ])
    expect(merged).toMatchObject({ added: 2, known: 1, refused: 1 })
    expect(merged.links.map(named)).toEqual(['one/a two/a', 'one/c two/c', 'one/b three/b two/b'])
  })

  it('are read leniently', () => {
    expect(readLinks({ links: [] })).toBeNull()
    expect(
      readLinks([
        link('one/a', 'two/a'),
        link('one/a'),
        link('one/c', 'one/d'),
        [key('one/e'), { source: 'two' }],
        'x',
        link('one/a', 'two/z'),
      ]),
    ).toEqual({ links: [link('one/a', 'two/a')], unreadable: 4 })
  })
})
