import { describe, expect, it } from 'vitest'
import { readLinkFile, writeLinkFile } from './linkFile.ts'

const LINKS = [
  [
    { source: 'one', id: 'a1' },
    { source: 'two', id: 'v7' },
  ],
]

describe('the file of who is one person', () => {
  it('gives back what was written; names are for the reader of the file', async () => {
    const text = writeLinkFile(LINKS, ({ id }) => (id === 'a1' ? 'Astrid Sørli' : null))
    expect(text).toContain('Astrid Sørli')
    expect(await readLinkFile(new Blob(['\uFEFF', text]))).toEqual({ links: LINKS, unreadable: 0 })
  })

  it('says what is wrong with another file', async () => {
    const read = (text: string) => readLinkFile(new Blob([text]))
    expect(await read('{')).toBe('damaged')
    expect(await read('null')).toBe('not-persons')
    expect(await read('{"format":"motion-console-notes","version":1}')).toBe('not-persons')
    expect(await read('{"format":"motion-console-persons","version":2,"persons":[]}')).toBe('newer')
    expect(await read('{"format":"motion-console-persons","version":1,"persons":{}}')).toBe('not-persons')
    expect(await read('{"format":"motion-console-persons","version":1,"persons":[[1]]}')).toEqual({
      ...{ links: [], unreadable: 1 },
    })
    expect(await readLinkFile(new Blob([' '.repeat(5_000_001)]))).toBe('too-large')
  })
})
