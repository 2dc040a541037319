import { expect, it } from 'vitest'
import { mediaAddress } from './mediaAddress.ts'

const API = 'http://localhost:8787'

it('takes https addresses and those of the API’s own origin', () => {
  expect(mediaAddress('https://videos.example/a.mp4?s=1', API)).toBe('https://videos.example/a.mp4?s=1')
  expect(mediaAddress('http://localhost:8787/media/a.mp4', API)).toBe('http://localhost:8787/media/a.mp4')
})

it.each([
  ['javascript:alert(1)'],
  ['data:text/html,<script>alert(1)</script>'],
  ['http://elsewhere.example/a.mp4'],
  ['http://localhost:8788/media/a.mp4'],
  ['//videos.example/a.mp4'],
  ['blob:https://videos.example/1'],
  ['blob:http://localhost:8787/1'],
  ['not an address'],
  [''],
  [null],
  [undefined],
  [{ url: 'https://videos.example/a.mp4' }],
])('refuses %j', (json) => {
  expect(mediaAddress(json, API)).toBeNull()
})
