import { describe, expect, it } from 'vitest'
import { videoFileName } from './videoFileName.ts'

const name = (title: string, recordedAt: string | null = '2026-11-15T16:39', type?: string) =>
  videoFileName({ title, recordedAt }, type)

describe('the name a video is saved under', () => {
  it('is the day and the title', () => {
    expect(name('Tempo run, block 3')).toBe('2026-11-15 Tempo run, block 3.mp4')
    expect(name('Бег — 5 км')).toBe('2026-11-15 Бег — 5 км.mp4')
    expect(name('Squat', '2026-11-15T16:39', 'video/webm;codecs=vp9')).toBe('2026-11-15 Squat.webm')
  })

  it('holds nothing that a file system or a reader stumbles over', () => {
    expect(name('../..\\a:b*c?"<d>|e\u0000\n')).toBe('2026-11-15 a b c d e.mp4')
    expect(name('gpj.\u202Eexe')).toBe('2026-11-15 gpj. exe.mp4')
    expect(name('CON', null)).toBe('CON_.mp4')
    expect(name(' . ', null)).toBe('Untitled session.mp4')
    expect(name('\ud800x')).toBe('2026-11-15 x.mp4')
  })

  it('is short enough for a file system, and not cut within a letter', () => {
    const long = name('ё'.repeat(1_000_000))
    expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(204)
    expect(long).toMatch(/^2026-11-15 ё+\.mp4$/)
    expect(name('😀'.repeat(300))).toMatch(/^2026-11-15 (😀)+\.mp4$/u)
  })
})
