import { describe, expect, it } from 'vitest'
import { createTray } from './tray.ts'
import type { Clip, Still } from './tray.ts'

const anna = { account: 'anna', source: 'one', session: 's1' }

const still = (id: string, time: number): Still => ({
  id,
  kind: 'still',
  time,
  width: 960,
  height: 640,
  fileName: `${id}.png`,
  caption: id,
  file: new Blob(['x']),
})

const clip = (id: string, time: number): Clip => ({
  id,
  kind: 'clip',
  time,
  end: time + 1,
  exact: true,
  saved: false,
  fileName: `${id}.mp4`,
  caption: id,
  file: new Blob(['y']),
})

/** A tray while Anna is signed in. */
function trayOfAnna() {
  const tray = createTray()
  tray.belongTo('anna')
  return tray
}

const idsOf = (taken: readonly (Still | Clip)[]) => taken.map(({ id }) => id)

describe('the tray', () => {
  it('holds what was taken in the order of time, the same array until something changes', () => {
    const tray = trayOfAnna()
    tray.add(anna, clip('late', 3))
    tray.add(anna, still('early', 1))
    expect(idsOf(tray.of(anna))).toEqual(['early', 'late'])
    expect(tray.of({ ...anna })).toBe(tray.of(anna))
    tray.remove(anna, 'nothing')
    const before = tray.of(anna)
    tray.remove(anna, 'early')
    expect(tray.of(anna)).not.toBe(before)
    expect(idsOf(tray.of(anna))).toEqual(['late'])
  })

  it('gives back what was removed where it stood', () => {
    const tray = trayOfAnna()
    const [first, second] = [still('1', 1), clip('2', 1)]
    tray.add(anna, first)
    tray.add(anna, second)
    tray.remove(anna, '1')
    tray.add(anna, first)
    expect(idsOf(tray.of(anna))).toEqual(['1', '2'])
  })

  it('takes what has the id of another for the same thing, told anew', () => {
    const tray = trayOfAnna()
    tray.add(anna, still('a', 1))
    tray.add(anna, { ...still('a', 1), caption: 'Heel strikes late' })
    expect(tray.of(anna).map(({ caption }) => caption)).toEqual(['Heel strikes late'])
  })

  it('shows nobody what is of another account, source or session, and keeps nothing of nobody', () => {
    const tray = trayOfAnna()
    tray.add(anna, still('a', 1))
    tray.add({ ...anna, account: null }, still('b', 1))
    for (const other of [{ account: 'ben' }, { source: 'two' }, { session: 's2' }, { account: null }])
      expect(tray.of({ ...anna, ...other })).toEqual([])
  })

  it('forgets everything when the account goes, and tells whoever follows it', () => {
    const tray = trayOfAnna()
    let told = 0
    const leave = tray.subscribe(() => (told += 1))
    tray.add(anna, still('a', 1))
    tray.add({ ...anna, session: 's2' }, still('b', 1))
    tray.belongTo('anna')
    expect(told).toBe(2)
    tray.belongTo(null)
    expect(tray.of(anna)).toEqual([])
    expect(told).toBe(3)
    leave()
    tray.belongTo('anna')
    tray.add(anna, still('a', 1))
    expect(told).toBe(3)
  })

  it('takes nothing that becomes ready when its account has gone', () => {
    const tray = trayOfAnna()
    tray.belongTo(null)
    tray.add(anna, clip('late', 1))
    expect(tray.of(anna)).toEqual([])
    tray.belongTo('ben')
    tray.add(anna, still('later', 1))
    expect(tray.of(anna)).toEqual([])
  })

  it('knows whether it holds a clip that is no file yet; a still is one at once', () => {
    const tray = trayOfAnna()
    tray.add(anna, still('a', 1))
    expect(tray.holdsUnsaved()).toBe(false)
    tray.add(anna, clip('b', 2))
    tray.add({ ...anna, session: 's2' }, clip('c', 2))
    tray.markSaved(anna, ['a', 'b'])
    expect(tray.holdsUnsaved()).toBe(true)
    tray.remove({ ...anna, session: 's2' }, 'c')
    expect(tray.holdsUnsaved()).toBe(false)
    expect(idsOf(tray.of(anna))).toEqual(['a', 'b'])
  })
})
