// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import { reportStore, withPart } from './reportStore.ts'

const anna = { account: 'anna' }

afterEach(() => localStorage.clear())

it('keeps each account’s paper and parts, in the order of the page', () => {
  reportStore.change(anna, (choice) => ({ ...choice, paper: 'Letter' }))
  for (const part of ['stills', 'lanes'] as const)
    reportStore.change(anna, (choice) => withPart(choice, part, false))
  expect(reportStore.get(anna).value).toEqual({ paper: 'Letter', leftOut: ['lanes', 'stills'] })
  reportStore.change(anna, (choice) => withPart(choice, 'lanes', true))
  expect(reportStore.get(anna).value.leftOut).toEqual(['stills'])
  expect(reportStore.get({ account: 'ben' }).value).toEqual({ paper: 'A4', leftOut: [] })
})

it('makes the usual of what is kept and not understood', () => {
  reportStore.change(anna, (choice) => ({ ...choice, paper: 'Letter' }))
  const key = Object.keys(localStorage).find((name) => name.includes('report')) ?? ''
  const kept = { version: 1, value: { paper: 'A0', leftOut: ['lanes', 'horoscope'] } }
  localStorage.setItem(key, JSON.stringify(kept))
  dispatchEvent(new StorageEvent('storage', { key, newValue: JSON.stringify(kept) }))
  expect(reportStore.get(anna).value).toEqual({ paper: 'A4', leftOut: ['lanes'] })
})
