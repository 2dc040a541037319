import { describe, expect, it } from 'vitest'
import { cssString, pageCss } from './pageStyle.ts'

const MARGINS = { head: 'Tempo run', day: '15 Nov 2026', foot: 'Motion Console' }

describe('the pages of a report', () => {
  it('have the size that was chosen, and as much room on both papers', () => {
    const [a4, letter] = [pageCss('A4', MARGINS), pageCss('Letter', MARGINS)]
    expect(a4).toContain('size: A4')
    expect(letter).toContain('size: Letter')
    const sides = (css: string) => Number(/margin: \S+ ([\d.]+)mm/.exec(css)?.[1])
    expect(210 - 2 * sides(a4)).toBeCloseTo(215.9 - 2 * sides(letter))
  })

  it('say title, day and number in the margins, and the title not above itself', () => {
    const css = pageCss('A4', MARGINS)
    expect(css).toContain('content: "Tempo run"')
    expect(css).toContain('counter(page) " of " counter(pages)')
    expect(css.slice(css.indexOf('@page :first'))).toContain('@top-left { content: none }')
  })

  it('cut a title that is too long for a line', () => {
    const css = pageCss('A4', { ...MARGINS, head: 'Б'.repeat(500) })
    expect(/content: "(Б+)\\2026 "/.exec(css)?.[1]).toHaveLength(69)
  })
})

describe('a title as a string of a style sheet', () => {
  it('cannot end the string, the rule or the sheet', () => {
    expect(cssString('"; } body { display: none } /* \\')).toBe(
      '"\\22 \\3b  \\7d  body \\7b  display\\3a  none \\7d  \\2f \\2a  \\5c "',
    )
    expect(cssString('a\nb')).toBe('"a\\a b"')
  })

  it('keeps letters of every script, and turns nothing around', () => {
    expect(cssString('Бег 5 км, día')).toBe('"Бег 5 км\\2c  día"')
    expect(cssString('gpj.\u202Eexe')).toBe('"gpj\\2e exe"')
  })
})
