/** What stands below a still. `sides` holds the values of one quantity, left and right apart. */
export type StripWords = {
  readonly title: string
  /** Whose recording it is, and what else tells it from others. */
  readonly who: string
  readonly facts: string
  readonly moment: string
  readonly values: readonly { readonly label: string; readonly sides: readonly SideValue[] }[]
}

export type SideValue = { readonly side: 'left' | 'right' | null; readonly text: string }

type Ink = 'plain' | 'quiet' | 'left' | 'right'

/** A piece of text at its baseline, in pixels of the strip. */
export type Run = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly strong: boolean
  readonly ink: Ink
}

export type StripLayout = { readonly width: number; readonly height: number; readonly runs: readonly Run[] }

/** How wide a text is, in pixels, at a size of letters. */
export type Measure = (text: string, size: number, strong: boolean) => number

/** So many letters' sizes go across a picture: it is looked at as a whole, whatever it measures. */
const EMS_ACROSS = 60
const SMALLEST_SIZE = 12
const LINE = 1.5
const TITLE = 1.2
/** The title keeps at least this share of its line; else the moment has one of its own. */
const TITLE_SHARE = 0.45
/** What follows the name has at most this share of theirs. */
const FACTS_SHARE = 0.7

/** Lays the words out for a picture so wide (px): nothing is wider than it, and values go on in as many lines as they need. */
export function layOutStrip(words: StripWords, width: number, measure: Measure): StripLayout {
  const size = Math.max(SMALLEST_SIZE, Math.round(width / EMS_ACROSS))
  const inner = width - 2 * size
  const runs: Run[] = []
  let y = size * (LINE + 0.4)
  const put = (text: string, x: number, kind: { strong?: boolean; ink?: Ink; scale?: number } = {}) => {
    const { strong = false, ink = 'plain', scale = 1 } = kind
    if (text !== '') runs.push({ text, x: size + x, y, size: size * scale, strong, ink })
  }

  const moment = cutText(words.moment, inner, (text) => measure(text, size, true))
  const momentWidth = measure(moment, size, true)
  const besides = inner - momentWidth - 2 * size >= inner * TITLE_SHARE
  const titleWidth = besides ? inner - momentWidth - 2 * size : inner
  put(
    cutText(words.title, titleWidth, (text) => measure(text, size * TITLE, true)),
    0,
    { strong: true, scale: TITLE },
  )
  if (!besides) y += size * LINE
  put(moment, besides ? inner - momentWidth : 0, { strong: true })
  y += size * LINE
  // A long name gives way to the day of the recording.
  const plain = (text: string) => measure(text, size, false)
  const facts = cutText(words.facts, inner * FACTS_SHARE, plain)
  const who = cutText(words.who, inner - plain(facts) - size, plain)
  put(who, 0, { ink: 'quiet' })
  put(facts, who === '' ? 0 : plain(who) + size, { ink: 'quiet' })

  let x = inner
  for (const { label, sides } of words.values) {
    const parts: { text: string; ink: Ink; strong: boolean }[] = [
      { text: label, ink: 'quiet', strong: false },
      ...sides.map(({ side, text }) => ({ text, ink: side ?? ('plain' as const), strong: true })),
    ]
    const widths = parts.map(({ text, strong }) => measure(text, size, strong))
    const gap = size * 0.6
    const whole = widths.reduce((sum, each) => sum + each + gap, -gap)
    if (x + whole > inner) {
      y += size * LINE * (x === inner && runs.length > 0 ? 1.15 : 1)
      x = 0
    }
    parts.forEach(({ text, ink, strong }, index) => {
      put(
        cutText(text, inner - x, (each) => measure(each, size, strong)),
        x,
        { ink, strong },
      )
      x += (widths[index] ?? 0) + gap
    })
    x += size * 1.6
  }
  return { width, height: Math.ceil(y + size * 0.9), runs }
}

/** The text as far as it fits, whole letters only, with … where it was cut. */
export function cutText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
  let [least, most] = [0, letters.length]
  while (least < most) {
    const middle = (least + most + 1) >>> 1
    const cut = text.slice(0, letters[middle]?.index ?? text.length).trimEnd()
    if (measure(`${cut}…`) <= width) least = middle
    else most = middle - 1
  }
  const cut = text.slice(0, letters[least]?.index ?? text.length).trimEnd()
  return measure('…') <= width ? `${cut}…` : ''
}

/** Whether a text is written from right to left: by its first letter that has a direction. */
export const isRightToLeft = (text: string): boolean =>
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text)
