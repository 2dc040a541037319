import { describe, expect, it } from 'vitest'
import { cutText, isRightToLeft, layOutStrip } from './strip.ts'
import type { Measure, StripLayout, StripWords } from './strip.ts'

/** Letters that are all half as wide as they are high. */
const measure: Measure = (text, size) => [...text].length * size * 0.5

const words: StripWords = {
  title: 'Tempo run, 3rd block',
  who: 'A. Sørli',
  facts: 'Running · 15 Nov 2026, 4:39 PM',
  moment: '1.533 s · frame 46',
  values: ['Knee', 'Hip', 'Ankle'].map((label) => ({
    label,
    sides: [
      { side: 'left', text: 'L 152.1°' },
      { side: 'right', text: 'R 148.3°' },
    ],
  })),
}

const LONG =
  'Вечерняя тренировка на беговой дорожке с постепенным ускорением, третий блок из шести повторений'

const expectWithin = ({ width, height, runs }: StripLayout) => {
  for (const { text, x, y, size } of runs) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + measure(text, size, false)).toBeLessThanOrEqual(width + 1e-6)
    expect(y).toBeLessThan(height)
  }
}

describe('the strip below a still', () => {
  it('says title and moment in one line, then whose it is, then the angles', () => {
    const layout = layOutStrip(words, 960, measure)
    const lines = [...new Set(layout.runs.map(({ y }) => y))]
    const inLine = (line: number) => layout.runs.filter(({ y }) => y === line).map(({ text }) => text)
    expect(lines.map((line) => inLine(line).join(' '))).toEqual([
      'Tempo run, 3rd block 1.533 s · frame 46',
      'A. Sørli Running · 15 Nov 2026, 4:39 PM',
      'Knee L 152.1° R 148.3° Hip L 152.1° R 148.3° Ankle L 152.1° R 148.3°',
    ])
    expect(layout.runs.find(({ text }) => text.startsWith('L'))?.ink).toBe('left')
    expectWithin(layout)
  })

  it.each([160, 320, 540, 1080, 3840])('has everything within a picture %i px wide', (width) => {
    const layout = layOutStrip({ ...words, title: LONG, who: LONG }, width, measure)
    expectWithin(layout)
    expect(layout.runs[0]?.text).toMatch(/^Веч.*…$/)
    const facts = layout.runs.find(({ text }) => text.startsWith('Running'))?.text
    if (width >= 320) expect(facts).toBe(words.facts)
    else expect(facts).toMatch(/^Running · .*…$/)
    expect(layout.runs.filter(({ text }) => /^[LR] \d/.test(text))).toHaveLength(6)
  })

  it('grows with the picture, so that it reads the same at any size', () => {
    const [small, large] = [960, 3840].map((width) => layOutStrip(words, width, measure))
    expect((large?.height ?? 0) / (small?.height ?? 1)).toBeCloseTo(4, 1)
  })

  it('goes without what there is nothing to say of', () => {
    const layout = layOutStrip({ ...words, who: '', facts: '', values: [] }, 960, measure)
    expect(layout.runs.map(({ text }) => text)).toEqual([words.title, words.moment])
  })
})

it('cuts between whole letters', () => {
  const width = (text: string) => [...text].length
  expect(cutText('👩‍🔬👩‍🔬👩‍🔬', 7, width)).toBe('👩‍🔬👩‍🔬…')
  expect(cutText('short', 5, width)).toBe('short')
  expect(cutText('a word', 3, width)).toBe('a…')
})

it('tells from the first letter which way a text runs', () => {
  expect(isRightToLeft('“3. مراجعة تقنية الجري')).toBe(true)
  expect(isRightToLeft('Run مراجعة')).toBe(false)
  expect(isRightToLeft('1.533 s')).toBe(false)
})
